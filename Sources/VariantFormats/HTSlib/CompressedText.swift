import CHTSlib

/// Whole texts, small enough for memory, as BGZF: for files that are built rather than streamed.
package enum CompressedText {
    /// Every byte of the file, decompressed if it is gzip or BGZF.
    package static func contents(of path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: path) { bytes += $0 }
        return bytes
    }

    /// Hands out the file, decompressed if it is gzip or BGZF, 64 KiB at a time. Throws `FormatError`, and what `body` throws.
    package static func forEachPiece(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        let source = try BGZFSource(path: path, threads: 0)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = try chunk.withUnsafeMutableBufferPointer { buffer throws(FormatError) -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return try source.read(into: base, count: buffer.count)
            }
            guard got > 0 else { return }
            try body(Array(chunk[..<got]))
        }
    }

    /// The bytes as BGZF with its end block: the same for the same bytes and the same build of htslib.
    /// Nil where htslib cannot compress.
    package static func bgzf(_ bytes: [UInt8]) -> [UInt8]? {
        var stored: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + blockSize, bytes.count)
            guard let block = block(Array(bytes[start..<end])) else { return nil }
            stored += block
            start = end
        }
        // The empty block by which a reader knows that nothing was cut off (SAM specification, 4.1.2).
        return stored + [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0, 0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    }

    /// htslib's own (`BGZF_BLOCK_SIZE`): what surely fits into a block of 64 KiB even where it does not shrink.
    private static let blockSize = 0xFF00

    private static func block(_ bytes: [UInt8]) -> [UInt8]? {
        var block = [UInt8](repeating: 0, count: 1 << 16)
        var length = block.count
        let status = block.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { bgzf_compress(target.baseAddress, &length, $0.baseAddress, $0.count, -1) }
        }
        return status == 0 ? Array(block[..<length]) : nil
    }
}
