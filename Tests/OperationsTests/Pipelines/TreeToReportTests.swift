import AccessModel
import ClinicalModel
import Foundation
import Interchange
import Operations
import Records
import ReportModel
import StructuredText
import Testing

@Suite("From a pipeline's folder to a signed report")
struct TreeToReportTests {
    @Test(
        "Real files: submission, finding, signed interpretation, report filled, reviewed and signed, and its messages",
        .enabled(if: OpenData.isPresent, "the open data is not beside the repository"), arguments: RealTree.all)
    func whole(_ tree: RealTree) async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.publishPolicy()
        let space = region.space
        let reading = ReadPipeline(
            pipeline: tree.pipeline, folder: space.path("tree"), caseName: "R26-1",
            details: try PipelineDetails.read(tree.lay(in: space)))
        try MakePipelineManifest(reading: reading, target: space.path("out")).run()
        let receipt = try await SubmitCallSets(partition: region.partition, manifest: space.path("out/manifest.json")).run()
        try #require(receipt.state == .available, "\(receipt.page(.en))")
        #expect(receipt.callSets.count == tree.samples.count && receipt.callSets.allSatisfy { $0.variants > 0 })
        #expect(receipt.figures.consequences.contains { $0.variants > 0 } == tree.isAnnotated)
        _ = try await region.publish()

        let desk = try Desk(region)
        let recorded = try await RecordFinding(
            desk.access(desk.geneticist), caseName: "R26-1", laboratory: desk.laboratory, finding: desk.finding(of: tree)
        ).run()
        try await BeginCare(
            partition: region.partition, person: recorded.pseudonym, actor: desk.geneticist, from: TestRegion.today, to: nil
        ).run()
        let begun = try await BeginInterpretation(
            desk.access(desk.geneticist), laboratory: desk.laboratory, finding: "F-1",
            content: InterpretationContent(jsonText: tree.meaning)
        ).run()
        _ = try await WorkOnInterpretation(
            desk.access(desk.geneticist), interpretation: begun.history.identifier, act: .sign
        ).run()
        let document = try await desk.report(tree, of: recorded.pseudonym)

        #expect(document.version.state == .signed && document.lacks.isEmpty)
        let told = try #require(document.version.content.finding("F-1"))
        #expect(told.interpretation?.state == .signed)
        if let carriers = tree.carriers { #expect(told.counts?.figures?.carriers == carriers) }
        let coding = try #require(told.finding.content.smallVariant?.coding)
        #expect(FHIRBundle(document, language: .sv).json.canonicalText.contains(coding))
        let phenopacket = ReportPhenopacket(document).json.canonicalText
        #expect(phenopacket.contains(coding) && phenopacket.contains("genomicInterpretations"))
    }

    /// Two people of a laboratory, and a clinic, in a region.
    private struct Desk {
        let region: TestRegion
        let node: RunningNode
        let laboratory: OrganisationCode
        let clinic: OrganisationCode
        let geneticist: Actor
        let scientist: Actor
        let physician: Actor

        init(_ region: TestRegion) throws {
            self.region = region
            node = RunningNode(
                name: "node-24", partitions: [region.code: region.partition], regulations: try TestRegion.regulations.get(),
                sources: [try region.source()], templates: try LoadTemplates(directory: AccessFiles.path("templates")).run(),
                printing: { _, language in Array("%PDF-1.7 \(language)".utf8) }, now: { TestRegion.noon })
            laboratory = try #require(OrganisationCode("SE24-NUS-GMC"))
            clinic = try #require(OrganisationCode("SE24-NUS-KLINGEN"))
            geneticist = try TestRegion.persona("genetiker-umea")
            scientist = try TestRegion.persona("bioinformatiker-umea")
            physician = try TestRegion.persona("lakare-umea")
        }

        func access(_ actor: Actor) throws -> CaseAccess {
            CaseAccess(
                partition: region.partition, law: try TestRegion.regulations.get().law, actor: actor,
                purpose: .laboratoryOperation)
        }

        func finding(of tree: RealTree) throws -> Finding {
            Finding(
                identifier: "F-1", content: .smallVariant(try SmallVariantFinding(jsonText: tree.variant)),
                method: FindingMethod(kind: .genome, name: "GMS560", version: "0.9", laboratory: laboratory),
                callSet: tree.callSet, specimen: tree.specimen, date: TestRegion.today)
        }

        func report(_ tree: RealTree, of person: Pseudonym) async throws -> ReportDocument {
            for (side, actor) in [(TemplateAgreement.Side.clinic, physician), (.laboratory, geneticist)] {
                _ = try await AgreeToTemplate(
                    node: node, region: region.code, actor: actor, purpose: .ownPatientCare, template: tree.template, version: 1,
                    clinic: clinic, laboratory: laboratory, side: side
                ).run()
            }
            let report = try await BeginReport(
                node: node, region: region.code, actor: geneticist, purpose: .ownPatientCare, laboratory: laboratory,
                caseName: "R26-1", person: person, template: tree.template
            ).run().identifier
            _ = try await FillReport(
                node: node, region: region.code, actor: geneticist, purpose: .ownPatientCare, report: report,
                values: tree.filled()
            ).run()
            _ = try await ReviewReport(
                node: node, region: region.code, actor: scientist, purpose: .laboratoryOperation, report: report
            ).run()
            _ = try await SignReport(
                node: node, region: region.code, actor: geneticist, purpose: .ownPatientCare, report: report
            ).run()
            return try await ShowReport(
                node: node, region: region.code, actor: geneticist, purpose: .ownPatientCare, report: report
            ).run().document
        }
    }
}
