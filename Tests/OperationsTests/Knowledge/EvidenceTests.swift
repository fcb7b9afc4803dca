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

/// A region with a case in which BRAF V600E was found, and a node that knows CIViC's evidence.
struct EvidenceRegion {
    let made: ReportRegion
    let bench: KnowledgeBench
    let desk: KnowledgeDesk

    static let fixture = SmallDemonstration.repository.path + "/Tests/KnowledgeModelTests/Fixtures/civic-evidence.jsonl"

    /// Where KRAS lies.
    static let genes = GeneLoci(
        [try? Interval.parse("12:25205246-25250929", assembly: .grch38)].compactMap { $0 }.map {
            GeneLocus(symbol: "KRAS", identifier: "HGNC:6407", interval: $0)
        })

    static func make(genes: GeneLoci = .none) async throws -> EvidenceRegion {
        let bench = try KnowledgeBench()
        let made = try await ReportRegion.make { partition in
            KnowledgeDesk(
                database: bench.desk.database, layout: bench.desk.layout, tumourTypes: bench.desk.tumourTypes,
                genes: genes, citing: [CitingRegion(partition)])
        }
        let region = EvidenceRegion(made: made, bench: bench, desk: try #require(made.node.knowledge))
        try region.record()
        try await bench.adopt(try await bench.take("civic/evidence", fixture, release: "2026-04-25"))
        return region
    }

    private func record() throws {
        let variant = try #require(VariantIdentifier("GRCh38:7-140753336-A-T"))
        let small = SmallVariantFinding(
            variant: variant, gene: "BRAF", coding: "c.1799T>A",
            protein: "p.(Val600Glu)", consequences: [.missense])
        _ = try made.region.partition.records.recordFindings(
            [
                Finding(
                    identifier: "braf å", content: .smallVariant(try #require(small)),
                    method: FindingMethod(kind: .genome, name: "genome", version: "1", laboratory: made.laboratory),
                    callSet: "C100", specimen: "B100", date: TestRegion.today)
            ], caseName: "FALL-1", laboratory: made.laboratory, at: TestRegion.noon)
    }

    /// An amplification of MET, with what its laboratory says was not examined.
    func recordAmplification(lacking: [NotExamined]) throws {
        let content = CopyNumberFinding(
            assembly: .grch38, interval: try Interval.parse("7:116672196-116798377", assembly: .grch38), kind: .amplification,
            genes: ["MET"], copies: 12)
        _ = try made.region.partition.records.recordFindings(
            [
                Finding(
                    identifier: "met", content: .copyNumber(try #require(content)),
                    method: FindingMethod(kind: .genome, name: "genome", version: "1", laboratory: made.laboratory),
                    callSet: "C100", specimen: "B100", date: TestRegion.today, notExamined: lacking)
            ], caseName: "FALL-1", laboratory: made.laboratory, at: TestRegion.noon)
    }

    func shown(_ purpose: Purpose = .laboratoryOperation) async throws -> EvidenceProposal {
        let access = CaseAccess(
            partition: made.region.partition, law: try AccessFiles.law(), actor: try made.actor("anna"), purpose: purpose)
        let shown = try await ShowCase(access, laboratory: made.laboratory, name: "FALL-1", knowledge: desk).run()
        let finding = try #require(shown.findings.first { $0.finding.identifier == "braf å" })
        return try #require(shown.evidence(about: finding))
    }

    /// The region decides that matches are shown in care.
    func show() async throws {
        func govern(_ name: String) throws -> GovernInterpretations {
            GovernInterpretations(
                partition: made.region.partition, actor: try made.region.steward(name), purpose: .laboratoryOperation)
        }
        let rules = EvidenceProposal.rules
        try await govern("one").propose(.shownInCare, of: rules, from: TestRegion.today, ground: "RS 2026-3")
        try await govern("two").confirm(rules)
    }

    static let values = ReportRegion.values.merging(["small-variants": .findings(["f1", "braf å"])]) { $1 }

    func draft() async throws -> String {
        try made.signInterpretation()
        let report = try await made.begin().identifier
        _ = try await FillReport(
            node: made.node, region: made.region.code, actor: try made.actor("anna"), purpose: .laboratoryOperation,
            report: report, values: EvidenceRegion.values, uninterpreted: ["braf å": .awaited]
        ).run()
        return report
    }

    func cite(_ report: String, _ picks: [CiteEvidence.Pick]) async throws -> [ReportCitation] {
        try await CiteEvidence(
            node: made.node, region: made.region.code, actor: try made.actor("anna"), purpose: .laboratoryOperation,
            report: report, picks: picks
        ).run().latest?.content.citations ?? []
    }
}

@Suite("Evidence that matches a finding, and what is cited of it")
struct EvidenceTests {
    @Test(
        "Nothing is shown in care before the region has decided it for these rules; then with mark, reason, source, version and level"
    )
    func shown() async throws {
        let region = try await EvidenceRegion.make()
        let before = try await region.shown()
        #expect(before.decision == .withheld(.notDecided) && before.items.isEmpty)
        try await region.show()
        let proposal = try await region.shown()
        #expect(proposal.decision == .shown(.decided) && proposal.stamp.rules == EvidenceProposal.rules)
        #expect(proposal.stamp.sources == ["civic/evidence 2026-04-25"])
        let first = try #require(proposal.items.first)
        #expect(first.applies && first.subject == "BRAF V600E" && first.findings == ["braf å"])
        #expect(first.closeness == MatchLevel.variant.name && first.version.release == "2026-04-25")
        let reason = try #require(first.reasons.first)
        #expect(reason.sv.contains("BRAF c.1799T>A p.(Val600Glu)") && reason.sv.contains("BRAF V600E"))
        #expect(!first.level.sv.isEmpty && first.references.contains { $0.source == .civic })
        // What applies stands before what only comes near.
        let applies = proposal.items.map(\.applies)
        #expect(applies == applies.sorted { $0 && !$1 })
        #expect(proposal.items(about: "f1").isEmpty)
    }

    /// EID1971: MET amplification and no KRAS mutation.
    @Test(
        "That a gene is unaltered counts where the case's call sets look at all of it, and nobody says that it was not examined",
        arguments: [
            (EvidenceRegion.genes, [NotExamined](), true), (GeneLoci.none, [], false),
            (EvidenceRegion.genes, [NotExamined(.gene, "KRAS", .lowCoverage)], false),
            (EvidenceRegion.genes, [NotExamined(.gene, "NRAS", .lowCoverage)], true),
        ])
    func wildType(genes: GeneLoci, lacking: [NotExamined], applies: Bool) async throws {
        let region = try await EvidenceRegion.make(genes: genes)
        try await region.show()
        try region.recordAmplification(lacking: lacking)
        let item = try #require(try await region.shown().items(about: "met").first { $0.identity.key == "EID1971" })
        #expect(item.applies == applies)
        #expect(
            item.reasons.contains {
                $0.en == "NOT KRAS Mutation: " + (applies ? "examined, and nothing else was found." : "not examined.")
            })
    }

    @Test("Of somebody whose data is not to be used any more nothing is computed")
    func stopped() async throws {
        let region = try await EvidenceRegion.make()
        try await region.show()
        let partition = region.made.region.partition
        _ = try await EndData(
            partition: partition, person: region.made.person, act: .stopUsing, decision: "D-1", actor: "one"
        ).run()
        #expect(try await region.shown().items.isEmpty)
    }

    @Test("What is picked is cited as the version in force says it, and a later version shows the report that rests on it")
    func citing() async throws {
        let region = try await EvidenceRegion.make()
        try await region.show()
        let item = try #require(try await region.shown().items.first).identity
        let report = try await region.draft()
        let pick = CiteEvidence.Pick(item: item.description, finding: "braf å")
        let cited = try await region.cite(report, [pick, pick])
        #expect(cited.map(\.item) == [item.key] && cited.map(\.release) == ["2026-04-25"])
        #expect(cited.first?.scope.hasPrefix("BRAF V600E | ") == true)
        let citation = try #require(cited.first)
        #expect(try ReportCitation(json: citation.json) == citation)
        for (wrong, place) in [
            (CiteEvidence.Pick(item: "civic:EID999999", finding: "braf å"), "item"),
            (CiteEvidence.Pick(item: item.description, finding: "nothing"), "finding"),
            (CiteEvidence.Pick(item: "nonsense", finding: "braf å"), "item"),
        ] {
            await #expect(throws: ReportError(.unknownValue, place: place)) { try await region.cite(report, [wrong]) }
        }
        let records = region.made.region.partition.records
        _ = try await region.made.review(report)
        _ = try await region.made.sign(report)
        #expect(try records.citations(ofSource: .civic).map(\.item) == [item])
        // The publisher takes the item away.
        let text = try String(contentsOfFile: EvidenceRegion.fixture, encoding: .utf8)
        let rest = text.split(separator: "\n").filter { !$0.contains("\"id\": \"\(item.key.dropFirst(3))\",") }
        let file = try region.bench.write(rest.joined(separator: "\n") + "\n", as: "later.jsonl")
        let later = try await region.bench.take("civic/evidence", file, release: "2026-05-01")
        let view = try ShowKnowledgeDifference(
            desk: region.desk, actor: KnowledgeBench.actor(), purpose: .laboratoryOperation
        ).run(later.identifier)
        #expect(view.affected.flatMap(\.reports).map(\.report) == [report])
        #expect(view.affected.flatMap(\.reports).first?.gravest == .gone)
    }

    @Test("A draft keeps what it cited of a version that is no longer in force, as it was cited")
    func kept() async throws {
        let region = try await EvidenceRegion.make()
        try await region.show()
        let item = try #require(try await region.shown().items.first).identity
        let report = try await region.draft()
        let pick = CiteEvidence.Pick(item: item.description, finding: "braf å")
        let cited = try await region.cite(report, [pick])
        let file = try region.bench.write(
            #"{"id": "1", "molecular_profile": "KRAS G12", "disease": "Cancer", "doid": "162", "therapies": [], "evidence_level": "B", "evidence_type": "Diagnostic", "evidence_direction": "Supports", "significance": "Positive", "evidence_status": "accepted"}"#
                + "\n", as: "small.jsonl")
        try await region.bench.adopt(try await region.bench.take("civic/evidence", file, release: "2026-06-01"))
        #expect(try await region.cite(report, [pick]) == cited)
        #expect(try await region.cite(report, []).isEmpty)
    }

    @Test(
        "An adoption stands in the ledger of every region of the node: who, from what, to what; and what a crash left out is added once"
    )
    func ledger() async throws {
        let region = try await EvidenceRegion.make()
        let ledger = region.made.region.partition.ledger
        func events() throws -> [AuditEvent] { try ledger.events(LedgerFilter(act: .knowledge)).map(\.event) }
        // The bench adopted by a desk that knew no region, as before a crash.
        #expect(try events().isEmpty)
        try await LogKnowledgeInForce(desk: region.desk).run()
        try await LogKnowledgeInForce(desk: region.desk).run()
        #expect(try events().map(\.detail["from"]) == ["nothing"])
        let later = try await region.bench.take(
            "civic/evidence",
            try region.bench.write(try String(contentsOfFile: EvidenceRegion.fixture, encoding: .utf8) + "\n", as: "later"),
            release: "2026-05-01")
        let actor = KnowledgeBench.actor()
        let seen = try ShowKnowledgeDifference(desk: region.desk, actor: actor, purpose: .laboratoryOperation)
            .run(later.identifier).digest
        try await AdoptKnowledge(desk: region.desk, actor: actor, purpose: .laboratoryOperation)
            .run(later.identifier, seen: seen, now: Timestamp(milliseconds: KnowledgeBench.noon.milliseconds + 1000))
        try await LogKnowledgeInForce(desk: region.desk).run()
        let last = try #require(try events().last)
        #expect(try events().count == 2 && last.actor == actor.identity && last.process == "knowledge adopt")
        #expect(last.detail["from"]?.hasSuffix(" 2026-04-25") == true && last.detail["to"]?.hasSuffix(" 2026-05-01") == true)
        #expect(try ledger.verify().fault == nil)
    }
}
