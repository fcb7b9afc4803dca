internal import GenomeModel
internal import Questions
internal import Records
internal import VariantStorage

/// How many people of some rows are covered at a place. Which assays look at it decides, and few combinations of them occur.
struct CoverageCount {
    private let assays: [Assay]
    /// People of the rows, by assay.
    private let people: [RowSet]
    private var counts: [[Bool]: Int] = [:]
    private var last: (assays: [Bool], count: Int)
    private var covering: [Bool]

    init(index: OpenIndex, snapshot: CohortSnapshot, rows: RowSet) {
        assays = index.index.assays
        var numbers: [UInt32: RowSet] = [:]
        index.index.forEachCallSet { callSet, _ in
            guard let row = snapshot.rowOfName[callSet.name], rows.contains(row) else { return }
            numbers[callSet.assay, default: RowSet(size: snapshot.table.personCount)].insert(snapshot.facts.callSets[row].person)
        }
        people = assays.map { numbers[$0.number] ?? RowSet(size: snapshot.table.personCount) }
        covering = Array(repeating: false, count: assays.count)
        last = (covering, 0)
    }

    mutating func people(covering variant: Variant) -> Int {
        for (number, assay) in assays.enumerated() {
            covering[number] = assay.targets.overlaps(variant.contig, first: variant.position.value, last: variant.lastPosition)
        }
        if covering == last.assays { return last.count }
        let count: Int
        if let known = counts[covering] {
            count = known
        } else {
            var union = people.first.map { RowSet(size: $0.size) }
            for (number, isCovering) in covering.enumerated() where isCovering { union?.formUnion(people[number]) }
            count = union?.count ?? 0
            counts[covering] = count
        }
        last = (covering, count)
        return count
    }
}
