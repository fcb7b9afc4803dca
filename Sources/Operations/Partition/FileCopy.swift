internal import Records
internal import VariantStorage

/// Whole files: their digests, and durable copies.
enum FileCopy {
    static func digest(_ path: String) throws(RegularFile.Refusal) -> (sha256: String, bytes: Int) {
        let file = try RegularFile(path: path)
        var digest = ContentDigest()
        var bytes = 0
        while true {
            let piece = try file.read(1 << 20)
            guard !piece.isEmpty else { return (digest.finish(), bytes) }
            digest.update(piece)
            bytes += piece.count
        }
    }

    static func copy(_ source: String, to target: String) throws {
        let file = try RegularFile(path: source)
        let copy = try FileSystem.posix.create(target)
        defer { FileSystem.posix.close(copy) }
        while true {
            let piece = try file.read(1 << 20)
            guard !piece.isEmpty else { break }
            try FileSystem.posix.write(piece, to: copy)
        }
        try FileSystem.posix.sync(copy)
    }

    /// The folder of a name below some directory; empty for a name directly in it.
    static func folder(_ name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }
}
