import GenomeModel
import Testing

@Suite("A structural event")
struct StructuralEventTests {
    private typealias Make = StructuralMatchingTests

    private static func interval(_ contig: Int, _ first: Int, _ last: Int) -> Interval? {
        guard let first = Position(first), let last = Position(last) else { return nil }
        return Interval(contig: Contig.all[contig - 1], first: first, last: last)
    }

    @Test("Is the same value whichever breakend is named first")
    func canonical() throws {
        let one = try Make.joined((2, 50, .left), (1, 90, .right))
        #expect(one == (try Make.joined((1, 90, .right), (2, 50, .left))))
        #expect(one.first.contig.name == "1" && one.firstSide == .right && one.secondSide == .left)
        // On one contig the lower position first; at one position the left side.
        #expect(try Make.joined((1, 90, .left), (1, 50, .right)).first.position.value == 50)
        #expect(try Make.joined((1, 50, .right), (1, 50, .left)).firstSide == .left)
    }

    @Test("Has a length where it has one")
    func lengths() throws {
        #expect(try Make.span(.deletion, 101, 200).length == 100)
        #expect(try Make.insertion(100, 77).length == 77)
        #expect(try Make.insertion(100, nil).length == nil)
        #expect(try Make.joined((1, 50, .left), (1, 90, .right)).length == nil)
    }

    @Test("Is not made of what contradicts itself")
    func refusals() throws {
        let (low, high) = (try Make.place(1, 100), try Make.place(1, 200))
        #expect(StructuralEvent(.deletion, from: high, to: low) == nil)
        #expect(StructuralEvent(.deletion, from: low, to: try Make.place(2, 200)) == nil)
        #expect(StructuralEvent(.insertion, from: low, to: high) == nil)
        #expect(StructuralEvent(.deletion, from: low, to: high, copies: -1) == nil)
        #expect(StructuralEvent(.deletion, from: low, to: high, copies: .nan) == nil)
        #expect(StructuralEvent(insertionAt: low, length: 0) == nil)
        #expect(FusionGenes(nil, nil) == nil)
        #expect(FusionGenes("EML4", "A\tLK") == nil)
    }

    @Test("Keeps a confidence interval on the contig and around its position")
    func intervals() throws {
        let wide = try Make.place(1, 100, -500, 500_000_000)
        #expect(wide.low.value == 1 && wide.high.value == 248_956_422)
        let beside = try Make.place(1, 1000, 50, 150)
        #expect(beside.low.value == 1000 && beside.high.value == 1150)
        #expect(try Make.place(1, 1000, -7, 0).width == 7)
    }

    @Test("Has the copies of its first place, and none where the person has none of either")
    func copies() throws {
        func copies(_ event: StructuralEvent, _ sex: Sex) -> Int { event.copiesExpected(of: sex, .grch38) }
        let autosomal = try Make.span(.deletion, 1_000, 2_000)
        let onX = try Make.span(.deletion, 5_000_000, 5_001_000, contig: 23)
        let toY = try Make.joined((3, 1_000, .left), (24, 5_000_000, .right))
        #expect([Sex.female, .male, .unknown].map { copies(autosomal, $0) } == [2, 2, 2])
        #expect([Sex.female, .male, .unknown].map { copies(onX, $0) } == [2, 1, 0])
        #expect([Sex.female, .male, .unknown].map { copies(toY, $0) } == [0, 2, 0])
    }

    @Test(
        "Is covered by one breakpoint among the targets, or by half of its span between the outermost",
        arguments: [
            (StructuralKind.deletion, 1_000, 2_000, true), (.deletion, 900, 1_050, true), (.inversion, 900, 1_050, true),
            // Both ends outside; the targets within reach from 1,001 to 1,900 of 801 … 2,200: 900 of 1,400.
            (.deletion, 801, 2_200, true), (.duplication, 801, 2_200, true), (.copyNumber, 801, 2_200, true),
            (.inversion, 801, 2_200, false),
            // 900 of 1,800 is half; of 1,802 less.
            (.deletion, 501, 2_300, true), (.deletion, 500, 2_301, false), (.deletion, 1_200, 1_700, false),
        ])
    func coverage(kind: StructuralKind, first: Int, last: Int, isCovered: Bool) throws {
        let targets = TargetRegions(
            merging: [(1, 1_001, 1_100), (1, 1_801, 1_900)].compactMap(Self.interval))
        let event = try Make.span(kind, first, last)
        #expect(targets.covers(event) == isCovered)
        #expect(TargetRegions.genome.covers(event))
    }

    @Test("A fusion is covered by the one baited partner")
    func fusions() throws {
        let bait = TargetRegions(
            merging: [(2, 29_220_000, 29_225_000)].compactMap(Self.interval))
        #expect(bait.covers(try Make.joined((2, 42_295_516, .left), (2, 29_223_528, .left))))
        #expect(!bait.covers(try Make.joined((2, 42_295_516, .left), (2, 30_223_528, .left))))
    }
}
