import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import TestSupport
import Testing

@Suite("Variants as entries")
struct ListEntriesVariantTests {
    typealias Entries = ListEntriesTests

    private static func everything() throws -> VariantSelection {
        .overlapping(
            try Entries.interval(1, 4_000_000), reference: nil, alternate: nil)
    }

    private static func steward(_ organisation: String) -> Actor {
        Actor(
            identity: organisation, name: "S", role: .dataSteward, region: RegionCode("12"),
            provider: OrganisationCode(organisation), careUnit: nil, purposes: [.statistics])
    }

    /// Forty people with genotypes at random, rarer from site to site.
    private static func region(seed: UInt64) async throws -> TestRegion {
        var generator = SeededGenerator(seed: seed)
        let rates = [0.92, 0.6, 0.4, 0.25, 0.12, 0.04]
        let people = (0..<40).map { number in
            Someone(
                number: number, diagnoses: [number % 2 == 0 ? "ICD10:C50.1" : "ICD10:G40.9"],
                genotypes: rates.map { generator.chance($0) ? generator.pick(["0/1", "1/1", "0/1"]) : "0/0" })
        }
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", people)
        try await region.publish()
        try await region.publishPolicy()
        return region
    }

    @Test(
        "Each is told or withheld exactly as when it is asked about alone, and what is withheld is not listed",
        arguments: [1, 2, 3] as [UInt64])
    func sameAsAlone(seed: UInt64) async throws {
        let region = try await Self.region(seed: seed)
        let everything = try Self.everything()
        for (number, criterion) in ["all", ListEntriesTests.ill, "not \(ListEntriesTests.ill)"].enumerated() {
            // Each criterion to somebody who has heard nothing yet, in the list and one by one.
            let (lister, asker) = (Self.steward("SE12-L\(number)"), Self.steward("SE12-A\(number)"))
            var alone: [String] = []
            for site in TestRegion.sites.indices {
                let answer = try await region.ask(
                    asker, .statistics, "frequency \(TestRegion.variant(site)) where \(criterion)"
                ).answer
                if let figures = answer.frequency { alone.append("\(TestRegion.variant(site)) \(figures)") }
            }
            for _ in 0..<2 {
                let listed = try await Entries.list(region, lister, .statistics, .genomicVariations, criterion) {
                    $1.variants = everything
                }
                let names = Entries.names(listed.entries)
                let figures = listed.entries.compactMap { entry in
                    if case .variant(let one) = entry { one.figures } else { nil }
                }
                #expect(zip(names, figures).map { "\($0) \($1)" } == alone, "\(criterion)")
                #expect(listed.answer.count == alone.count)
            }
        }
        // Something was told and something withheld, or the comparison shows nothing.
        let told = try await Entries.list(region, Self.steward("SE12-X"), .statistics, .genomicVariations) {
            $1.variants = everything
        }
        #expect((1..<TestRegion.sites.count).contains(told.entries.count))
    }

    @Test("The owner sees every variant that somebody carries, with the figures of a question about it")
    func owner() async throws {
        let region = try await Self.region(seed: 9)
        let own = Actor(
            identity: "own", name: "Own", role: .dataSteward, region: region.code, provider: try region.controller, careUnit: nil,
            purposes: [.qualityFollowUp])
        let listed = try await Entries.list(region, own, .qualityFollowUp, .genomicVariations, ListEntriesTests.ill) {
            $1.variants = try? Self.everything()
        }
        var expected: [FrequencyFigures] = []
        for site in TestRegion.sites.indices {
            let answer = try await region.ask(
                own, .qualityFollowUp, "frequency \(TestRegion.variant(site)) where \(ListEntriesTests.ill)"
            ).answer
            let figures = try #require(answer.frequency)
            if figures.carriers > 0 { expected.append(figures) }
        }
        #expect(
            listed.entries.compactMap { entry in
                if case .variant(let one) = entry { one.figures } else { nil }
            } == expected)
        let one = try await Entries.list(region, own, .qualityFollowUp, .genomicVariations) {
            $1.identifier = "chr\(TestRegion.variant(2))"
        }
        #expect(Entries.names(one.entries) == [TestRegion.variant(2)])
        // Figures are of nobody in particular: no patient is named.
        let event = try #require(try region.partition.ledger.events(LedgerFilter(act: .question)).last?.event)
        #expect(event.patients.isEmpty && event.decision == .aggregate && event.returned == 1)
    }

    @Test("Who may have counts only, and who may have nothing, is refused")
    func refused() async throws {
        let region = try await Self.region(seed: 4)
        for (actor, purpose) in [
            (try TestRegion.persona("forskare-uppsala"), Purpose.feasibility), (Self.steward("SE12-F"), .research),
        ] {
            let listed = try await Entries.list(region, actor, purpose, .genomicVariations) {
                $0.plannedStudy = "A study"
                $1.variants = try? Self.everything()
            }
            #expect(listed.answer.state == .refused && listed.entries.isEmpty)
        }
    }

    @Test("What is too much at once, or means one person, is no question, and says what to do")
    func bounds() async throws {
        let region = try await Self.region(seed: 5)
        let lab = try Entries.laboratory(region)
        let long = try Entries.interval(1, 5_000_001)
        let many = try (0...20_000).map { place in
            let position = try #require(Position(1000 + place))
            return try #require(Variant(contig: .all[0], position: position, reference: "A", alternate: "G"))
        }
        let cases: [(EntryKind, AskedQuestionError.SelectionFault, (inout EntrySelection) -> Void)] = [
            (.genomicVariations, .allVariants, { _ in }),
            (.genomicVariations, .rangeTooLong, { $0.variants = .overlapping(long, reference: nil, alternate: nil) }),
            (.individuals, .rangeTooLong, { $0.variants = .overlapping(long, reference: nil, alternate: nil) }),
            (.runs, .rangeTooLong, { $0.variants = .bracket(contig: .all[0], first: 1...6_000_000, last: 1...2) }),
            (.genomicVariations, .tooManyVariants, { $0.variants = .alleles(many) }),
            (
                .genomicVariations, .variantsOfOnePerson,
                {
                    $0.individual = "somebody"
                    $0.variants = .alleles([])
                }
            ),
            (.individuals, .page, { $0.skip = -1 }), (.individuals, .page, { $0.limit = 1001 }),
        ]
        for (kind, expected, change) in cases {
            do {
                _ = try await Entries.list(region, lab, .ownProviderComparison, kind) { change(&$1) }
                Issue.record("\(expected) was answered")
            } catch AskedQuestionError.selection(let fault) {
                #expect(fault == expected && !fault.description.isEmpty)
            }
        }
        await #expect(throws: AskedQuestionError.self) {
            try await Entries.list(region, lab, .ownProviderComparison, .genomicVariations) { $1.identifier = "nonsense" }
        }
        // The longest range that may be asked for.
        let longest = try Entries.interval(1, 5_000_000)
        let listed = try await Entries.list(region, lab, .qualityFollowUp, .genomicVariations) {
            $1.variants = .overlapping(longest, reference: nil, alternate: nil)
        }
        #expect(listed.answer.state == .answered)
    }
}
