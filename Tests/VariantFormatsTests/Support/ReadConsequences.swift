import GenomeModel
import VariantFormats

/// Everything that a file's annotation says, as values: variants in the order of the file.
struct ReadConsequences {
    var variants: [(variant: Variant, consequences: [TranscriptConsequence])] = []
    var report = CallFileReport()

    init(_ path: String, header: AnnotationHeader? = nil, assembly: Assembly, threads: Int = 0) throws {
        guard let header = try header ?? AnnotationHeader.read(path: path, assembly: assembly).first else { return }
        let reader = try ConsequenceReader(
            path: path, header: header, options: CallReaderOptions(assembly: assembly, decompressionThreads: threads))
        var batch = ConsequenceBatch()
        var features: [TranscriptFeature] = []
        var strings = [""]
        while try reader.read(into: &batch) {
            features += batch.newFeatures
            strings += batch.newStrings
            var (long, byte) = (0, 0)
            for row in batch.keys.indices {
                var variant = Variant(batch.keys[row])
                if !batch.keys[row].isReversible {
                    let allele = batch.longAlleles[long]
                    let middle = byte + Int(allele.referenceLength)
                    let end = middle + Int(allele.alternateLength)
                    variant = batch.keys[row].contig.flatMap {
                        Variant(
                            contig: $0, position: batch.keys[row].position,
                            reference: String(decoding: batch.alleleBytes[byte..<middle], as: UTF8.self),
                            alternate: String(decoding: batch.alleleBytes[middle..<end], as: UTF8.self))
                    }
                    (long, byte) = (long + 1, end)
                }
                guard let variant else { continue }
                let consequences = batch.entries[batch.entries(of: row)].map { entry in
                    let start = Int(entry.textStart)
                    let middle = start + Int(entry.codingLength)
                    func text(_ range: Range<Int>, _ accession: UInt32) -> String {
                        let change = String(decoding: batch.text[range], as: UTF8.self)
                        return accession == 0 || change.isEmpty ? change : strings[Int(accession)] + ":" + change
                    }
                    return TranscriptConsequence(
                        feature: features[Int(entry.feature)], terms: ConsequenceTerm.list(strings[Int(entry.terms)]),
                        impact: entry.impact, hgvsCoding: text(start..<middle, entry.codingAccession),
                        hgvsProtein: text(middle..<(middle + Int(entry.proteinLength)), entry.proteinAccession),
                        exon: strings[Int(entry.exon)], intron: strings[Int(entry.intron)])
                }
                variants.append((variant, consequences))
            }
        }
        report = reader.report
    }

    func count(_ kind: FormatDiagnostic.Kind) -> Int { report.diagnostics.first { $0.kind == kind }?.count ?? 0 }
}

/// Small annotated VCF texts, on chr1 of GRCh38.
enum AnnotatedVCF {
    static let columns =
        "Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp|HGNC_ID|CANONICAL|MANE_SELECT|MANE_PLUS_CLINICAL"

    static func vep(_ records: [(String, String, String)], columns: String = columns) -> String {
        let version =
            #"##VEP="v113.0" API="v113" cache="/data/secret/homo_sapiens_merged/113_GRCh38" assembly="GRCh38.p14" gencode="GENCODE 47""#
        let info =
            "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: \(columns)\">"
        return text([version, info], records.map { ($0.0, $0.1, "DP=3;CSQ=\($0.2);AC=1") })
    }

    static func text(_ header: [String], _ records: [(String, String, String)]) -> String {
        let lines = ["##fileformat=VCFv4.2", "##contig=<ID=chr1,length=248956422>"] + header
        let body = records.enumerated().map { "chr1\t\(100 + 10 * $0)\t.\t\($1.0)\t\($1.1)\t.\tPASS\t\($1.2)\n" }
        return (lines + ["#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"]).joined(separator: "\n") + "\n" + body.joined()
    }
}
