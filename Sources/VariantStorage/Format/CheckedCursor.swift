/// Reads varints and bytes that nobody has proved yet, up to an end that is set.
struct CheckedCursor {
    let bytes: UnsafeRawBufferPointer
    var place: Int
    /// No byte from here on is read.
    var end: Int

    @inline(__always)
    mutating func byte() throws(StorageError.Damage) -> UInt8 {
        guard place < end else { throw .blockStructure }
        defer { place += 1 }
        return bytes[place]
    }

    /// At most five bytes, no more than 32 bits.
    @inline(__always)
    mutating func varint() throws(StorageError.Damage) -> UInt32 {
        guard place < end else { throw .blockStructure }
        let byte = bytes[place]
        guard byte >= 0x80 else {
            place &+= 1
            return UInt32(byte)
        }
        return try longVarint()
    }

    @inline(never)
    private mutating func longVarint() throws(StorageError.Damage) -> UInt32 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard place < end, shift <= 28 else { throw .blockStructure }
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        guard value <= UInt64(UInt32.max) else { throw .blockStructure }
        return UInt32(value)
    }

    /// Passes over `count` bytes.
    mutating func skip(_ count: Int) throws(StorageError.Damage) {
        guard count <= end - place else { throw .blockStructure }
        place += count
    }
}
