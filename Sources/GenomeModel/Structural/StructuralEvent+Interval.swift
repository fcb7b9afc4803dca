extension StructuralEvent {
    /// Whether a breakpoint, or of a span any base of it, lies in `interval`.
    public func touches(_ interval: Interval) -> Bool {
        if kind.hasSpan {
            return first.contig == interval.contig && first.position <= interval.last && second.position >= interval.first
        }
        return [first, second].contains {
            $0.contig == interval.contig && $0.position >= interval.first && $0.position <= interval.last
        }
    }
}
