import KnowledgeModel
import Testing

/// Gene lists made by rule, so that a difference can be counted by hand.
enum MadeLists {
    static func entry(_ number: Int, _ confidence: GeneConfidence = .green) -> GeneListEntry {
        GeneListEntry(list: "L", symbol: "G\(number)", hgnc: "HGNC:\(number)", confidence: confidence)
    }

    static func list(_ numbers: some Sequence<Int>, _ confidence: (Int) -> GeneConfidence = { _ in .green }) -> [GeneListEntry] {
        numbers.map { entry($0, confidence($0)) }.sorted { $0.identity < $1.identity }
    }
}

@Suite("The difference between two versions")
struct DifferenceTests {
    @Test("Between a version and itself is empty")
    func same() throws {
        let list = MadeLists.list(1...500)
        let difference = try KnowledgeDifference(from: list, to: list)
        #expect(difference.changes.isEmpty)
        #expect(difference.counts == DifferenceCounts(unchanged: 500))
    }

    @Test("Names what is added, gone and changed, and the fields that differ")
    func named() throws {
        let difference = try KnowledgeDifference(
            from: MadeLists.list([1, 2, 3, 10]), to: MadeLists.list([2, 3, 4, 10]) { $0 == 3 ? .amber : .green })
        #expect(difference.counts == DifferenceCounts(added: 1, changed: 1, gone: 1, unchanged: 2))
        #expect(difference.changes.map(\.identity.key) == ["L/HGNC:1", "L/HGNC:3", "L/HGNC:4"])
        guard case .changed(_, _, let fields) = difference.changes[1] else {
            Issue.record("not a change")
            return
        }
        #expect(fields.map { [$0.name, $0.from, $0.to] } == [["confidence", "green", "amber"]])
    }

    @Test("Applied to the first version gives the second, and set arithmetic counts it", arguments: 0..<40)
    func applied(round: Int) throws {
        // Residues of powers stand in for chance: every round has other items, and none is the same on two machines.
        func numbers(_ base: Int) -> Set<Int> { Set((0..<(round * 5)).map { ($0 * $0 * base + round * 31 + $0 * 7) % 211 }) }
        let (first, second) = (numbers(3), numbers(5))
        let old = MadeLists.list(first) { $0 % 3 == 0 ? .red : .green }
        let new = MadeLists.list(second) { $0 % 3 == 0 && $0 % 2 == 0 ? .amber : $0 % 3 == 0 ? .red : .green }
        let difference = try KnowledgeDifference(from: old, to: new)
        #expect(difference.applied(to: old) == new)
        #expect(try KnowledgeDifference(from: new, to: old).applied(to: new) == old)
        #expect(difference.counts.added == second.subtracting(first).count)
        #expect(difference.counts.gone == first.subtracting(second).count)
        #expect(difference.counts.changed == first.intersection(second).count { $0 % 6 == 0 })
    }

    @Test("Is refused where items are out of order or there twice")
    func order() {
        #expect(throws: KnowledgeOrderError.self) {
            try KnowledgeDifference(from: [MadeLists.entry(2), MadeLists.entry(1)], to: [])
        }
        #expect(throws: KnowledgeOrderError.self) {
            try KnowledgeDifference(from: [], to: [MadeLists.entry(2), MadeLists.entry(2)])
        }
    }

    @Test("Does not take a column that one file lacks for a change")
    func missingColumn() throws {
        let old = try EvidenceItem.read(
            Array((CivicReadingTests.header + "\tevidence_statement\n" + CivicReadingTests.good + "\tIt works.\n").utf8))
        let new = try EvidenceItem.read(CivicReadingTests.table(CivicReadingTests.good))
        #expect(try KnowledgeDifference(from: old.items, to: new.items).changes.isEmpty)
    }
}
