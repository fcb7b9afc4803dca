import VariantStorage

/// Changes to a store that keep its checksums true, so that what lies behind them is put to the test.
enum StoreSurgery {
    /// Changes the lines of a manifest and ends it with the right checksum.
    static func manifest(_ bytes: [UInt8], _ change: (inout [String]) -> Void) -> [UInt8] {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        lines.removeLast()
        change(&lines)
        return sealed(lines)
    }

    static func sealed(_ lines: [String]) -> [UInt8] {
        let body = Array(lines.map { $0 + "\n" }.joined().utf8)
        return body + Array("end\t\(hexadecimal(Checksum.of(body)))\n".utf8)
    }

    static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Puts a segment's new length and trailer checksum into the manifest line that has its old ones.
    static func manifest(_ bytes: [UInt8], replacing old: [UInt8], by new: [UInt8]) -> [UInt8] {
        manifest(bytes) { lines in
            let (was, now) = (seal(old), seal(new))
            for index in lines.indices where lines[index].contains("\t\(was)\t") {
                lines[index] = lines[index].replacing("\t\(old.count)\t\(was)\t", with: "\t\(new.count)\t\(now)\t")
            }
        }
    }

    /// The last eight bytes of a segment, as the manifest writes them.
    private static func seal(_ segment: [UInt8]) -> String {
        segment.count < 8 ? hexadecimal(0) : hexadecimal(word(segment, segment.count - 8))
    }

    static func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }

    static func put(_ value: UInt64, _ offset: Int, _ bytes: inout [UInt8]) {
        for index in 0..<8 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
    }

    /// Computes anew every checksum of a segment that its (perhaps damaged) frame still places inside the file.
    static func reseal(_ segment: [UInt8]) -> [UInt8] {
        var bytes = segment
        guard bytes.count >= 120 else { return bytes }
        let trailer = bytes.count - 112
        let (directory, table, blocks) = (word(bytes, trailer), word(bytes, trailer + 8), word(bytes, trailer + 16))
        if directory <= table, table <= UInt64(trailer), blocks < 1 << 20, table - directory == 24 * blocks + 8 {
            let offsets = Int(directory + 8 * blocks)
            for block in 0..<Int(blocks) {
                let (start, end) = (word(bytes, offsets + 8 * block), word(bytes, offsets + 8 * block + 8))
                guard start <= end, end <= directory else { continue }
                put(Checksum.of(Array(bytes[Int(start)..<Int(end)])), offsets + 8 * Int(blocks) + 8 + 8 * block, &bytes)
            }
            put(Checksum.of(Array(bytes[Int(directory)..<Int(table)])), trailer + 48, &bytes)
            put(Checksum.of(Array(bytes[Int(table)..<trailer])), trailer + 56, &bytes)
        }
        put(Checksum.of(Array(bytes[trailer..<(trailer + 104)])), trailer + 104, &bytes)
        return bytes
    }
}
