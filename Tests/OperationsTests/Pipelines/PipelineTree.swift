import Foundation
import Operations

/// A pipeline's folder for a test, as the pipeline's own documents and scripts describe it.
///
/// Names: Twist_Solid docs/result_files.md and config/output_files_FFPE.yaml. Columns: `cnv_report.py`, `report_fusions.py`,
/// `filter_report_fuseq_wes.py`, `extract_gis_score.py` (Twist_Solid, GPL-3.0), `tmb.py` (hydra-genetics/biomarker, GPL-3.0) and MSIsensor-pro's
/// own output; the values are made up.
enum PipelineTree {
    static let tmb = "TMB:\t12.6\nNumber of variants:\t17\n"
    static let msi = "Total_Number_of_Sites\tNumber_of_Unstable_Sites\t%\n1000\t31\t3.10\n"
    static let gis = "TC,predicted_gis\n0.4,61.5\n"
    static let copies =
        "sample\tgene(s)\tchrom\tregion\tcallers\tnormal_freq\tcopy_number\nS1_T\tERBB2\tchr17\t37844393-37884915\tcnvkit\t0.00\t14.20\n"
        + "S1_T\tERBB2\tchr17\t37840000-37884915\tgatk_cnv\t0.01\t12.90\nS1_T\tCDKN2A,CDKN2B\tchr9\t21968207-22008972\tcnvkit\t0.00\t0.21\n"
        + "S1_T\t1p19q\tNA\tNA\tcnvkit\tNA\tNA\n"
    static let dnaFusions =
        "sample\tfusion\tbreak_point1\tbreak_point2\tsupport\tsplit_reads\tmate_pairs\tparalog\n"
        + "S1_T\tEML4--ALK\tchr2:42522650-42522700\tchr2:29446390-29446440\t21\t9\t12\t0\nS1_T\tA--B\t\t\t8\t4\t4\t0\n"
    static let rnaFusions =
        "callers\tgene1\tgene2\texon1\texon2\tconfidence\tFC-callers\tpredicted_effect\tbreakpoint1\tbreakpoint2\tdedup_coverage\t"
        + "All_total_supporting_reads\nArriba, StarFusion\tEML4\tALK\tEML4_exon_13\tALK_exon_20\thigh, \t\tin-frame, INFRAME\t2:42522656\t2:29446394\t90\t57\n"

    /// Writes files below `folder`, with their folders.
    static func write(_ files: [String: String], below folder: String) throws {
        for (name, text) in files {
            let url = URL(fileURLWithPath: folder + "/" + name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    /// A call file with these columns.
    static func calls(_ columns: [String]) -> String {
        SubmissionDraft.vcf(columns, [SubmissionDraft.record(1000, columns.map { _ in "0/1" })])
    }

    static func details(_ samples: [(name: String, number: String)], assembly: String = "GRCh38", area: String = "solid")
        -> String
    {
        """
        laboratory: SE24-NUS-GMC
        ordering-provider: SE24-NUS-KLINGEN
        area: \(area)
        assembly: \(assembly)
        analysed: 2026-11-02
        assay: {name: GMS560, version: "0.9", kind: panel, accredited: true, targets: panel.bed}
        copy-number: {amplification: 6, homozygous-deletion: 0.5}
        samples:
        \(samples.map { "  \($0.name): {identity-number: \"\($0.number)\", sex: female, specimen: ffpe, tumour-cell-content: 0.4, metrics: {mean-coverage: 512}}" }.joined(separator: "\n"))

        """
    }
}
