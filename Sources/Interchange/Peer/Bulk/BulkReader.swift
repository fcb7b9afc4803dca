/// Reads what `BulkWriter` writes; every length is held against what is there before anything is taken.
struct BulkReader {
    private let content: [UInt8]
    private var index = 0

    init(_ content: [UInt8]) { self.content = content }

    private var left: Int { content.count - index }

    mutating func bytes(_ count: Int) throws(PeerMessageError) -> [UInt8] {
        guard count >= 0, count <= left else { throw PeerMessageError(.truncated, at: "message") }
        defer { index += count }
        return Array(content[index..<index + count])
    }

    mutating func u8() throws(PeerMessageError) -> UInt8 {
        guard left >= 1 else { throw PeerMessageError(.truncated, at: "message") }
        defer { index += 1 }
        return content[index]
    }

    mutating func u16() throws(PeerMessageError) -> UInt16 {
        guard left >= 2 else { throw PeerMessageError(.truncated, at: "message") }
        defer { index += 2 }
        return UInt16(content[index]) | UInt16(content[index + 1]) << 8
    }

    mutating func u32() throws(PeerMessageError) -> UInt32 {
        let low = UInt32(try u16())
        return low | UInt32(try u16()) << 16
    }

    mutating func u64() throws(PeerMessageError) -> UInt64 {
        let low = UInt64(try u32())
        return low | UInt64(try u32()) << 32
    }

    /// A length in bytes, no more than what is left.
    mutating func length() throws(PeerMessageError) -> Int {
        let length = try u64()
        guard length <= UInt64(left) else { throw PeerMessageError(.truncated, at: "length") }
        return Int(length)
    }

    mutating func column(_ rows: Int) throws(PeerMessageError) -> [UInt32] {
        let width = Int(try u8())
        guard rows <= left || width == 0, width == 0 || rows <= left / width else {
            throw PeerMessageError(.truncated, at: "column")
        }
        var values: [UInt32] = []
        values.reserveCapacity(rows)
        var place = index
        switch width {
        case 0: values = Array(repeating: 0, count: rows)
        case 1:
            for _ in 0..<rows {
                values.append(UInt32(content[place]))
                place += 1
            }
        case 2:
            for _ in 0..<rows {
                values.append(UInt32(content[place]) | UInt32(content[place + 1]) << 8)
                place += 2
            }
        case 4:
            for _ in 0..<rows {
                values.append(
                    UInt32(content[place]) | UInt32(content[place + 1]) << 8 | UInt32(content[place + 2]) << 16
                        | UInt32(content[place + 3]) << 24)
                place += 4
            }
        default: throw PeerMessageError(.malformed, at: "column")
        }
        index = place
        return values
    }

    /// Throws where something is left over: then one of the lengths was wrong.
    func end() throws(PeerMessageError) {
        guard left == 0 else { throw PeerMessageError(.malformed, at: "end") }
    }
}
