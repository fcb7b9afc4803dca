/// A place on a contig, counted from 1. Zero-based values exist only inside codecs.
public struct Position: Hashable, Comparable, Sendable {
    /// 1-based, at most `Position.limit`.
    public let value: UInt32

    /// The largest position a `VariantKey` can hold (28 bits, 0-based). No human contig comes near it.
    public static let limit: UInt32 = 1 << 28

    /// The 1-based position `value`, or nil when it is 0 or past `limit`.
    @inlinable
    public init?(_ value: some BinaryInteger) {
        guard value >= 1, value <= Int(Position.limit) else { return nil }
        self.value = UInt32(truncatingIfNeeded: value)
    }

    /// The position at the 0-based `offset` that a codec has already bounded to 28 bits.
    @inlinable
    package init(offset: UInt32) {
        precondition(offset < Position.limit)
        self.value = offset + 1
    }

    @inlinable
    public static func < (left: Position, right: Position) -> Bool { left.value < right.value }
}
