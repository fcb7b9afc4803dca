/// Which structural events a listing or a condition means: kinds, where, and how long. Positions are 1-based, both ends included.
public struct EventSelection: Hashable, Sendable {
    /// Any of these; empty for all.
    public var kinds: Set<StructuralKind>
    /// A breakpoint, or of a span any base, lies in it.
    public var interval: Interval
    /// Where the first breakpoint lies (Beacon's bracket query); anywhere where nil. So for the second.
    public var first: ClosedRange<UInt32>?
    public var second: ClosedRange<UInt32>?
    /// Bases; events of unknown length are none of these.
    public var length: ClosedRange<UInt32>?

    public init(
        kinds: Set<StructuralKind> = [], in interval: Interval, first: ClosedRange<UInt32>? = nil,
        second: ClosedRange<UInt32>? = nil, length: ClosedRange<UInt32>? = nil
    ) {
        self.kinds = kinds
        self.interval = interval
        self.first = first
        self.second = second
        self.length = length
    }

    public func contains(_ event: StructuralEvent) -> Bool {
        guard kinds.isEmpty || kinds.contains(event.kind), event.touches(interval) else { return false }
        if let first, !first.contains(event.first.position.value) { return false }
        if let second, !second.contains(event.second.position.value) { return false }
        guard let length else { return true }
        return event.length.map(length.contains) ?? false
    }
}
