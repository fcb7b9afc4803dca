package import ClinicalModel
internal import Foundation
internal import KnowledgeModel
internal import Records
internal import VariantStorage

/// Copies what belongs to a node into a new folder, each database at one moment and while the node runs, with a list of everything and its
/// SHA-256, and the files that its knowledge was read from. No key is in it.
package struct BackUpNode: Sendable {
    package let state: NodeState
    package let directory: String

    package init(state: NodeState, directory: String) {
        self.state = state
        self.directory = directory
    }

    /// The parts that there are. Throws `BackupError`; a backup that was interrupted has no list and cannot be restored.
    package func run(now: Timestamp = .now()) throws -> [NodeState.Part] {
        let parts = NodeState.Part.allCases.filter { fileLength(state.path(of: $0)) != nil }
        guard !parts.isEmpty else { throw BackupError(.nothing, place: state.path(of: .enquiries)) }
        try BackupList.makeFolder(directory)
        var list = BackupList(of: .node(state.node), at: now)
        for part in parts {
            let database = try part.open(state.path(of: part))
            try database.copy(to: directory + "/" + part.fileName)
            try database.close()
            try list.add(part.fileName, in: directory)
        }
        if parts.contains(.knowledge) { try addKnowledge(to: &list) }
        try list.write(to: directory)
        return parts
    }

    /// The files of every version: those that the copied database knows are among them, since it only grows, and no file ever changes. What
    /// differs between two versions is left out, since it is computed anew where somebody asks.
    private func addKnowledge(to list: inout BackupList) throws {
        let database = try KnowledgeDatabase(path: state.path(of: .knowledge))
        let shelves = try database.shelves()
        try database.close()
        let versions = shelves.flatMap(\.entries).map(\.version.identifier)
        guard !versions.isEmpty else { return }
        let (from, to) = (KnowledgeLayout(directory: state.knowledgeFiles), NodeState.knowledgeFolder)
        try FileManager.default.createDirectory(
            atPath: directory + "/" + to, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // The same file can be of two series.
        var seen = Set<String>()
        for path in versions.flatMap({ [from.file($0.digest), from.items($0)] }) where seen.insert(path).inserted {
            let name = to + "/" + URL(fileURLWithPath: path).lastPathComponent
            try FileCopy.copy(RegularFile(path: path), to: directory + "/" + name)
            try list.add(name, in: directory)
        }
    }
}
