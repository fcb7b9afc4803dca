import Foundation
import Operations
import ReportModel
import StructuredText
import Testing

/// A folder as a pipeline leaves it, of a real file of the open data, and what a laboratory says of one variant in it.
struct RealTree: CustomTestStringConvertible {
    let pipeline: Pipeline
    /// Below `OpenData`.
    let file: String
    /// Where the pipeline has it. Names that end on `.vcf` are unpacked.
    let place: String
    /// Made up, in the pipeline's own form: the open data has no such reports of the same sample.
    var reports: [String: String] = [:]
    let assembly: String
    let area: String
    /// As the details name them; of the first is the report.
    let samples: [String]
    /// Of the first sample.
    let specimen: String
    let callSet: String
    let isAnnotated: Bool
    /// As JSON, the forms of docs/interpretation.md and docs/reports.md.
    let variant: String
    let meaning: String
    let template: String
    let values: String
    /// How many of the region carry it, by the index; nil for a tumour's.
    let carriers: Int?

    var testDescription: String { "\(pipeline) \(file)" }

    /// POT1 c.903G>T is in the child and one parent (VEP's `CSQ`); BALSAMIC's PALB2 is a frameshift at 13 % of 592 reads; PIK3CA p.His1047Arg is
    /// the breast tumour's own (TCGA-A2-A04W, 31 of 74 reads). What the laboratories say of them is made up.
    static let all = [
        RealTree(
            pipeline: .raredisease, file: "clinical/scout/643594.clinical.vcf.gz",
            place: "rank_and_filter/643594_snv_ranked_research.vcf.gz", assembly: "GRCh37", area: "rare",
            samples: ["ADM1059A2", "ADM1059A1", "ADM1059A3"], specimen: "R26-1-ADM1059A2", callSet: "R26-1-ADM1059A2-calls",
            isAnnotated: true,
            variant: #"""
                {"variant": "GRCh37:7-124491972-C-A", "gene": "POT1", "transcript": "ENST00000357628.3", "coding": "c.903G>T",
                 "protein": "p.(Gln301His)", "consequences": ["missense_variant"], "zygosity": "heterozygous"}
                """#,
            meaning: #"""
                {"germline": {"variant": "GRCh37:7-124491972-C-A", "gene": "POT1", "condition": "ORPHA:618", "specification": "ACMG/AMP 2015",
                 "criteria": [{"criterion": "PP3", "strength": "supporting", "evidence": {"sv": "Beräkning", "en": "Computation"}}],
                 "basis": "combining-rules", "class": "uncertain-significance"}}
                """#,
            template: "rare-disease",
            values: #"""
                {"small-variants": {"findings": ["F-1"]}, "structural": {"findings": []}, "family-design": {"choices": ["trio"]},
                 "inheritance": {"text": "Nedärvd"}, "phenotype": {"text": "HP:0001250"}, "outcome": {"choices": ["possible"]},
                 "conclusion": {"text": "Möjlig orsak: åäö."}}
                """#,
            carriers: 2),
        RealTree(
            pipeline: .balsamic, file: "clinical/scout/scout_example_tumor_only.snv.indel.sorted.vcf.gz",
            place: "analysis/vep/SNV.somatic.case.merged.clinical.filtered.pass.vcf.gz", assembly: "GRCh37", area: "solid",
            samples: ["TUMOR"], specimen: "R26-1-TUMOR", callSet: "R26-1-TUMOR-calls", isAnnotated: true,
            variant: #"""
                {"variant": "GRCh37:16-23647476-T-TA", "gene": "PALB2", "transcript": "ENST00000261584.4", "coding": "c.390_391insT",
                 "protein": "p.(Arg131Ter)", "consequences": ["frameshift_variant"], "alleleFraction": 0.1301, "depth": 592}
                """#,
            meaning: #"""
                {"somatic": {"finding": "F-1", "variant": "GRCh37:16-23647476-T-TA", "genes": ["PALB2"], "tumourType": "ONCOTREE:HGSOC",
                 "oncogenicity": {"criteria": [{"criterion": "OVS1", "evidence": {"sv": "Nollvariant", "en": "Null variant"}}], "points": 8,
                 "class": "likely-oncogenic"}}}
                """#,
            template: "solid-tumour", values: solid(tumourType: "HGSOC", biomarkers: false), carriers: nil),
        RealTree(
            pipeline: .gms560, file: "clinical/pcgr/T001-BRCA.grch38.vcf.gz",
            place: "results/dna/vcf/T001_T.annotated.exon_only.filter.hard_filter.codon_snv.qci.vcf",
            reports: [
                "results/dna/tmb/T001_T.TMB.txt": PipelineTree.tmb,
                "results/dna/msi/T001_T.msisensor_pro.score.tsv": PipelineTree.msi,
            ],
            assembly: "GRCh38", area: "solid", samples: ["T001_T"], specimen: "R26-1-T001_T", callSet: "R26-1-T001_T-calls",
            isAnnotated: false,
            variant: #"""
                {"variant": "GRCh38:3-179234297-A-G", "gene": "PIK3CA", "transcript": "NM_006218.4", "coding": "c.3140A>G",
                 "protein": "p.(His1047Arg)", "consequences": ["missense_variant"], "alleleFraction": 0.4189, "depth": 74}
                """#,
            meaning: #"""
                {"somatic": {"finding": "F-1", "variant": "GRCh38:3-179234297-A-G", "genes": ["PIK3CA"], "tumourType": "ONCOTREE:IDC",
                 "oncogenicity": {"criteria": [{"criterion": "OS3", "evidence": {"sv": "Hotspot", "en": "Hotspot"}}], "points": 4,
                 "class": "uncertain-significance"}}}
                """#,
            template: "solid-tumour", values: solid(tumourType: "IDC", biomarkers: true), carriers: nil),
    ]

    private static func solid(tumourType: String, biomarkers: Bool) -> String {
        let tmb = biomarkers ? #"{"findings": ["R26-1-TMB"]}"# : #"{"notExamined": "not-in-assay"}"#
        let msi = biomarkers ? #"{"findings": ["R26-1-MSI"]}"# : #"{"notExamined": "not-in-assay"}"#
        return #"""
            {"small-variants": {"findings": ["F-1"]}, "copy-numbers": {"findings": []}, "fusions": {"findings": []}, "tmb": \#(tmb),
             "msi": \#(msi), "tumour-type": {"code": "ONCOTREE:\#(tumourType)"}, "tumour-cells": {"number": 40},
             "pathology-statement": {"text": "Utlåtande"}, "radiology-statement": {"text": "Utlåtande"},
             "conclusion": {"text": "Förändringen är åtkomlig för behandling: åäö."}}
            """#
    }

    /// Lays the folder out, with the description that a laboratory writes of it. The path of the description.
    func lay(in space: Workspace) throws -> String {
        try PipelineTree.write(reports, below: space.path("tree"))
        try PipelineTree.write([place: ""], below: space.path("tree"))
        let target = space.path("tree/" + place)
        let unpacked = place.hasSuffix(".vcf") ? "zcat" : "cat"
        guard try Shell.run("\(unpacked) '\(OpenData.path(file))' > '\(target)'").status == 0 else { throw NotLaid() }
        let people = try samples.enumerated().map { (name: $1, number: try IntakeBench.number(2 * $0 + 2)) }
        let text = PipelineTree.details(people, assembly: assembly, area: area)
            .replacing("kind: panel, accredited: true, targets: panel.bed", with: "kind: genome, accredited: true")
        return try space.write("details.yaml", text)
    }

    struct NotLaid: Error {}

    func filled() throws -> [String: ItemValue] {
        var read: [String: ItemValue] = [:]
        for member in try JSONReader.read(values).members ?? [] { read[member.name] = try ItemValue(json: member.value) }
        return read
    }
}
