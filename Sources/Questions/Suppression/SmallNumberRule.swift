/// How counts are protected from singling people out, for everybody but the owner. `docs/decisions/0008-small-numbers.md` says why.
package struct SmallNumberRule: Hashable, Sendable {
    /// Counts below it are withheld. At least 2.
    package let threshold: Int
    /// Whether the region's policy lets the purpose see that a few exist: 1 ..< threshold is told as a band, 0 as 0.
    package let showsBand: Bool

    package init(threshold: Int = 5, showsBand: Bool = false) {
        self.threshold = max(2, threshold)
        self.showsBand = showsBand
    }

    /// What may be told of a count of people.
    ///
    /// All sets are of people of one table. `universe` holds everyone who may be counted; `cells` and `withoutOne` the people of
    /// the question's `NeighbouringCriteria` within it; `earlier` the people of what was told (`Disclosure.isTold`) to the same
    /// organisation out of the same data release. Cost: two passes over each set.
    package func disclose(
        _ answer: RowSet, universe: RowSet, cells: [RowSet], withoutOne: [RowSet], earlier: [RowSet]
    ) -> Disclosure {
        let count = answer.count
        if count < threshold, !showsBand { return .suppressed(.few) }
        if isTelling(answer, universe) { return .suppressed(.complement) }
        if cells.contains(where: { isFew($0.count) }) || withoutOne.contains(where: { isTelling(answer, $0) }) {
            return .suppressed(.neighbour)
        }
        if earlier.contains(where: { isTelling(answer, $0) }) { return .suppressed(.earlierAnswer) }
        return isFew(count) ? .band(1...(threshold - 1)) : .exact(count)
    }

    /// At least one and fewer than the threshold.
    package func isFew(_ count: Int) -> Bool { count > 0 && count < threshold }

    /// Whether two answers, both told, would tell of a few people by their difference, in either direction.
    ///
    /// A set under the threshold is told as a band at most, and lies outside nearly every other: only what it leaves of the larger
    /// one tells anything, and two bands together tell nothing.
    private func isTelling(_ a: RowSet, _ b: RowSet) -> Bool {
        isTelling(a.count, b.count, onlyInFirst: a.count(without: b), onlyInSecond: b.count(without: a))
    }

    /// The same of two sets whose sizes and differences have been counted already.
    package func isTelling(_ a: Int, _ b: Int, onlyInFirst: Int, onlyInSecond: Int) -> Bool {
        switch (a < threshold, b < threshold) {
        case (true, true): false
        case (false, true): isFew(onlyInFirst)
        case (true, false): isFew(onlyInSecond)
        case (false, false): isFew(onlyInFirst) || isFew(onlyInSecond)
        }
    }
}
