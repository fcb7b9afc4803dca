/// Which call sets of a segment still count.
struct LiveOrdinals {
    /// Ascending.
    let erased: [UInt32]
    /// A bit an ordinal: not erased.
    let words: [UInt64]

    /// Throws where an erased ordinal is none of the segment's.
    init(count: Int, erased: [UInt32], place: String) throws(StorageError) {
        guard erased.last.map({ Int($0) < count }) ?? true else {
            throw StorageError(.damaged(.manifestSyntax), place: place)
        }
        var words = [UInt64](repeating: 0, count: (count + 63) / 64)
        for ordinal in 0..<count { words[ordinal >> 6] |= 1 << UInt64(ordinal & 63) }
        for ordinal in erased { words[Int(ordinal >> 6)] &= ~(1 << UInt64(ordinal & 63)) }
        self.erased = erased
        self.words = words
    }

    @inline(__always)
    func isLive(_ ordinal: UInt32) -> Bool { words[Int(ordinal >> 6)] >> UInt64(ordinal & 63) & 1 == 1 }
}
