extension TargetRegions {
    /// Whether an assay with these targets could have shown `event` as what it is.
    ///
    /// Either of its breakpoints lies among the targets (any base of its confidence interval): then reads cross the
    /// junction, and one baited side is enough, as it is for fusions with any of many partners. Or, of a deletion, duplication or
    /// change of copy number, at least half of its span lies between the first and the last base of the targets within it:
    /// then read depth shows it with about its size. A whole genome covers everything. Cost: a few binary searches.
    public func covers(_ event: StructuralEvent) -> Bool {
        guard let spans else { return true }
        for end in [event.first, event.second]
        where overlaps(end.contig, first: end.low.value, last: end.high.value) {
            return true
        }
        guard event.kind.hasSpan, event.kind != .inversion else { return false }
        let list = spans[Int(event.first.contig.rawValue) - 1]
        let (first, last) = (event.first.position.value, event.second.position.value)
        let from = list.partition { $0.last >= first }
        let to = list.partition { $0.first > last }
        guard from < to else { return false }
        let seen = Int(min(list[to - 1].last, last)) - Int(max(list[from].first, first)) + 1
        return 2 * seen >= Int(last - first) + 1
    }
}

extension [TargetRegions.Span] {
    /// The first index whose span satisfies `isBehind`, which all after it do too.
    fileprivate func partition(_ isBehind: (TargetRegions.Span) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
