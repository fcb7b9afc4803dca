/// A stretch of a contig, 1-based, both ends included: `17:43044295-43125483`.
public struct Interval: Hashable, Sendable {
    public let contig: Contig
    public let first: Position
    public let last: Position

    /// Nil when `last` comes before `first`.
    public init?(contig: Contig, first: Position, last: Position) {
        guard first <= last else { return nil }
        self.contig = contig
        self.first = first
        self.last = last
    }
}
