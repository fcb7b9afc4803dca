/// The parts of the genome that an assay looks at: sorted, disjoint intervals a contig, or the whole genome.
public struct TargetRegions: Hashable, Sendable {
    /// First and last bases (1-based, inclusive) of the intervals, ascending, disjoint, not touching; one list a contig
    /// in the order of `Contig.all`. Nil means every base of every contig.
    public let spans: [[Span]]?

    public struct Span: Hashable, Sendable {
        public let first: UInt32
        public let last: UInt32

        @inlinable
        public init(first: UInt32, last: UInt32) {
            self.first = first
            self.last = last
        }
    }

    public static let genome = TargetRegions(spans: nil)

    private init(spans: [[Span]]?) { self.spans = spans }

    /// Spans that are already ascending, disjoint, and one list for each of the 25 contigs.
    package init(sortedSpans: [[Span]]) {
        precondition(sortedSpans.count == Contig.all.count)
        spans = sortedSpans
    }

    /// Overlapping and touching intervals become one. Cost: a sort.
    public init(merging intervals: some Sequence<Interval>) {
        var lists = [[Span]](repeating: [], count: Contig.all.count)
        for interval in intervals {
            lists[Int(interval.contig.rawValue) - 1].append(Span(first: interval.first.value, last: interval.last.value))
        }
        for index in lists.indices {
            var merged: [Span] = []
            for span in lists[index].sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
                if let previous = merged.last, span.first <= previous.last + 1 {
                    merged[merged.count - 1] = Span(first: previous.first, last: max(previous.last, span.last))
                } else {
                    merged.append(span)
                }
            }
            lists[index] = merged
        }
        spans = lists
    }

    /// Whether any base of the REF span `first ... last` is a target. Cost: a binary search.
    @inlinable
    public func overlaps(_ contig: Contig, first: UInt32, last: UInt32) -> Bool {
        guard let spans else { return true }
        let list = spans[Int(contig.rawValue) - 1]
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].last < first { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low].first <= last
    }

    /// Bases covered, all contigs together; nil for the whole genome.
    public var length: Int? {
        spans.map { lists in lists.joined().reduce(0) { $0 + Int($1.last - $1.first) + 1 } }
    }

    /// Intervals, all contigs together; nil for the whole genome.
    public var count: Int? { spans.map { $0.reduce(0) { $0 + $1.count } } }
}
