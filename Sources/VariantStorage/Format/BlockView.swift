internal import GenomeModel

/// One block of a segment: up to 128 variants in order, and for each the groups of call sets.
///
/// On disk: rows (u32), payload length (u32), the keys (u64 a row), where each row's payload ends (u32 a row, from the
/// payload's start), payload, zeros up to a multiple of eight. A row's payload is REF and ALT where the key is a hash
/// (two varints of lengths, then the letters), then its groups.
///
/// A view is made only of a block that `BlockValidation` has accepted, so its reads are unchecked. It does not keep the
/// memory alive: its segment does.
struct BlockView {
    let count: Int
    let keys: UnsafePointer<UInt64>
    let ends: UnsafePointer<UInt32>
    let payload: UnsafePointer<UInt8>

    init(validated bytes: UnsafeRawPointer) {
        count = Int(UInt32(littleEndian: bytes.load(as: UInt32.self)))
        keys = (bytes + 8).assumingMemoryBound(to: UInt64.self)
        ends = (bytes + 8 + 8 * count).assumingMemoryBound(to: UInt32.self)
        payload = (bytes + 8 + 12 * count).assumingMemoryBound(to: UInt8.self)
    }

    @inline(__always)
    func key(_ row: Int) -> VariantKey { VariantKey(rawValue: UInt64(littleEndian: keys[row])) }

    /// The first row whose key is not less than `key`; `count` where all are.
    @inline(__always)
    func lowerBound(_ key: VariantKey) -> Int {
        var (low, size) = (0, count)
        while size > 0 {
            let half = size >> 1
            if self.key(low &+ half) < key {
                low &+= half &+ 1
                size &-= half &+ 1
            } else {
                size = half
            }
        }
        return low
    }

    /// Where the row's payload begins.
    @inline(__always)
    func start(_ row: Int) -> UnsafePointer<UInt8> {
        payload + (row == 0 ? 0 : Int(UInt32(littleEndian: ends[row &- 1])))
    }

    /// The alleles kept beside a hashed key, and where the groups begin.
    @inline(__always)
    func longAllele(_ row: Int) -> (allele: LongAllele, groups: UnsafePointer<UInt8>) {
        var cursor = TrustedCursor(place: start(row))
        let referenceLength = Int(cursor.varint())
        let alternateLength = Int(cursor.varint())
        let reference = UnsafeBufferPointer(start: cursor.place, count: referenceLength)
        let alternate = UnsafeBufferPointer(start: cursor.place + referenceLength, count: alternateLength)
        return (
            LongAllele(reference: reference, alternate: alternate),
            cursor.place + referenceLength + alternateLength
        )
    }

    /// Where the row's groups begin, past the alleles of a hashed key.
    @inline(__always)
    func groups(_ row: Int) -> TrustedCursor {
        TrustedCursor(place: key(row).isReversible ? start(row) : longAllele(row).groups)
    }
}

/// REF and ALT of a variant whose key is a hash, in memory that somebody else keeps alive.
struct LongAllele: BitwiseCopyable {
    /// Stands for the alleles of a reversible key, which are in the key.
    static var inKey: LongAllele {
        LongAllele(
            reference: UnsafeBufferPointer(start: nil, count: 0), alternate: UnsafeBufferPointer(start: nil, count: 0))
    }

    let reference: UnsafeBufferPointer<UInt8>
    let alternate: UnsafeBufferPointer<UInt8>

    /// By the letters of REF, then of ALT: the order of variants whose keys are equal.
    static func order(_ left: LongAllele, _ right: LongAllele) -> Int {
        let first = compare(left.reference, right.reference)
        return first != 0 ? first : compare(left.alternate, right.alternate)
    }

    private static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index] ? -1 : 1
        }
        return left.count - right.count
    }

    func equals(_ other: LongAllele) -> Bool { LongAllele.order(self, other) == 0 }
}
