package import KnowledgeModel
internal import Records

/// Where a node's knowledge lies: files as they were received, each called by its SHA-256, and what was made of them once.
package struct KnowledgeLayout: Hashable, Sendable {
    package let directory: String

    package init(directory: String) { self.directory = directory }

    package var lock: String { directory + "/LOCK" }

    /// A file as its publisher made it.
    package func file(_ digest: String) -> String { directory + "/" + digest }

    /// The items of a version, in the order of their identities.
    package func items(_ version: VersionIdentifier) -> String { directory + "/" + KnowledgeLayout.stem(version) + ".items" }

    /// What differs between two versions of a series; `old` is nil where none was current.
    package func changes(from old: VersionIdentifier?, to new: VersionIdentifier) -> String {
        "\(directory)/\(old.map(KnowledgeLayout.stem) ?? "nothing")-\(KnowledgeLayout.stem(new)).changes"
    }

    /// The same file can be of two series: a gene list under two names.
    private static func stem(_ version: VersionIdentifier) -> String {
        version.digest.prefix(24) + "-" + ContentDigest.of(version.series.description).prefix(8)
    }
}
