import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing

@Suite("Questions for what variants do, and for structural events")
struct SoughtCallTests {
    /// Sixteen people: twelve with the first site and the deletion, two of those also with the second site.
    private static func region() async throws -> TestRegion {
        let people = (0..<16).map { number in
            Someone(number: number, genotypes: [number < 12 ? "0/1" : "0/0", number < 2 ? "1/1" : "0/0"])
        }
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", people, allCalls: true)
        return region
    }

    private static func steward(_ organisation: String) -> Actor {
        Actor(
            identity: organisation, name: "S", role: .dataSteward, region: RegionCode("12"),
            provider: OrganisationCode(organisation), careUnit: nil, purposes: [.statistics])
    }

    private static func own(_ region: TestRegion) throws -> Actor {
        Actor(
            identity: "own", name: "Own", role: .dataSteward, region: region.code, provider: try region.controller, careUnit: nil,
            purposes: [.qualityFollowUp])
    }

    static let deletion = "DEL-1-3000001-3010000"

    @Test(
        "Whoever carries what is meant is counted, and nobody else",
        arguments: [
            ("carries gene GENE1", 12), ("carries gene GENE1 with impact HIGH", 12),
            ("carries gene GENE1 with impact MODERATE", 2), ("carries gene GENE1 with impact in (HIGH, MODERATE)", 12),
            ("carries gene GENE1 with consequence missense_variant", 2), ("carries gene GENE1 with impact LOW", 0),
            ("carries gene ENSG00000000001 with consequence stop_gained", 12), ("carries gene GENE2", 0),
            ("carries protein p.Lys1001000Glu", 2), ("carries protein ENSP00000000001:p.Lys1001000Glu", 2),
            ("carries coding ENST00000000001.1:c.1000000A>G", 12), ("carries coding ENST00000000001.2:c.1000000A>G", 0),
            ("carries \(deletion)", 12), ("carries DEL-1-3000101-3010100", 12), ("carries DEL-1-3000001-3050000", 0),
            ("carries DUP-1-3000001-3010000", 0), ("carries CNV-1-3000001-3010000", 12),
            ("carries event DEL in 1:3005000-3006000", 12), ("carries event any in 1:3005000-3006000", 12),
            ("carries event DEL in 1:3005000-3006000 with length 50..20000", 12),
            ("carries event DEL in 1:3005000-3006000 with length 50..100", 0), ("carries event DEL in 1:1-2000000", 0),
            ("carries event DEL in 1:3000001-3000050", 6), ("carries gene GENE1 and not carries \(deletion)", 0),
            ("not carries gene GENE1 with impact HIGH", 4),
        ])
    func counts(question: String, expected: Int) async throws {
        #expect(try await Self.region().ownCount(question) == expected)
    }

    @Test("An event has figures as a small variant has, over all that match")
    func figures() async throws {
        let region = try await Self.region()
        try await region.submit("B", [Someone(number: 50, genotypes: ["1/1"])])
        let reply = try await region.ask(try Self.own(region), .qualityFollowUp, "frequency \(Self.deletion)")
        let figures = try #require(reply.answer.frequency)
        #expect(figures.alleleCount == 12)
        #expect(figures.alleleNumber == 32)
        #expect(figures.heterozygous == 12)
        #expect(figures.carriers == 12)
        // Whose structural calls were never sent could not have shown it.
        #expect(figures.covered == 16)
        #expect(figures.people == 17)
    }

    @Test("The answer says which annotations it was taken from, and of a variant that is told of what they say")
    func annotation() async throws {
        let region = try await Self.region()
        let own = try Self.own(region)
        let version = "VEP 113.0, homo_sapiens_merged/113_GRCh38, GRCh38"
        let counted = try await region.ask(own, .qualityFollowUp, "carries gene GENE1")
        #expect(counted.annotation == version)
        let plain = try await region.ask(own, .qualityFollowUp, "carries \(TestRegion.variant(0))")
        #expect(plain.annotation == nil)
        let told = try await region.ask(own, .qualityFollowUp, "frequency \(TestRegion.variant(1))")
        #expect(told.annotations.first?.version.description == version)
        #expect(told.annotations.first?.shown?.hgvsProtein == "ENSP00000000001.1:p.Lys1001000Glu")
        let nobody = try await region.ask(own, .qualityFollowUp, "frequency \(TestRegion.variant(3))")
        #expect(nobody.annotations == [])
    }

    @Test("Others are told by the same rules as of variants: few are protected, and the ledger has each asking")
    func protected() async throws {
        let region = try await Self.region()
        try await region.publish()
        try await region.publishPolicy()
        for question in ["carries gene GENE1 with impact MODERATE", "carries protein p.Lys1001000Glu"] {
            let answer = try await region.ask(Self.steward("SE12-X"), .statistics, question).answer
            #expect(answer.count == nil, "\(question)")
            #expect(answer.state == .suppressed)
        }
        let before = try region.partition.ledger.events(LedgerFilter(limit: .max)).count
        let few = try await region.ask(Self.steward("SE12-Z"), .statistics, "frequency \(TestRegion.variant(1))")
        #expect(few.answer.frequency == nil)
        #expect(few.annotations == [])
        let event = try await region.ask(Self.steward("SE12-Y"), .statistics, "frequency \(Self.deletion)")
        let variant = try await region.ask(Self.steward("SE12-W"), .statistics, "frequency \(TestRegion.variant(0))")
        // The same people carry both.
        #expect(event.answer.state == variant.answer.state)
        #expect(event.answer.frequency == variant.answer.frequency)
        #expect(try region.partition.ledger.events(LedgerFilter(limit: .max)).count == before + 3)
    }

    @Test("Variants are listed by what they do, each with its consequences")
    func listedVariants() async throws {
        let region = try await Self.region()
        let cases: [(ConsequenceQuery, [Int])] = [
            (ConsequenceQuery(geneSymbol: "GENE1"), [0, 1]), (ConsequenceQuery(impacts: [.high]), [0]),
            (ConsequenceQuery(hgvsProtein: "p.Lys1001000Glu"), [1]), (ConsequenceQuery(geneSymbol: "GENE2"), []),
        ]
        for (query, sites) in cases {
            let listed = try await ListEntriesTests.list(
                region, try Self.own(region), .qualityFollowUp, .genomicVariations, "all"
            ) { _, selection in selection.variants = .consequence(query, in: nil) }
            let variants = listed.entries.compactMap { entry -> String? in
                guard case .variant(let variant) = entry else { return nil }
                #expect(variant.annotations.first?.shown?.feature.geneSymbol == "GENE1")
                return variant.variant.notation
            }
            #expect(variants == sites.map(TestRegion.variant))
            #expect(listed.annotation?.contains("VEP 113.0") == true)
        }
    }

    @Test("Events that match are one row, with the figures that asking for it gives")
    func listedEvents() async throws {
        let region = try await Self.region()
        let own = try Self.own(region)
        let interval = try ListEntriesTests.interval(2_000_000, 4_000_000)
        let listed = try await ListEntriesTests.list(region, own, .qualityFollowUp, .genomicVariations, "all") { _, selection in
            selection.variants = .events(EventSelection(kinds: [.deletion], in: interval))
        }
        #expect(listed.answer.count == 1)
        guard case .event(let entry)? = listed.entries.first else {
            Issue.record("no event is listed")
            return
        }
        let alone = try await region.ask(own, .qualityFollowUp, "frequency \(entry.event.notation)").answer.frequency
        #expect(entry.figures == alone)
        let none = try await ListEntriesTests.list(region, own, .qualityFollowUp, .genomicVariations, "all") { _, selection in
            selection.variants = .events(EventSelection(kinds: [.duplication], in: interval))
        }
        #expect(none.answer.count == 0)
    }

    @Test(
        "A phrase cannot have figures, and what is no event says so",
        arguments: ["frequency \"gene GENE1\"", "frequency DEL-1-5-2"])
    func faults(question: String) async throws {
        let region = try await Self.region()
        await #expect(throws: AskedQuestionError.self) {
            try await region.ask(try Self.own(region), .qualityFollowUp, question)
        }
    }
}
