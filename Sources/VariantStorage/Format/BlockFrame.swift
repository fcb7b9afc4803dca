internal import GenomeModel

/// The outside of a block whose bytes nobody has proved yet: rows, keys and where the payloads lie. What segments and
/// annotation files have in common.
struct BlockFrame {
    let bytes: UnsafeRawBufferPointer
    let rows: Int
    let payload: Range<Int>

    /// Throws where the lengths contradict each other or what pads the block is not zero.
    init(checking bytes: UnsafeRawBufferPointer) throws(StorageError.Damage) {
        guard bytes.count >= 8 else { throw .blockStructure }
        func half(_ offset: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        let (rows, length) = (half(0), half(4))
        guard (1...SegmentTrailer.blockRows).contains(rows) else { throw .blockStructure }
        let start = 8 + 12 * rows
        guard start + length <= bytes.count, bytes.count - start - length < 8 else { throw .blockStructure }
        for index in (start + length)..<bytes.count where bytes[index] != 0 { throw .strayBytes }
        self.bytes = bytes
        self.rows = rows
        payload = start..<(start + length)
    }

    @inline(__always)
    func key(_ row: Int) -> VariantKey {
        VariantKey(rawValue: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + 8 * row, as: UInt64.self)))
    }

    /// Where the row's payload ends, having begun at `start`.
    @inline(__always)
    func end(_ row: Int, from start: Int) throws(StorageError.Damage) -> Int {
        let offset = 8 + 8 * rows + 4 * row
        let end = payload.lowerBound + Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        guard end > start, end <= payload.upperBound else { throw .blockStructure }
        return end
    }
}

/// Holds the keys of a block's rows, one after another, against the order of the store.
struct KeyOrder {
    private var previous = VariantKey(rawValue: 0)
    private var previousAllele = LongAllele.inKey
    private(set) var longestReference = 0

    /// Checks the next row's key; where it is hashed, its alleles are read off `cursor`.
    @inline(__always)
    mutating func check(_ key: VariantKey, _ cursor: inout CheckedCursor) throws(StorageError.Damage) {
        guard key.isWellFormed, previous <= key else { throw key < previous ? .keyOrder : .blockStructure }
        if key.isReversible {
            // No well-formed key is 0, so the first row is not mistaken for a repeated one.
            guard previous != key else { throw .keyOrder }
            longestReference = max(longestReference, key.referenceLength)
        } else {
            let allele = try cursor.longAllele()
            longestReference = max(longestReference, allele.reference.count)
            guard previous != key || LongAllele.order(previousAllele, allele) < 0 else { throw .keyOrder }
            previousAllele = allele
        }
        previous = key
    }
}

extension CheckedCursor {
    /// The alleles of a hashed key; at least one byte must follow them.
    fileprivate mutating func longAllele() throws(StorageError.Damage) -> LongAllele {
        let referenceLength = Int(try varint())
        let alternateLength = Int(try varint())
        guard referenceLength > 0, alternateLength > 0, place + referenceLength + alternateLength < end,
            let start = bytes.baseAddress
        else { throw .blockStructure }
        let letters = (start + place).assumingMemoryBound(to: UInt8.self)
        place += referenceLength + alternateLength
        return LongAllele(
            reference: UnsafeBufferPointer(start: letters, count: referenceLength),
            alternate: UnsafeBufferPointer(start: letters + referenceLength, count: alternateLength))
    }
}
