import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import KnowledgeModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

@Suite("The demonstration's cases that go the whole way to an answer")
struct DemonstrationCasesTests {
    @Test("Four cases of each template in seven regions, every state of a report among them")
    func planned() throws {
        let plan = try SmallDemonstration.get().plan
        let templates = try LoadTemplates(directory: SmallDemonstration.repository.path + "/templates").run()
        let counts = Dictionary(grouping: plan.cases, by: \.template).mapValues(\.count)
        #expect(counts == Dictionary(uniqueKeysWithValues: templates.map { ($0.identifier, 4) }))
        #expect(Set(plan.cases.map(\.region)) == Set(MakeDemonstration.regions))
        #expect(Set(plan.cases.map(\.report)) == ["none", "draft", "reviewed", "signed", "amended"])
        #expect(Set(plan.cases.map(\.name)).count == plan.cases.count)
    }

    @Test("Each is a submission with its findings, which its specimens and call sets have")
    func submitted() throws {
        let made = try SmallDemonstration.get()
        for planned in made.plan.cases {
            let submission = try #require(
                made.plan.region(planned.region)?.submissions.first { $0.caseName == planned.name }, "\(planned.name)")
            let manifest = try made.manifest(submission)
            let findings = try (manifest["findings"]?.array ?? []).map { try Finding(json: $0) }
            #expect(findings.count == planned.sentFindings)
            let specimens = (manifest["specimens"]?.array ?? []).compactMap { $0["name"]?.string }
            for finding in findings {
                #expect(specimens.contains(finding.specimen), "\(finding.identifier)")
                #expect(submission.callSets.contains(finding.callSet ?? ""), "\(finding.identifier)")
            }
        }
    }

    @Test("What was seen in a tumour that nobody sequenced is of the tumour's own specimen")
    func ownSpecimen() throws {
        let made = try SmallDemonstration.get()
        let planned = try #require(made.plan.cases.first { $0.name == "LUN25-AR02" })
        let submission = try #require(made.plan.region(planned.region)?.submissions.first { $0.caseName == planned.name })
        let manifest = try made.manifest(submission)
        let specimens = manifest["specimens"]?.array ?? []
        #expect(specimens.map { $0["name"]?.string } == ["LUN25-AR02-B", "LUN25-AR02-T"])
        #expect(specimens.map { $0["type"]?.string } == ["blood", "ffpe"])
        #expect(Set(specimens.map { $0["person"]?.string }).count == 1)
        #expect((manifest["callSets"]?.array ?? []).map { $0["specimen"]?.string } == ["LUN25-AR02-B"])
        #expect(planned.writtenFindings == 1)
    }

    @Test("A finding of a specimen that its case does not have is refused by its name")
    func unknownSpecimen() throws {
        let manager = FileManager.default
        let share = manager.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? manager.removeItem(at: share) }
        let cases = share.appending(path: "Examples/cases")
        try manager.createDirectory(at: cases.deletingLastPathComponent(), withIntermediateDirectories: true)
        for folder in ["Examples/cases", "Examples/knowledge"] {
            try manager.copyItem(at: SmallDemonstration.repository.appending(path: folder), to: share.appending(path: folder))
        }
        let file = cases.appending(path: "hereditary-cancer.yaml")
        let text = try String(contentsOf: file, encoding: .utf8).replacing("specimen: T,", with: "specimen: X,")
        try Data(text.utf8).write(to: file)
        let node = RunningNode(
            name: "none", partitions: [:], regulations: try TestRegion.regulations.get(), sources: [])
        let error = #expect(throws: AccessFileError.self) { try PlayCases(node: node, personas: [:], share: share.path) }
        #expect(error?.code == .unknownValue("LUN25-AR02-X", known: ["LUN25-AR02-T"]), "\(String(describing: error))")
    }

    @Test("What a case says was found is in its call file")
    func called() throws {
        let made = try SmallDemonstration.get()
        for planned in made.plan.cases {
            let submission = try #require(made.plan.region(planned.region)?.submissions.first { $0.caseName == planned.name })
            for value in try made.manifest(submission)["findings"]?.array ?? [] {
                guard let small = try Finding(json: value).content.smallVariant else { continue }
                let variant = small.variant.variant
                let line =
                    "\(variant.contig.name)\\s\(variant.position.value)\\s\\S+\\s\(variant.reference)\\s\(variant.alternate)\\s"
                let folder = made.path(submission.folder)
                let found = try Shell.run("zcat '\(folder)'/*.vcf.gz | grep -cP '^(chr)?\(line)'")
                #expect(found.status == 0, "\(planned.name) \(small.gene ?? "")")
            }
        }
    }

    @Test("Every region with a case has people for it, and without them it is said")
    func staff() throws {
        let node = RunningNode(
            name: "none", partitions: [:], regulations: try TestRegion.regulations.get(), sources: [])
        let share = SmallDemonstration.repository.path
        let personas = try LoadPersonas.read(share + "/Examples/personas.yaml")
        #expect(throws: Never.self) { try PlayCases(node: node, personas: personas, share: share) }
        let error = #expect(throws: DemonstrationError.self) {
            try PlayCases(node: node, personas: personas.filter { $0.value.role != .physician }, share: share)
        }
        #expect(error?.code == .staffMissing)
    }

    @Test("What a signed report cites stands in the knowledge that is in force before, and the newer release touches some of it")
    func knowledge() async throws {
        let share = SmallDemonstration.repository.path
        let cited = try PlayCases.citations(share: share)
        #expect(cited.count >= 6)
        var items: [String: ItemIdentity] = [:]
        for pick in cited.values.joined() {
            let item: ItemIdentity = try #require(ItemIdentity(pick.item))
            items[pick.finding + " " + pick.item] = item
        }
        let bench = try KnowledgeBench()
        let knowledge = try DemonstrationKnowledge.read(share: share)
        let keeper = KnowledgeBench.actor()
        try await knowledge.bring(.adopted, to: bench.desk, by: keeper, now: KnowledgeBench.noon)
        let inForce = try bench.desk.database.shelves().compactMap(\.current)
        #expect(Set(inForce.map(\.series.source)) == Set(KnowledgeSource.allCases))
        #expect(inForce.allSatisfy { $0.counts.diagnostics == 0 }, "\(inForce.map(\.counts))")
        var citations: [Citation] = []
        for (finding, item) in items {
            let known = try #require(try bench.desk.current(item), "\(item)")
            citations.append(Citation(report: finding, item: item, said: known.item.statement))
        }
        let all = citations
        try await knowledge.bring(.staged, to: bench.desk, by: keeper, now: KnowledgeBench.noon)
        let shelf = try #require(try bench.desk.database.shelves().first { $0.series.description == "civic/evidence" })
        #expect(shelf.entries.map(\.state) == [.current, .staged] && shelf.current?.release == "2021-02")
        let newer = try #require(shelf.entries.last?.version.identifier)
        let citing = KnowledgeDesk(
            database: bench.desk.database, layout: bench.desk.layout, tumourTypes: bench.desk.tumourTypes,
            citing: [
                CitingRegion(try #require(RegionCode("24"))) { source in
                    all.filter { $0.item.source == source }
                }
            ])
        let view = try ShowKnowledgeDifference(desk: citing, actor: keeper, purpose: .laboratoryOperation).run(newer)
        let touched = Dictionary(uniqueKeysWithValues: view.affected.flatMap(\.reports).map { ($0.report, $0.gravest) })
        #expect(touched["UME25-SO01-BRAF civic:EID1406"] == .directionChanged)
        #expect(touched["LIN25-HE01-DNMT3A civic:EID3"] == .gone)
        #expect(touched["LIN25-HE01-DNMT3A civic:EID61"] == .weakened)
    }
}
