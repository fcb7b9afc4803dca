/// The 64-bit key of a variant (Asuni & Wilder 2018, bioRxiv 473744).
///
/// From the top: 5 bits contig (1–22, X 23, Y 24, MT 25), 28 bits 0-based position, 31 bits alleles. Sorts by locus.
/// Alleles of A, C, G, T whose lengths sum to at most 11 are kept themselves (4 + 4 bits of lengths, 2 bits a base from
/// the top, lowest bit 0: *reversible*); others by a hash with the lowest bit 1, which two variants can share.
public struct VariantKey: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt64

    @inlinable
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    @inlinable
    public static func < (left: VariantKey, right: VariantKey) -> Bool { left.rawValue < right.rawValue }

    /// The key of upper-case alleles. Cost: linear in their length.
    @inlinable
    public init(contig: Contig, position: Position, reference: [UInt8], alternate: [UInt8]) {
        self = reference.withUnsafeBufferPointer { reference in
            alternate.withUnsafeBufferPointer { alternate in
                VariantKey(contig: contig, position: position, reference: reference, alternate: alternate)
            }
        }
    }

    /// The key of upper-case alleles in somebody else's buffer.
    @inlinable
    public init(
        contig: Contig, position: Position, reference: UnsafeBufferPointer<UInt8>, alternate: UnsafeBufferPointer<UInt8>
    ) {
        let alleles = VariantKey.reversible(reference, alternate) ?? VariantKey.hashed(reference, alternate)
        let place = UInt64(position.value - 1)
        self.rawValue = UInt64(contig.rawValue) << 59 | place << 31 | UInt64(alleles)
    }

    /// Whether the alleles can be read back from the key.
    @inlinable
    public var isReversible: Bool { rawValue & 1 == 0 }

    /// Nil when the bits name no contig.
    @inlinable
    public var contig: Contig? { Contig(rawValue: UInt8(truncatingIfNeeded: rawValue >> 59)) }

    @inlinable
    public var position: Position { Position(offset: UInt32(truncatingIfNeeded: rawValue >> 31) & (Position.limit - 1)) }

    /// The smallest key at a place: every variant there is at or after it, and before `lowest` of the next place.
    @inlinable
    public static func lowest(contig: Contig, position: Position) -> VariantKey {
        VariantKey(rawValue: UInt64(contig.rawValue) << 59 | UInt64(position.value - 1) << 31)
    }

    /// The alleles of a reversible key; nil for a hashed one or for lengths that no key has.
    public var alleles: (reference: String, alternate: String)? {
        guard isReversible else { return nil }
        let code = UInt32(truncatingIfNeeded: rawValue) & 0x7FFF_FFFF
        let (first, second) = (Int(code >> 27) & 15, Int(code >> 23) & 15)
        guard first >= 1, second >= 1, first + second <= 11 else { return nil }
        let bases: [Character] = ["A", "C", "G", "T"]
        let letters = (0..<(first + second)).map { bases[Int(code >> (21 - 2 * UInt32($0))) & 3] }
        return (String(letters[..<first]), String(letters[first...]))
    }

    /// Whether a writer could have made it: a contig, and in a reversible key lengths that fit and no stray bit.
    @inlinable
    public var isWellFormed: Bool {
        let number = rawValue >> 59
        guard number >= 1, number <= 25 else { return false }
        guard isReversible else { return true }
        let (first, second) = (UInt64(rawValue >> 27) & 15, UInt64(rawValue >> 23) & 15)
        guard first >= 1, second >= 1, first + second <= 11 else { return false }
        // 23 bits lie below the lengths; two a base are used, from the top.
        return rawValue & ((1 << (23 - 2 * (first + second))) - 1) == 0
    }

    /// The length of REF of a reversible key; 0 for a hashed one.
    @inlinable
    public var referenceLength: Int { isReversible ? Int(rawValue >> 27) & 15 : 0 }

    @inlinable
    static func reversible(_ reference: UnsafeBufferPointer<UInt8>, _ alternate: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let (first, second) = (reference.count, alternate.count)
        guard first + second <= 11 else { return nil }
        var code = UInt32(first) << 27 | UInt32(second) << 23
        var shift: UInt32 = 21
        for byte in reference {
            guard let base = base(byte) else { return nil }
            code |= base << shift
            shift &-= 2
        }
        for byte in alternate {
            guard let base = base(byte) else { return nil }
            code |= base << shift
            shift &-= 2
        }
        return code
    }

    @inlinable @inline(__always)
    static func base(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A"): 0
        case UInt8(ascii: "C"): 1
        case UInt8(ascii: "G"): 2
        case UInt8(ascii: "T"): 3
        default: nil
        }
    }

    // The hash, as published: six letters of five bits at a time through a MurmurHash3 round, REF first, 3 between.

    @inlinable
    static func hashed(_ reference: UnsafeBufferPointer<UInt8>, _ alternate: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = mix(3, into: letters(reference))
        hash = mix(letters(alternate), into: hash)
        return finish(hash)
    }

    @inlinable
    static func mix(_ value: UInt32, into hash: UInt32) -> UInt32 {
        var value = value &* 0xCC9E_2D51
        value = (value >> 17) | (value << 15)
        value = value &* 0x1B87_3593
        var hash = hash ^ value
        hash = (hash >> 19) | (hash << 13)
        return hash &* 5 &+ 0xE654_6B64
    }

    @inlinable
    static func finish(_ hash: UInt32) -> UInt32 {
        var hash = hash
        hash ^= hash >> 16
        hash = hash &* 0x85EB_CA6B
        hash ^= hash >> 13
        hash = hash &* 0xC2B2_AE35
        hash ^= hash >> 16
        return (hash >> 1) | 1
    }

    @inlinable
    static func letters(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 0
        var start = 0
        while start < text.count {
            var packed: UInt32 = 0
            var shift: UInt32 = 26
            for index in start..<min(start + 6, text.count) {
                let byte = text[index]
                let code: UInt32 = byte < 65 ? 27 : byte >= 97 ? UInt32(byte - 96) : UInt32(byte - 64)
                packed ^= code << shift
                shift &-= 5
            }
            hash = mix(packed, into: hash)
            start += 6
        }
        return hash
    }
}

extension VariantKey: CustomStringConvertible {
    /// Sixteen hexadecimal digits, as `bcftools +add-variantkey` writes it.
    public var description: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
