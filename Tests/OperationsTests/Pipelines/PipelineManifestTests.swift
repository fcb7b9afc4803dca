import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

@Suite("From a pipeline's folder to an accepted submission")
struct PipelineManifestTests {
    private static let ending = ".annotated.exon_only.filter.hard_filter.codon_snv.qci.vcf"

    /// The folder of version 0.9, and the same files where older versions have them.
    private static func solid(_ sample: String = "S1", calls: String? = nil, isOld: Bool = false) -> [String: String] {
        let text = calls ?? PipelineTree.calls(["\(sample)_T"])
        guard isOld else {
            let dna = "results/dna/\(sample)_T"
            return [
                "\(dna)/vcf/\(sample)_T\(ending)": text, "\(dna)/biomarker/\(sample)_T.TMB.txt": PipelineTree.tmb,
                "\(dna)/biomarker/\(sample)_T.msisensor_pro.filtered.score.tsv": PipelineTree.msi,
                "\(dna)/biomarker/\(sample)_T.pathology_purecn.predicted_gis.txt": PipelineTree.gis,
                "\(dna)/cnv/\(sample)_T.pathology_purecn.amp_all_del_validated.cnv_report.tsv": PipelineTree.copies,
                "\(dna)/additional_files/cnv/\(sample)_T.pathology.cnv_report.tsv": "not an answer",
                "\(dna)/fusion/\(sample)_T.fuseq_wes.report.csv": PipelineTree.dnaFusions,
                "results/rna/\(sample)_R/fusion/\(sample)_R.fusion_report.tsv": PipelineTree.rnaFusions,
            ]
        }
        return [
            "results/dna/vcf/\(sample)_T\(ending)": text, "results/dna/tmb/\(sample)_T.TMB.txt": PipelineTree.tmb,
            "results/dna/msi/\(sample)_T.msisensor_pro.score.tsv": PipelineTree.msi,
            "results/dna/hrd/\(sample)_T.pathology.scarhrd_cnvkit_score.txt":
                "HRD-score\tHRD\tTelomeric_AI\tLST\n61.5\t20\t21\t20\n",
        ]
    }

    private static func reading(
        _ pipeline: Pipeline, _ files: [String: String], in space: Workspace, samples: [String] = ["S1_T"],
        sample: String? = nil, assembly: String = "GRCh38"
    ) throws -> ReadPipeline {
        try PipelineTree.write(files, below: space.path("tree"))
        try space.write("panel.bed", SubmissionDraft.bed)
        let people = try samples.map { (name: $0, number: try IntakeBench.number(2)) }
        let details = try space.write("details.yaml", PipelineTree.details(people, assembly: assembly))
        return ReadPipeline(
            pipeline: pipeline, folder: space.path("tree"), caseName: "L26-1", details: try PipelineDetails.read(details),
            sample: sample)
    }

    private static func biomarker(_ name: String, _ findings: [Finding]) throws -> BiomarkerFinding {
        let found = try #require(findings.first { $0.identifier == "L26-1-\(name)" })
        guard case .biomarker(let marker) = found.content else { throw Missing() }
        return marker
    }

    struct Missing: Error {}

    @Test("GMS560: burden, instability, deficiency, copies and fusions become findings with their cut-offs, places and callers")
    func solidFindings() throws {
        let space = try Workspace()
        let output = try Self.reading(.gms560, Self.solid(), in: space).run()
        let findings = output.findings
        #expect(output.samples.map(\.column) == ["S1_T"] && output.samples.map(\.origin) == [.tumour])
        #expect(output.samples.map(\.described) == ["S1_T"])
        #expect(try Self.biomarker("TMB", findings).meaning == .high)
        #expect(try Self.biomarker("MSI", findings).meaning == .grey)
        #expect(try Self.biomarker("HRD", findings).meaning == .high)
        let copies = findings.compactMap { finding -> CopyNumberFinding? in
            if case .copyNumber(let change) = finding.content { change } else { nil }
        }
        #expect(copies.map(\.kind) == [.amplification, .amplification, .homozygousDeletion])
        #expect(copies.map(\.genes) == [["ERBB2"], ["ERBB2"], ["CDKN2A", "CDKN2B"]])
        #expect(copies.map(\.interval.notation).first == "17:37844393-37884915")
        #expect(copies.allSatisfy { $0.tumourCellContent == 0.4 })
        let fusions = findings.compactMap { finding -> StructuralFinding? in
            if case .structural(let event) = finding.content { event } else { nil }
        }
        #expect(fusions.map(\.level) == [.dna, .rna])
        #expect(fusions.map(\.fusionName) == ["EML4::ALK", "EML4::ALK"])
        #expect(fusions.map(\.isInFrame) == [nil, true])
        #expect(fusions.map(\.supportingReads) == [21, 57])
        #expect(Set(findings.map(\.identifier)).count == findings.count)
        // What the reports give without a place is said.
        #expect(output.remarks.count == 2, "\(output.remarks)")
    }

    @Test("Folders of older versions are understood, and what is not there is said")
    func older() throws {
        let space = try Workspace()
        let output = try Self.reading(.gms560, Self.solid(isOld: true), in: space).run()
        #expect(try Self.biomarker("MSI", output.findings).meaning == .stable)
        #expect(output.findings.map(\.identifier) == ["L26-1-TMB", "L26-1-MSI", "L26-1-HRD"])
        #expect(output.remarks == ["copy numbers: no file", "fusions in DNA: no file", "fusions in RNA: no file"])
    }

    @Test("The folder becomes a submission that the region accepts, with its findings")
    func accepted() async throws {
        let space = try Workspace()
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try MakePipelineManifest(reading: Self.reading(.gms560, Self.solid(), in: space), target: space.path("out")).run()
        let receipt = try await SubmitCallSets(partition: partition, manifest: space.path("out/manifest.json")).run()
        #expect(receipt.state == .available, "\(String(describing: receipt.failure))")
        #expect(receipt.findings == 8)
        let laboratory = try #require(OrganisationCode("SE24-NUS-GMC"))
        #expect(try partition.records.findings(ofCase: "L26-1", laboratory: laboratory).count == 8)
        #expect(throws: PipelineError(.notEmpty, place: space.path("out"))) {
            try MakePipelineManifest(reading: Self.reading(.gms560, Self.solid(), in: space), target: space.path("out")).run()
        }
    }

    @Test(
        "A real Twist_Solid call file goes from the folder to the index",
        .enabled(if: OpenData.isPresent, "the open data is not beside the repository"))
    func real() async throws {
        let file =
            "tumour/twist-solid/sample1_T.ensembled.vep_annotated.artifact_annotated.hotspot_annotated.background_annotated.include.exon.filter.snv_hard_filter_umi.codon_snvs.sorted.vep_annotated.qci.vcf"
        let text = try String(contentsOfFile: OpenData.path(file), encoding: .utf8)
        let space = try Workspace()
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let reading = try Self.reading(
            .gms560, Self.solid("22-1721", calls: text), in: space, samples: ["22-1721_T"], assembly: "GRCh37")
        let output = try MakePipelineManifest(reading: reading, target: space.path("out")).run()
        #expect(output.samples.map(\.column) == ["22-1721_T"])
        let receipt = try await SubmitCallSets(partition: partition, manifest: space.path("out/manifest.json")).run()
        #expect(receipt.state == .available, "\(String(describing: receipt.failure))")
        #expect(receipt.callSets.first?.variants ?? 0 > 0)
        #expect(receipt.findings == 8)
    }

    /// A folder that cannot be read, and what is said of it.
    static let faults: [(code: PipelineError.Code, pipeline: Pipeline, files: [String: String])] = [
        (.unknownLayout, .gms560, ["readme.txt": "x"]), (.unknownLayout, .balsamic, ["readme.txt": "x"]),
        (.unknownLayout, .raredisease, ["readme.txt": "x"]),
        (.severalSamples, .gms560, PipelineManifestTests.solid().merging(PipelineManifestTests.solid("S2")) { a, _ in a }),
        (.sampleNotDescribed, .gms560, PipelineManifestTests.solid("S9")),
        (.severalSamples, .gms560, PipelineManifestTests.solid(calls: PipelineTree.calls(["S1_T", "S2_T"]))),
        (
            .severalFiles, .balsamic,
            [
                "analysis/vep/SNV.somatic.c.vardict.clinical.filtered.pass.vcf.gz": "x",
                "analysis/vep/SNV.somatic.c.tnscope.clinical.filtered.pass.vcf.gz": "x",
            ]
        ),
        (
            .badValue, .gms560,
            PipelineManifestTests.solid().merging(["results/dna/S1_T/biomarker/S1_T.TMB.txt": "TMB:\tmany\n"]) { _, b in b }
        ),
        (
            .missingColumn, .gms560,
            PipelineManifestTests.solid().merging([
                "results/dna/S1_T/cnv/S1_T.pathology_purecn.amp_all_del_validated.cnv_report.tsv": "sample\tgene\nS1_T\tERBB2\n"
            ]) { _, b in b }
        ),
    ]

    @Test("What is wrong is said with the place and what to do", arguments: faults.indices)
    func faulty(_ index: Int) throws {
        let space = try Workspace()
        let (code, pipeline, files) = Self.faults[index]
        let reading = try Self.reading(pipeline, files, in: space)
        #expect {
            _ = try reading.run()
        } throws: { error in
            guard let error = error as? PipelineError else { return false }
            return error.code == code && !error.place.isEmpty && !error.remedy.sv.isEmpty
        }
    }

    @Test("Of several samples the named one is read, and a folder that is none is said to be none")
    func chosen() throws {
        let space = try Workspace()
        let files = Self.solid().merging(Self.solid("S2")) { a, _ in a }
        let output = try Self.reading(.gms560, files, in: space, samples: ["S1_T", "S2_T"], sample: "S2_T").run()
        #expect(output.samples.map(\.column) == ["S2_T"])
        let reading = try Self.reading(.gms560, [:], in: try Workspace())
        #expect(throws: PipelineError(.notAFolder, place: reading.folder)) { _ = try reading.run() }
    }

    @Test("BALSAMIC and nf-core/raredisease: the call file, its samples and their origins")
    func others() throws {
        let (first, second) = (try Workspace(), try Workspace())
        defer { withExtendedLifetime((first, second)) {} }
        let balsamic = try Self.reading(
            .balsamic,
            [
                "analysis/vep/SNV.somatic.case.merged.clinical.filtered.pass.vcf.gz": PipelineTree.calls(["TUMOR", "NORMAL"]),
                "analysis/vep/SNV.somatic.case.merged.research.filtered.pass.vcf.gz": "x",
            ], in: first, samples: ["TUMOR", "NORMAL"]
        ).run()
        #expect(balsamic.samples.map(\.origin) == [.tumour, .germline])
        #expect(balsamic.callFile.contains(".clinical."))
        let rare = try Self.reading(
            .raredisease,
            [
                "rank_and_filter/fam_snv_ranked_research.vcf.gz": PipelineTree.calls(["A1", "A2", "A3"]),
                "call_snv/genome/fam_snv.vcf.gz": "x",
                "pipeline_info/nf_core_raredisease_software_mqc_versions.yml": "Workflow:\n  nf-core/raredisease: v2.6.0\n",
            ], in: second, samples: ["A1", "A2", "A3"]
        ).run()
        #expect(rare.samples.map(\.column) == ["A1", "A2", "A3"])
        #expect(rare.samples.allSatisfy { $0.origin == .germline })
        #expect(rare.remarks == ["nf-core/raredisease: v2.6.0"])
    }
}
