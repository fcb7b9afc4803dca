/// The numbers of an event that matching looks at, and nothing else: forty bytes without references.
public struct StructuralShape: Hashable, Sendable, BitwiseCopyable {
    public let group: StructuralClass
    /// `Contig.rawValue`.
    public let firstContig: UInt8
    public let secondContig: UInt8
    /// The breakpoints' confidence intervals, 1-based, both included.
    public let firstLow: UInt32
    public let firstHigh: UInt32
    public let secondLow: UInt32
    public let secondHigh: UInt32
    /// The bases concerned, 1-based, both included, at least one; of use only where `group.hasSpan`.
    public let spanFirst: UInt32
    public let spanLast: UInt32
    /// Of an insertion; 0 where unknown.
    public let length: UInt32

    @inlinable
    public init(
        _ group: StructuralClass, firstContig: UInt8, secondContig: UInt8, firstLow: UInt32, firstHigh: UInt32,
        secondLow: UInt32, secondHigh: UInt32, first: UInt32, second: UInt32, length: UInt32
    ) {
        self.group = group
        self.firstContig = firstContig
        self.secondContig = secondContig
        self.firstLow = firstLow
        self.firstHigh = firstHigh
        self.secondLow = secondLow
        self.secondHigh = secondHigh
        let inset = group.inset
        spanFirst = first &+ inset.first
        // Breakends that are neighbours have nothing between them; one base stands for it.
        spanLast = max(spanFirst, second &- inset.last)
        self.length = length
    }

    public init(_ event: StructuralEvent) {
        self.init(
            event.matchingClass, firstContig: event.first.contig.rawValue, secondContig: event.second.contig.rawValue,
            firstLow: event.first.low.value, firstHigh: event.first.high.value, secondLow: event.second.low.value,
            secondHigh: event.second.high.value, first: event.first.position.value,
            second: event.second.position.value, length: event.kind == .insertion ? event.length ?? 0 : 0)
    }
}
