public import GenomeModel

/// The ALTs of one record in the form of the index: split, trimmed, and left-aligned where there is a reference.
public struct RecordVariants: Sendable {
    private struct Variant {
        var key: VariantKey?
        var start: Int
        var middle: Int
        var end: Int
    }

    private var variants: [Variant] = []
    private var bytes: [UInt8] = []

    init() {}

    /// ALTs of the record; 0 where it has none.
    public var count: Int { variants.count }

    /// Nil where the ALT is not indexable: symbolic, a breakend, `*`, not bases, on another sequence than chromosomes
    /// 1–22, X, Y and MT, or in a record whose REF contradicts the reference.
    public func key(_ index: Int) -> VariantKey? { variants[index].key }

    /// The normalised REF; empty where there is no key.
    public func reference(_ index: Int) -> ArraySlice<UInt8> { bytes[variants[index].start..<variants[index].middle] }

    /// The normalised ALT; empty where there is no key.
    public func alternate(_ index: Int) -> ArraySlice<UInt8> { bytes[variants[index].middle..<variants[index].end] }

    mutating func removeAll() {
        variants.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func appendUnknown() {
        variants.append(Variant(key: nil, start: bytes.count, middle: bytes.count, end: bytes.count))
    }

    mutating func append(
        _ key: VariantKey, _ reference: UnsafeBufferPointer<UInt8>, _ alternate: UnsafeBufferPointer<UInt8>
    ) {
        let start = bytes.count
        bytes.append(contentsOf: reference)
        bytes.append(contentsOf: alternate)
        variants.append(Variant(key: key, start: start, middle: start + reference.count, end: bytes.count))
    }
}
