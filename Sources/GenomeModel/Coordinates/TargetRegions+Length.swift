extension TargetRegions {
    /// Bases of a chromosome that are targets. Cost: linear in its spans.
    public func length(on contig: Contig, of assembly: Assembly) -> Int {
        guard let spans else { return assembly.length(of: contig) }
        return spans[Int(contig.rawValue) - 1].reduce(0) { $0 + Int($1.last - $1.first) + 1 }
    }

    /// Bases of a stretch that are targets. Cost: a binary search, then linear in the spans within.
    public func length(within interval: Interval) -> Int {
        let (first, last) = (interval.first.value, interval.last.value)
        guard let spans else { return Int(last - first) + 1 }
        let list = spans[Int(interval.contig.rawValue) - 1]
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].last < first { low = middle + 1 } else { high = middle }
        }
        var bases = 0
        while low < list.count, list[low].first <= last {
            bases += Int(min(list[low].last, last)) - Int(max(list[low].first, first)) + 1
            low += 1
        }
        return bases
    }

    /// The intervals in the order of the genome; none for the whole genome.
    public var intervals: [Interval] {
        zip(Contig.all, spans ?? []).flatMap { contig, list in
            list.compactMap { span in
                guard let first = Position(span.first), let last = Position(span.last) else { return nil }
                return Interval(contig: contig, first: first, last: last)
            }
        }
    }
}
