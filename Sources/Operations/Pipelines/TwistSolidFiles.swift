/// Which file of a GMS560 (Twist_Solid) folder is what, by their names: of version 0.9 and later, with a folder for each sample
/// (`results/dna/S_T/biomarker/S_T.TMB.txt`), and of those before, with a folder for each kind (`results/dna/tmb/S_T.TMB.txt`).
///
/// Names: genomic-medicine-sweden/Twist_Solid, docs/result_files.md and config/output_files_FFPE.yaml.
struct TwistSolidFiles {
    let sample: String
    let calls: String
    let tmb: String?
    let msi: String?
    /// Whether the score is of the sites that passed the filter, which have a grey zone of their own.
    let isMSIFiltered: Bool
    let hrd: String?
    let copyNumbers: String?
    let dnaFusions: String?
    let rnaFusions: String?

    private static let calls = [
        ".annotated.exon_only.filter.hard_filter.codon_snv.qci.vcf", ".annotated.exon_only.filter.hard_filter.codon_snv.vcf",
    ]

    /// `paths` are those below the folder; `sample` is the one that is meant where there are several. Throws `PipelineError`.
    init(_ paths: [String], in folder: String, sample wanted: String?) throws(PipelineError) {
        // What is kept for troubleshooting is not an answer.
        let paths = paths.filter { !$0.contains("additional_files/") }.sorted()
        func name(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path }
        var found: [String: String] = [:]
        for suffix in TwistSolidFiles.calls {
            for path in paths {
                guard let sample = TwistSolidFiles.sample(name(path), suffix), found[sample] == nil else { continue }
                found[sample] = path
            }
        }
        let tumours = found.keys.filter { $0.hasSuffix("_T") }.sorted()
        guard !tumours.isEmpty else {
            throw PipelineError(.unknownLayout, place: folder, detail: "S_T" + TwistSolidFiles.calls[0])
        }
        guard let sample = wanted ?? (tumours.count == 1 ? tumours[0] : nil) else {
            throw PipelineError(.severalSamples, place: folder, detail: tumours.joined(separator: ", "))
        }
        guard let calls = found[sample] else {
            throw PipelineError(.missingFile, place: folder, detail: sample + TwistSolidFiles.calls[0])
        }
        self.sample = sample
        self.calls = calls
        func file(_ endings: String...) -> String? {
            endings.lazy.compactMap { ending in paths.first { name($0) == sample + ending } }.first
        }
        tmb = file(".TMB.txt")
        msi = file(".msisensor_pro.filtered.score.tsv", ".msisensor_pro.score.tsv")
        isMSIFiltered = msi?.hasSuffix(".filtered.score.tsv") ?? false
        hrd = file(
            ".pathology_purecn.predicted_gis.txt", ".pathology_purecn.scarhrd_cnvkit_score.txt",
            ".pathology.scarhrd_cnvkit_score.txt")
        copyNumbers = file(
            ".pathology_purecn.amp_all_del_validated.cnv_report.tsv", ".pathology.amp_all_del_validated.cnv_report.tsv",
            ".pathology.cnv_report.tsv")
        dnaFusions = file(".fuseq_wes.report.csv")
        let rna = String(sample.dropLast(2)) + "_R"
        rnaFusions = paths.first { name($0) == rna + ".fusion_report.tsv" }
    }

    private static func sample(_ name: String, _ suffix: String) -> String? {
        for ending in [suffix, suffix + ".gz"] where name.hasSuffix(ending) { return String(name.dropLast(ending.count)) }
        return nil
    }

    /// What was looked for and is not there.
    var missing: [String] {
        [
            ("TMB", tmb), ("MSI", msi), ("HRD", hrd), ("copy numbers", copyNumbers), ("fusions in DNA", dnaFusions),
            ("fusions in RNA", rnaFusions),
        ].filter { $0.1 == nil }.map { "\($0.0): no file" }
    }
}
