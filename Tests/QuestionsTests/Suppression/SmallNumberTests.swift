import Questions
import Testing

/// One count at a time: what the threshold, the band and each kind of neighbour do.
@Suite struct SmallNumberTests {
    private func people(_ range: Range<Int>) -> RowSet { RowSet(size: 100, range) }

    private func disclose(
        _ answer: Range<Int>, universe: Range<Int> = 0..<100, cells: [Range<Int>] = [], withoutOne: [Range<Int>] = [],
        earlier: [Range<Int>] = [], showsBand: Bool = false, threshold: Int = 5
    ) -> Disclosure {
        SmallNumberRule(threshold: threshold, showsBand: showsBand).disclose(
            people(answer), universe: people(universe), cells: cells.map(people), withoutOne: withoutOne.map(people),
            earlier: earlier.map(people))
    }

    @Test(
        "Counts by themselves",
        arguments: [
            (0, Disclosure.suppressed(.few), Disclosure.exact(0)), (1, .suppressed(.few), .band(1...4)),
            (4, .suppressed(.few), .band(1...4)), (5, .exact(5), .exact(5)), (60, .exact(60), .exact(60)),
            (95, .exact(95), .exact(95)), (96, .suppressed(.complement), .suppressed(.complement)),
            (99, .suppressed(.complement), .suppressed(.complement)), (100, .exact(100), .exact(100)),
        ])
    func alone(count: Int, withheld: Disclosure, banded: Disclosure) {
        #expect(disclose(0..<count) == withheld)
        #expect(disclose(0..<count, showsBand: true) == banded)
    }

    @Test func `Neighbours with a few people, or a few fewer, withhold the answer and its band`() {
        #expect(disclose(0..<50, cells: [50..<54]) == .suppressed(.neighbour))
        #expect(disclose(0..<50, cells: [50..<55, 50..<50]) == .exact(50))
        #expect(disclose(0..<50, withoutOne: [0..<53]) == .suppressed(.neighbour))
        #expect(disclose(0..<50, withoutOne: [0..<55]) == .exact(50))
        #expect(disclose(0..<3, withoutOne: [0..<7], showsBand: true) == .suppressed(.neighbour))
        #expect(disclose(0..<3, withoutOne: [0..<8], showsBand: true) == .band(1...4))
    }

    @Test func `Earlier answers that differ by a few people withhold the answer`() {
        #expect(disclose(0..<50, earlier: [0..<49]) == .suppressed(.earlierAnswer))
        #expect(disclose(0..<50, earlier: [2..<70]) == .suppressed(.earlierAnswer))
        #expect(disclose(0..<50, earlier: [0..<50, 0..<55, 60..<90]) == .exact(50))
        #expect(disclose(0..<3, earlier: [50..<90], showsBand: true) == .band(1...4))
        #expect(disclose(0..<50, earlier: [0..<0, 60..<63], showsBand: true) == .exact(50))
        #expect(disclose(0..<6, earlier: [0..<4], showsBand: true) == .suppressed(.earlierAnswer))
    }

    @Test func `The threshold is the region's, and never under two`() {
        #expect(disclose(0..<9, threshold: 10) == .suppressed(.few))
        #expect(disclose(0..<9, showsBand: true, threshold: 10) == .band(1...9))
        #expect(SmallNumberRule(threshold: 0).threshold == 2)
        #expect(Disclosure.band(1...4).bandText == "1-4")
    }

    @Test(
        "Parts of conjunctions and disjunctions at any depth have their neighbours",
        arguments: [
            ("sex = male", [], []),
            (
                "sex = male and area = rare", ["area = rare and not sex = male", "sex = male and not area = rare"],
                ["area = rare", "sex = male"]
            ),
            (
                "not (sex = male and area = rare)",
                ["not sex = male and not not area = rare", "not area = rare and not not sex = male"],
                ["not area = rare", "not sex = male"]
            ),
            (
                "sex = male or area = rare and age >= 18",
                [
                    "sex = male and not (area = rare and age >= 18)", "area = rare and age >= 18 and not sex = male",
                    "age >= 18 and not area = rare", "area = rare and not age >= 18",
                ],
                ["area = rare and age >= 18", "sex = male", "sex = male or age >= 18", "sex = male or area = rare"]
            ),
        ])
    func neighbours(text: String, cells: [String], withoutOne: [String]) throws {
        let found = NeighbouringCriteria(of: try Question.parse(text).criterion)
        func sorted(_ list: [Criterion]) -> [String] { list.map { Self.plain($0).text }.sorted() }
        func read(_ list: [String]) throws -> [String] {
            try list.map { Self.plain(try Question.parse($0).criterion).text }.sorted()
        }
        #expect(sorted(found.cells) == (try read(cells)))
        #expect(sorted(found.withoutOne) == (try read(withoutOne)))
    }

    /// Nested conjunctions and disjunctions flattened and those of one part taken out, which changes no meaning.
    private static func plain(_ criterion: Criterion) -> Criterion {
        switch criterion {
        case .everyone, .condition: return criterion
        case .not(let part): return .not(plain(part))
        case .and(let parts):
            let flat = parts.map(plain).flatMap { if case .and(let inner) = $0 { inner } else { [$0] } }
            return flat.count == 1 ? flat[0] : .and(flat.sorted { $0.text < $1.text })
        case .or(let parts):
            let flat = parts.map(plain).flatMap { if case .or(let inner) = $0 { inner } else { [$0] } }
            return flat.count == 1 ? flat[0] : .or(flat.sorted { $0.text < $1.text })
        }
    }
}
