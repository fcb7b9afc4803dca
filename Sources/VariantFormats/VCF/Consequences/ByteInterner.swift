import Glibc

/// Numbers texts in the order in which they first come, from 0 on. Cost: a hash and one comparison.
struct ByteInterner: ~Copyable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Number + 1, or 0 where nothing stands; a power of two, at most half full.
    private var table = [UInt32](repeating: 0, count: 1 << 12)

    var count: Int { ends.count }

    /// The text's number, and whether it is new. Eight bytes behind the text must be readable.
    @inline(__always)
    mutating func number(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: ByteInterner.hash(text)) & mask
        while table[place] != 0 {
            let number = Int(table[place]) - 1
            if isSame(number, text) { return (number, false) }
            place = (place + 1) & mask
        }
        return (insert(text, place), true)
    }

    @inline(__always)
    private func isSame(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let known = bytes.baseAddress, let given = text.baseAddress else { return true }
            return memcmp(known + start, given, text.count) == 0
        }
    }

    @inline(never)
    private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        table[place] = UInt32(ends.count)
        if ends.count * 2 > table.count { enlarge() }
        return ends.count - 1
    }

    private mutating func enlarge() {
        table = [UInt32](repeating: 0, count: table.count * 4)
        let mask = table.count - 1
        // The eight bytes that a hash may read behind the last text.
        (bytes + [UInt8](repeating: 0, count: 8)).withUnsafeBufferPointer { bytes in
            var start = 0
            for (number, end) in ends.enumerated() {
                var place = Int(truncatingIfNeeded: ByteInterner.hash(.init(rebasing: bytes[start..<end]))) & mask
                while table[place] != 0 { place = (place + 1) & mask }
                table[place] = UInt32(number + 1)
                start = end
            }
        }
    }

    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard var at = text.baseAddress else { return 0 }
        var left = text.count
        var hash = UInt64(truncatingIfNeeded: left) &* 0x9E37_79B9_7F4A_7C15
        while left >= 8 {
            hash = mix(hash ^ Bytes.word(at))
            at += 8
            left &-= 8
        }
        if left > 0 { hash = mix(hash ^ (Bytes.word(at) << UInt64(8 &* (8 &- left)))) }
        return hash
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }
}
