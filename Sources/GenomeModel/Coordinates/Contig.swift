/// A chromosome of the human primary assembly: 1 to 22, X, Y and MT.
///
/// Ordered as in a karyotype: 1 … 22, X, Y, MT. The raw value is the chromosome number of `VariantKey`
/// (X 23, Y 24, MT 25). Unplaced and alternate scaffolds are not contigs here: calls on them are not indexed.
public struct Contig: Hashable, Comparable, Sendable {
    /// 1 … 25.
    public let rawValue: UInt8

    /// The contig with chromosome number `rawValue`, or nil outside 1 … 25.
    @inlinable
    public init?(rawValue: UInt8) {
        guard (1...25).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    public static let x = Contig(unchecked: 23)
    public static let y = Contig(unchecked: 24)
    public static let mt = Contig(unchecked: 25)
    /// All 25, in order.
    public static let all: [Contig] = (1...25).map { Contig(unchecked: $0) }

    private init(unchecked rawValue: UInt8) { self.rawValue = rawValue }

    public static func < (left: Contig, right: Contig) -> Bool { left.rawValue < right.rawValue }

    /// `1` … `22`, `X`, `Y`, `MT`: never a `chr`.
    public var name: String {
        switch rawValue {
        case 23: "X"
        case 24: "Y"
        case 25: "MT"
        default: String(rawValue)
        }
    }
}

extension Contig: CustomStringConvertible {
    public var description: String { name }
}
