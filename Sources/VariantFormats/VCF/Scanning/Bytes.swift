/// Bytes that mean something in VCF, and tests on eight of them at a time.
///
/// The functions that load read up to eight bytes from `pointer` on: lines are followed by padding (`LineBuffer`).
enum Bytes {
    static let tab = UInt8(ascii: "\t")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let colon = UInt8(ascii: ":")
    static let equals = UInt8(ascii: "=")
    static let dot = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")

    @inline(__always)
    static func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// A, C, G, T or N.
    @inline(__always)
    static func isBase(_ byte: UInt8) -> Bool { byte & 0xE0 == 0x40 && (0x10_408A as UInt32 >> UInt32(byte & 31)) & 1 == 1 }

    /// a, c, g, t or n.
    @inline(__always)
    static func isLowerBase(_ byte: UInt8) -> Bool {
        byte & 0xE0 == 0x60 && (0x10_408A as UInt32 >> UInt32(byte & 31)) & 1 == 1
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// A high bit at least for the first byte that equals `byte` (later ones may be wrong).
    @inline(__always)
    static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & highs
    }

    /// A high bit exactly for every byte that equals `byte`.
    @inline(__always)
    static func exactMatches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return ~(((difference & ~highs) &+ ~highs) | difference | ~highs)
    }

    /// A high bit exactly for every byte that is not a digit.
    @inline(__always)
    static func nonDigits(_ word: UInt64) -> UInt64 {
        let value = word ^ (ones &* 0x30)
        return (((value & ~highs) &+ (ones &* 0x76)) | value) & highs
    }

    /// A high bit at least for the first byte of white space or control (below 33) or outside ASCII.
    @inline(__always)
    static func unusual(_ word: UInt64) -> UInt64 { ((word &- (ones &* 33)) | word) & highs }

    /// The byte that a mask's lowest bit stands for.
    @inline(__always)
    static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }

    /// The end of the column that starts at `pointer`: a tab, or `end`.
    @inline(__always)
    static func columnEnd(_ pointer: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var pointer = pointer
        while pointer < end {
            let mask = matches(word(pointer), tab)
            if mask != 0 { return min(pointer + first(mask), end) }
            pointer += 8
        }
        return end
    }

    /// The byte after the `count`th tab from `pointer` on; nil when the line has fewer.
    @inline(__always)
    static func skipColumns(_ count: Int, _ pointer: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var (pointer, left) = (pointer, count)
        while left > 0 {
            guard pointer < end else { return nil }
            var mask = exactMatches(word(pointer), tab)
            let found = mask.nonzeroBitCount
            if found < left {
                left -= found
                pointer += 8
                continue
            }
            for _ in 1..<left { mask &= mask &- 1 }
            let after = pointer + first(mask) + 1
            return after <= end ? after : nil
        }
        return pointer
    }

    /// Tabs between `pointer` and `end`.
    static func countTabs(_ pointer: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
        var (pointer, count) = (pointer, 0)
        while end - pointer >= 8 {
            count += exactMatches(word(pointer), tab).nonzeroBitCount
            pointer += 8
        }
        while pointer < end {
            if pointer.pointee == tab { count += 1 }
            pointer += 1
        }
        return count
    }
}
