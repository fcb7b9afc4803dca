public import GenomeModel

/// The annotation files of a directory, as they were when it was opened: for each version one file or several, none of which
/// knows of the others.
///
/// What versions say is kept apart; within one, what its files say of a variant is put together, each consequence once.
public struct AnnotationStore: Sendable {
    public let directory: String
    /// By version, in the order in which they came.
    let files: [AnnotationVersion: [AnnotationFile]]

    /// Opens every file; a directory that does not exist is empty. Throws where one is damaged.
    public init(directory: String) throws(StorageError) {
        self.directory = directory
        // A merge may remove a file between listing and opening; then the list has changed, too.
        var names = AnnotationName.live(in: directory)
        while true {
            do throws(StorageError) {
                files = try AnnotationStore.open(names, in: directory)
                return
            } catch {
                let now = AnnotationName.live(in: directory)
                guard error.code == .damaged(.missingFile), now != names else { throw error }
                names = now
            }
        }
    }

    private static func open(
        _ names: [AnnotationName], in directory: String
    ) throws(StorageError) -> [AnnotationVersion: [AnnotationFile]] {
        var files: [AnnotationVersion: [AnnotationFile]] = [:]
        for name in names {
            let file = try AnnotationFile(path: directory + "/" + name.text)
            guard AnnotationSource.name(file.source) == name.source else {
                throw StorageError(.damaged(.annotationSource), place: file.path)
            }
            files[file.source, default: []].append(file)
        }
        return files
    }

    /// What there are annotations of, in alphabetical order.
    public var versions: [AnnotationVersion] { files.keys.sorted { $0.description < $1.description } }

    /// Every consequence that a version has for `variant` (normalised).
    public func consequences(
        of variant: Variant, in version: AnnotationVersion
    ) throws(StorageError) -> [TranscriptConsequence] {
        var found: [TranscriptConsequence] = []
        for file in files[version] ?? [] {
            let more = try file.consequences(of: variant)
            found += found.isEmpty ? more : more.filter { !found.contains($0) }
        }
        return found
    }

    /// The variants that a version says `query` of, in the order of the store, each once, at most `limit`.
    public func variants(
        matching query: ConsequenceQuery, in version: AnnotationVersion, interval: Interval? = nil, limit: Int = .max
    ) throws(StorageError) -> [Variant] {
        var found: [Variant] = []
        for file in files[version] ?? [] {
            let more = try file.variants(matching: query, in: interval, limit: limit)
            found = found.isEmpty ? more : Set(found).union(more).sorted()
        }
        return Array(found.prefix(limit))
    }

    /// Proves every file. Throws the first thing that is wrong.
    public func verify() throws(StorageError) {
        for version in versions {
            for file in files[version] ?? [] { try file.verify() }
        }
    }

    /// Variants that a version has, those that are in several files more than once.
    public func variants(in version: AnnotationVersion) -> Int { (files[version] ?? []).reduce(0) { $0 + $1.variants } }

    /// Bytes on disk of a version.
    public func length(of version: AnnotationVersion) -> Int { (files[version] ?? []).reduce(0) { $0 + $1.length } }
}
