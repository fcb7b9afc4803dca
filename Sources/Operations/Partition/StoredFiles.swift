internal import Records
package import VariantStorage

/// The submitted files of a partition, each called by the SHA-256 of its bytes: the same bytes are kept once.
package struct StoredFiles: Sendable {
    package let layout: PartitionLayout
    package let fileSystem: FileSystem

    /// From so many bytes on the digest is left to `prove`. SHA-256 makes 0.4 GB a second where the processor has no instruction for it,
    /// and a genome's file is read for its variants in the same time on another core.
    private static let provedLater = 8 << 20

    /// What became of a file that somebody sent.
    enum Arrival: Hashable, Sendable {
        /// Durable under its digest.
        case stored
        /// Durable in the draft; too large to wait for its digest, which `prove` computes while the file is being read.
        case unproved
        /// Its bytes are in the draft, durable, and are not what the manifest says.
        case differs
    }

    init(layout: PartitionLayout, fileSystem: FileSystem) {
        self.layout = layout
        self.fileSystem = fileSystem
    }

    func has(_ sha256: String) -> Bool { fileLength(layout.file(sha256)) != nil }

    /// Copies a file in, computing the digest of all but large ones on the way. The bytes are durable when this returns; the directory is
    /// synchronised by `settle`, once for all files of a submission.
    func take(_ source: RegularFile, expecting sha256: String, draft path: String) throws -> Arrival {
        let isProvedNow = source.length < StoredFiles.provedLater
        let file = try fileSystem.create(path)
        var digest = ContentDigest()
        do {
            defer { fileSystem.close(file) }
            try source.forEachPiece { piece in
                if isProvedNow { digest.update(piece) }
                try fileSystem.write(piece, to: file)
            }
            try fileSystem.sync(file)
        } catch {
            try? fileSystem.remove(path)
            throw error
        }
        guard isProvedNow else { return .unproved }
        let found = digest.finish()
        guard found == sha256 else { return .differs }
        try fileSystem.rename(path, layout.file(found))
        return .stored
    }

    /// Of files that were received and not proved, the names of those whose bytes are not what the manifest says. Only reads.
    func prove(_ files: [(name: String, sha256: String)], of submission: String) throws -> [String] {
        var differing: [String] = []
        for file in files where !has(file.sha256) {
            if try FileCopy.digest(draft(file.name, of: submission)).sha256 != file.sha256 { differing.append(file.name) }
        }
        return differing
    }

    /// Gives files that were proved their names; those that have them need nothing.
    func keep(_ files: [(name: String, sha256: String)], of submission: String) throws {
        var renamed = false
        for file in files where !has(file.sha256) {
            try fileSystem.rename(draft(file.name, of: submission), layout.file(file.sha256))
            renamed = true
        }
        if renamed { try settle() }
    }

    /// Where a submission's file can be read now: under its digest, or in its draft.
    func path(_ name: String, _ sha256: String, of submission: String) -> String {
        has(sha256) ? layout.file(sha256) : draft(name, of: submission)
    }

    /// Where the bytes of a submission's file lie until they prove to be what its manifest says; those that are not stay there until they
    /// are set aside with the submission.
    func draft(_ name: String, of submission: String) -> String { layout.files + "/\(submission)-\(name).partial" }

    /// Moves a file out to `target`, or copies it where somebody still needs it. Nothing where it was done before.
    func setAside(_ sha256: String, as target: String, isNeeded: Bool) throws {
        let path = layout.file(sha256)
        guard isNeeded else { return try fileSystem.rename(path, target) }
        guard fileLength(target) == nil else { return }
        try FileCopy.copy(RegularFile(path: path), to: target + ".partial", fileSystem)
        try fileSystem.rename(target + ".partial", target)
    }

    /// Keeps bytes that were made here, durably, and gives their digest.
    func keep(_ bytes: [UInt8]) throws -> String {
        let digest = ContentDigest.of(bytes)
        guard !has(digest) else { return digest }
        try fileSystem.replace(layout.file(digest), in: layout.files, with: bytes)
        try settle()
        return digest
    }

    /// The bytes of a stored file. Throws where they are not there.
    func bytes(of sha256: String) throws -> [UInt8] {
        try RegularFile(path: layout.file(sha256)).readAll(limit: 64 << 20) ?? []
    }

    func remove(_ sha256: String) throws { try fileSystem.remove(layout.file(sha256)) }

    func settle() throws { try fileSystem.syncDirectory(layout.files) }

    /// Removes what no submission names: what a crash left, and what nobody needs any more.
    func removeAll(except known: Set<String>) throws {
        var removed = false
        for name in listDirectory(layout.files) where !known.contains(name) {
            try fileSystem.remove(layout.file(name))
            removed = true
        }
        if removed { try settle() }
    }

    /// The digest of a stored file as it is on the disk now; nil where there is none.
    func digest(of sha256: String) throws -> String? {
        do {
            return try FileCopy.digest(layout.file(sha256)).sha256
        } catch RegularFile.Refusal.missing {
            return nil
        }
    }
}
