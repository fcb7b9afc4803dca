/// One alternate allele at one place, as VCF writes it: 1-based position of the first base of `reference`.
///
/// Alleles are upper-case A, C, G, T (and N), at least one base each.
public struct Variant: Hashable, Sendable {
    public let contig: Contig
    public let position: Position
    public let reference: String
    public let alternate: String

    /// Nil when an allele is empty, has other letters than A, C, G, T and N (lower case is raised), or equals the other.
    public init?(contig: Contig, position: Position, reference: String, alternate: String) {
        guard let reference = Variant.allele(reference), let alternate = Variant.allele(alternate), reference != alternate
        else { return nil }
        self.contig = contig
        self.position = position
        self.reference = reference
        self.alternate = alternate
    }

    /// A variant of bytes that are known to be upper-case bases and to differ.
    init(contig: Contig, position: Position, bases reference: ArraySlice<UInt8>, _ alternate: ArraySlice<UInt8>) {
        self.contig = contig
        self.position = position
        self.reference = String(decoding: reference, as: UTF8.self)
        self.alternate = String(decoding: alternate, as: UTF8.self)
    }

    /// The variant of a reversible key; nil for a hashed key, and for bits that no variant has.
    public init?(_ key: VariantKey) {
        guard let contig = key.contig, let (reference, alternate) = key.alleles else { return nil }
        self.init(contig: contig, position: key.position, reference: reference, alternate: alternate)
    }

    /// The last base of the REF span.
    public var lastPosition: UInt32 { position.value + UInt32(reference.utf8.count) - 1 }

    public var key: VariantKey {
        VariantKey(contig: contig, position: position, reference: Array(reference.utf8), alternate: Array(alternate.utf8))
    }

    private static func allele(_ text: String) -> String? {
        guard !text.isEmpty else { return nil }
        var needsRaising = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"), UInt8(ascii: "N"): continue
            case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "g"), UInt8(ascii: "t"), UInt8(ascii: "n"):
                needsRaising = true
            default: return nil
            }
        }
        return needsRaising ? text.uppercased() : text
    }
}

extension Variant: Comparable {
    /// By `VariantKey`, then by alleles where two keys are equal: the order of the store.
    public static func < (left: Variant, right: Variant) -> Bool {
        let (leftKey, rightKey) = (left.key, right.key)
        if leftKey != rightKey { return leftKey < rightKey }
        if left.reference != right.reference { return left.reference.utf8.lexicographicallyPrecedes(right.reference.utf8) }
        return left.alternate.utf8.lexicographicallyPrecedes(right.alternate.utf8)
    }
}
