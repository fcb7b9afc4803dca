internal import GenomeModel

extension TrustedCursor {
    /// The nth of the fractions that begin here.
    @inline(__always)
    func fraction(_ index: Int) -> Float {
        Float(bitPattern: UInt32(littleEndian: (UnsafeRawPointer(place) + 4 * index).loadUnaligned(as: UInt32.self)))
    }
}

extension CallGroup {
    /// How many of the group's call sets come before `ordinal`; nil where it is not one of them.
    @inline(__always)
    func place(of ordinal: UInt32, bitmapLength: Int) -> Int? {
        switch form {
        case .one: return self.ordinal == ordinal ? 0 : nil
        case .list:
            var cursor = TrustedCursor(place: body)
            var next = cursor.varint()
            for index in 0..<count {
                if next >= ordinal { return next == ordinal ? index : nil }
                if index + 1 < count { next &+= cursor.varint() &+ 1 }
            }
            return nil
        case .bitmap:
            let (word, bit) = (Int(ordinal >> 6) &* 8, UInt64(ordinal & 63))
            let bits = bitmapWord(body, word, bitmapLength)
            guard bits >> bit & 1 == 1 else { return nil }
            var before = (bits & ((1 << bit) &- 1)).nonzeroBitCount
            for offset in stride(from: 0, to: word, by: 8) { before &+= bitmapWord(body, offset, bitmapLength).nonzeroBitCount }
            return before
        }
    }
}
