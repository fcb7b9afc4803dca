import GenomeModel
import Testing

@Suite("Two structural events are the same one")
struct StructuralMatchingTests {
    static func place(_ contig: Int, _ position: Int, _ lower: Int = 0, _ upper: Int = 0) throws -> Breakpoint {
        let place = try #require(Position(position))
        return Breakpoint(Contig.all[contig - 1], place, from: lower, to: upper, assembly: .grch38)
    }

    static func span(
        _ kind: StructuralKind, _ first: Int, _ last: Int, contig: Int = 1, change: CopyChange? = nil, reach: Int = 0
    ) throws -> StructuralEvent {
        let (start, end) = (try place(contig, first, -reach, reach), try place(contig, last, -reach, reach))
        return try #require(StructuralEvent(kind, from: start, to: end, change: change))
    }

    static func insertion(_ position: Int, _ length: UInt32?) throws -> StructuralEvent {
        let place = try place(1, position)
        return try #require(StructuralEvent(insertionAt: place, length: length))
    }

    static func joined(
        _ one: (Int, Int, BreakendSide), _ other: (Int, Int, BreakendSide)
    ) throws -> StructuralEvent {
        let ends = (try place(one.0, one.1), try place(other.0, other.1))
        return try #require(
            StructuralEvent(joining: Breakend(ends.0, keeping: one.2), Breakend(ends.1, keeping: other.2)))
    }

    private func check(_ one: StructuralEvent, _ other: StructuralEvent, _ expected: Bool, _ why: Comment) {
        let rule = StructuralMatching()
        #expect(rule.matches(one, other) == expected, why)
        #expect(rule.matches(other, one) == expected, why)
        #expect(rule.matches(one, one) && rule.matches(other, other), why)
    }

    @Test("By what they do: a deletion is no duplication, and an unknown change may be either")
    func kinds() throws {
        let deletion = try Self.span(.deletion, 1_000_001, 1_010_000)
        check(deletion, try Self.span(.duplication, 1_000_001, 1_010_000), false, "DEL and DUP")
        check(deletion, try Self.span(.inversion, 1_000_001, 1_010_000), false, "DEL and INV")
        check(deletion, try Self.span(.copyNumber, 1_000_001, 1_010_000, change: .loss), true, "DEL and CNV lost")
        check(deletion, try Self.span(.copyNumber, 1_000_001, 1_010_000, change: .gain), false, "DEL and CNV gained")
        check(deletion, try Self.span(.copyNumber, 1_000_001, 1_010_000), true, "DEL and CNV")
        check(deletion, try Self.span(.deletion, 1_000_001, 1_010_000, contig: 2), false, "another contig")
    }

    @Test("By the bases they share of all that either has: 0.6, to the base")
    func sharedSpan() throws {
        let event = try Self.span(.deletion, 100_001, 110_000)
        // 7,500 shared of 12,500 is 0.6.
        check(event, try Self.span(.deletion, 102_501, 112_500), true, "0.6")
        check(event, try Self.span(.deletion, 102_502, 112_501), false, "just below")
        // Nested: 6,000 of 10,000.
        check(event, try Self.span(.deletion, 102_001, 108_000), true, "nested 0.6")
        check(event, try Self.span(.deletion, 102_001, 107_999), false, "nested, one less")
    }

    @Test("By the distance of their ends: 10,000 bases, confidence intervals taken off")
    func distance() throws {
        let event = try Self.span(.deletion, 1_000_001, 2_000_000)
        check(event, try Self.span(.deletion, 1_010_001, 2_000_000), true, "10,000 at the start")
        check(event, try Self.span(.deletion, 1_010_002, 2_000_000), false, "10,001 at the start")
        check(event, try Self.span(.deletion, 1_000_001, 2_010_001), false, "10,001 at the end")
        check(event, try Self.span(.deletion, 1_060_002, 2_050_000, reach: 50_002), true, "within the intervals")
        check(event, try Self.span(.deletion, 1_060_002, 2_050_000, reach: 50_000), false, "one base outside")
    }

    @Test("Insertions by 25 bases and a size of 0.7, where both have one")
    func insertions() throws {
        let event = try Self.insertion(5_000, 300)
        check(event, try Self.insertion(5_025, 300), true, "25 bases away")
        check(event, try Self.insertion(5_026, 300), false, "26 bases away")
        check(event, try Self.insertion(5_000, 210), true, "0.7")
        check(event, try Self.insertion(5_000, 209), false, "just below")
        check(event, try Self.insertion(5_010, nil), true, "of unknown length")
    }

    @Test("Breakends by the sides that are joined")
    func breakends() throws {
        let event = try Self.joined((1, 10_000, .left), (9, 20_000, .right))
        check(event, try Self.joined((9, 30_000, .right), (1, 20_000, .left)), true, "named the other way round")
        check(event, try Self.joined((1, 10_000, .left), (9, 20_000, .left)), false, "another side")
        check(event, try Self.joined((1, 10_000, .left), (9, 30_001, .right)), false, "10,001 bases away")
        check(event, try Self.joined((1, 10_000, .left), (8, 20_000, .right)), false, "another contig")
        let place = try Self.place(1, 10_000)
        let single = try #require(StructuralEvent(single: Breakend(place, keeping: .left)))
        check(event, single, false, "a single breakend names no partner")
        let turned = try #require(StructuralEvent(single: Breakend(place, keeping: .right)))
        check(single, turned, false, "single breakends of two sides")
    }

    @Test("Breakends of one contig also as the deletion, duplication or inversion whose junction they are")
    func junctions() throws {
        // N[chr1:20001[ behind 10,000 leaves out 10,001 to 20,000.
        let skip = try Self.joined((1, 10_000, .left), (1, 20_001, .right))
        check(skip, try Self.span(.deletion, 10_001, 20_000), true, "deletion")
        check(skip, try Self.span(.duplication, 10_001, 20_000), false, "a duplication joins the other sides")
        check(
            try Self.joined((1, 10_001, .right), (1, 20_000, .left)), try Self.span(.duplication, 10_001, 20_000), true, "dup")
        let inversion = try Self.span(.inversion, 10_001, 20_000)
        check(try Self.joined((1, 10_000, .left), (1, 20_000, .left)), inversion, true, "the left junction")
        check(try Self.joined((1, 10_001, .right), (1, 20_001, .right)), inversion, true, "the right junction")
        check(
            try Self.joined((1, 10_000, .left), (1, 20_000, .left)),
            try Self.joined((1, 10_001, .right), (1, 20_001, .right)), false, "the two junctions are two adjacencies")
    }

    @Test("Classes are compatible both ways, and each with itself")
    func classes() {
        for one in StructuralClass.allCases {
            #expect(one.compatible.first == one)
            for other in StructuralClass.allCases {
                #expect(one.compatible.contains(other) == other.compatible.contains(one), "\(one) \(other)")
                if one.compatible.contains(other) {
                    #expect(one.hasSpan == other.hasSpan && one.hasTwoPlaces == other.hasTwoPlaces, "\(one) \(other)")
                }
            }
        }
    }
}
