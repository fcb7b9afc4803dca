/// A file small enough to hold in memory, decompressed: BGZF, gzip or plain, as the file itself says.
public enum WholeFile {
    /// The bytes of the file. Throws where it cannot be read, is damaged, or holds more than `limit` bytes when decompressed:
    /// a few kilobytes of gzip can unfold into all the memory there is.
    public static func read(path: String, atMost limit: Int) throws(FormatError) -> [UInt8] {
        let source = try BGZFSource(path: path, threads: 0)
        var bytes: [UInt8] = []
        let capacity = 1 << 18
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
        defer { piece.deallocate() }
        guard let base = piece.baseAddress else { return bytes }
        while true {
            let got = try source.read(into: base, count: capacity)
            guard got > 0 else { return bytes }
            guard bytes.count + got <= limit else {
                throw FormatError(
                    .fileDamaged, file: path, message: "The file holds more than \(limit) bytes when decompressed.",
                    remedy: "Check that it is the right file.")
            }
            bytes.append(contentsOf: piece.prefix(got))
        }
    }
}
