import StructuredText

extension SubmissionDraft {
    /// With consequences in its variants file, as VEP writes them, and a file of structural calls: a deletion that is the person's own, and
    /// a pair of breakends that everybody has.
    func withAllCalls(_ person: Int) -> SubmissionDraft {
        var draft = self
        guard let calls = files["calls.vcf"] else { return self }
        draft.put("calls.vcf", SubmissionDraft.annotated(String(decoding: calls, as: UTF8.self)))
        draft.put("events.vcf", SubmissionDraft.events([SubmissionDraft.deletion(person)]))
        draft["callSets.0.structural"] = ["file": "events.vcf", "sample": "S1"]
        return draft
    }

    /// What VEP says of each record: a change of an amino acid, named after the position.
    static func annotated(_ text: String) -> String {
        text.split(separator: "\n").flatMap { line -> [String] in
            if line.hasPrefix("#CHROM") { return [vepLine, csqLine, String(line)] }
            guard !line.hasPrefix("#") else { return [String(line)] }
            var fields = line.split(separator: "\t").map(String.init)
            fields[7] = "CSQ=" + consequence(fields[1])
            return [fields.joined(separator: "\t")]
        }.map { $0 + "\n" }.joined()
    }

    static let vepLine =
        "##VEP=\"v113.0\" time=\"2026-01-01 10:00:00\" cache=\"/vep/homo_sapiens_merged/113_GRCh38\" assembly=\"GRCh38.p14\""
    static let csqLine =
        "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp\">"

    private static func consequence(_ position: String) -> String {
        (position == "1000000" ? "G|stop_gained|HIGH|GENE1|" : "G|missense_variant|MODERATE|GENE1|")
            + "ENSG00000000001|Transcript|ENST00000000001|protein_coding|2/9||ENST00000000001.1:c.\(position)A>G|ENSP00000000001.1:p.Lys\(position)Glu"
    }

    static func events(_ records: [String]) -> String {
        var text = "##fileformat=VCFv4.2\n##contig=<ID=1,length=248956422>\n##contig=<ID=X,length=156040895>\n"
        text += "##ALT=<ID=DEL,Description=\"Deletion\">\n"
        text += "##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"Type\">\n"
        text += "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n"
        text += "##INFO=<ID=MATEID,Number=.,Type=String,Description=\"Mate\">\n"
        text += "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
        text +=
            ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", "S1"].joined(separator: "\t") + "\n"
        let pair = [
            "1\t5000\tA\tN\tN]1:90000]\t50\tPASS\tSVTYPE=BND;MATEID=B\tGT\t0/1",
            "1\t90000\tB\tN\tN]1:5000]\t50\tPASS\tSVTYPE=BND;MATEID=A\tGT\t0/1",
        ]
        return text + (pair + records).map { $0 + "\n" }.joined()
    }

    /// Ten thousand bases, a hundred thousand from the next person's.
    static func deletion(_ person: Int) -> String {
        let start = 20_000_000 + person * 100_000
        return "1\t\(start)\t.\tN\t<DEL>\t50\tPASS\tSVTYPE=DEL;END=\(start + 10_000)\tGT\t0/1"
    }

    /// The same as a question names it.
    static func deletionNotation(_ person: Int) -> String {
        let start = 20_000_000 + person * 100_000
        return "DEL-1-\(start + 1)-\(start + 10_000)"
    }
}
