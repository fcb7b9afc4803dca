internal import Records
internal import VariantStorage

/// Whole files: their digests, and durable copies.
enum FileCopy {
    static func digest(_ path: String) throws -> (sha256: String, bytes: Int) { try digest(RegularFile(path: path)) }

    /// Of what is left of an open file.
    static func digest(_ file: RegularFile) throws -> (sha256: String, bytes: Int) {
        var digest = ContentDigest()
        var bytes = 0
        try file.forEachPiece { piece in
            digest.update(piece)
            bytes += piece.count
        }
        return (digest.finish(), bytes)
    }

    /// The bytes of the copy are on the disk when this returns; its name is the caller's to make durable.
    static func copy(_ source: RegularFile, to target: String, _ fileSystem: FileSystem = .posix) throws {
        let copy = try fileSystem.create(target)
        defer { fileSystem.close(copy) }
        try source.forEachPiece { try fileSystem.write($0, to: copy) }
        try fileSystem.sync(copy)
    }

    /// The folder of a name below some directory; empty for a name directly in it.
    static func folder(_ name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }
}
