public import GenomeModel
internal import Synchronization

/// The one writer of a directory of annotation files, for as long as it lives.
///
/// Every change is the one rename that gives a finished, durable file its name: a crash leaves the state before or the state
/// after. Opening removes what a crash left. Several builders may be filled at once; the rest is for one task.
public final class AnnotationStoreWriter: Sendable {
    /// What to merge.
    public enum Merge: Sendable {
        /// The files that came last, from the first on that is not more than twice as long as all after it together: so a
        /// version has a number of files that grows with the logarithm of its size.
        case recent
        /// All into one. With `keep`, nothing of a variant that is not kept is left.
        case everything
    }

    public let directory: String
    private let fileSystem: FileSystem
    private let lock: WriterLock
    private let drafts = Mutex(0)

    /// Makes the directory where there is none, and takes the right to write. Throws `busy` where another process has it.
    public convenience init(directory: String) throws(StorageError) {
        try self.init(directory: directory, fileSystem: .posix)
    }

    package init(directory: String, fileSystem: FileSystem) throws(StorageError) {
        try fileSystem.createDirectory(directory)
        try fileSystem.syncDirectory(IndexWriter.parent(of: directory))
        lock = try WriterLock(directory: directory)
        self.directory = directory
        self.fileSystem = fileSystem
        let drafts = listDirectory(directory).filter { $0.hasSuffix(AnnotationName.draftEnding) }
        for name in drafts { try fileSystem.remove(directory + "/" + name) }
        try removeReplaced()
    }

    private func removeReplaced() throws(StorageError) {
        let live = Set(AnnotationName.live(in: directory))
        let old = AnnotationName.all(in: directory).filter { !live.contains($0) }
        guard !old.isEmpty else { return }
        // The one that replaces them may have its name, only not durably.
        try fileSystem.syncDirectory(directory)
        for name in old { try fileSystem.remove(directory + "/" + name.text) }
        try fileSystem.syncDirectory(directory)
    }

    private func draft() -> String {
        let number = drafts.withLock { number in
            defer { number += 1 }
            return number
        }
        return "\(directory)/\(number)\(AnnotationName.draftEnding)"
    }

    /// Begins the file of what one reader reads.
    public func begin(_ version: AnnotationVersion) throws(StorageError) -> AnnotationBuilder {
        try begin(version, rowLimit: AnnotationBuilder.heldRows)
    }

    package func begin(_ version: AnnotationVersion, rowLimit: Int) throws(StorageError) -> AnnotationBuilder {
        try AnnotationBuilder(source: version, fileSystem: fileSystem, rowLimit: rowLimit, draft: draft)
    }

    /// Makes a finished file part of the store, durably.
    public func commit(_ staged: StagedAnnotation) throws(StorageError) {
        let source = AnnotationSource.name(staged.source)
        let last = names(source).map(\.numbers.upperBound).max() ?? 0
        try name(staged, AnnotationName(source: source, numbers: (last + 1)...(last + 1)))
    }

    /// Removes a finished file that will not be committed.
    public func discard(_ staged: StagedAnnotation) { try? fileSystem.remove(staged.path) }

    private func name(_ staged: StagedAnnotation, _ name: AnnotationName) throws(StorageError) {
        try fileSystem.rename(staged.path, directory + "/" + name.text)
        try fileSystem.syncDirectory(directory)
    }

    private func names(_ source: String) -> [AnnotationName] {
        AnnotationName.live(in: directory).filter { $0.source == source }
    }

    /// Merges files of a version into one, which keeps the variants of which `keep` says so. False where there was nothing to
    /// do: fewer than two files, and nothing that might have to go.
    ///
    /// `keep` is given the alleles of a variant whose key is not reversible, and empty ones otherwise. It is asked once for each
    /// variant, in the order of the store. Readers keep what they have opened.
    @discardableResult
    public func merge(
        _ version: AnnotationVersion, _ what: Merge = .recent,
        keep: ((VariantKey, _ reference: UnsafeBufferPointer<UInt8>, _ alternate: UnsafeBufferPointer<UInt8>) -> Bool)? = nil
    ) throws(StorageError) -> Bool {
        let source = AnnotationSource.name(version)
        var files: [(name: AnnotationName, file: AnnotationFile)] = []
        for name in names(source) { files.append((name, try AnnotationFile(path: directory + "/" + name.text))) }
        if what == .recent {
            files.removeFirst(files.count - AnnotationStoreWriter.recent(files.map(\.file.length)))
        }
        guard let first = files.first, let last = files.last, files.count > 1 || keep != nil else { return false }
        let merged = try AnnotationMerge.run(
            files.map(\.file), source: version, to: draft(), fileSystem: fileSystem, keep: keep ?? { _, _, _ in true })
        try name(
            merged,
            AnnotationName(source: source, numbers: first.name.numbers.lowerBound...last.name.numbers.upperBound))
        try removeReplaced()
        return true
    }

    /// How many of the last files to merge, by their lengths.
    package static func recent(_ lengths: [Int]) -> Int {
        var count = min(lengths.count, 1)
        var total = lengths.last ?? 0
        while count < lengths.count, lengths[lengths.count - 1 - count] <= 2 * total {
            total += lengths[lengths.count - 1 - count]
            count += 1
        }
        return count
    }

    /// Takes everything of a version out of the store.
    public func remove(_ version: AnnotationVersion) throws(StorageError) {
        for name in names(AnnotationSource.name(version)) { try fileSystem.remove(directory + "/" + name.text) }
        try fileSystem.syncDirectory(directory)
    }
}
