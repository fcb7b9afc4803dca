internal import Foundation
internal import Records
internal import VariantStorage

/// Puts back what a backup of a node holds, with the node stopped: every file is checked against the list, and each database by its own
/// checks, before anything is put in place.
package struct RestoreNode: Sendable {
    package let state: NodeState
    package let backup: String

    package init(state: NodeState, backup: String) {
        self.state = state
        self.backup = backup
    }

    /// The parts that were put back. Throws `BackupError`, and leaves nothing behind then.
    package func run() throws -> [NodeState.Part] {
        let list = try BackupList(readingFrom: backup, of: .node(state.node))
        let parts = NodeState.Part.allCases.filter { part in list.files.contains { $0.name == part.fileName } }
        let knowledge = list.files.filter { $0.name.hasPrefix(NodeState.knowledgeFolder + "/") }
        guard !parts.isEmpty, parts.count + knowledge.count == list.files.count else {
            throw BackupError(.incomplete, place: backup + "/" + BackupList.fileName)
        }
        for part in parts where fileLength(state.path(of: part)) != nil {
            throw BackupError(.exists, place: state.path(of: part))
        }
        if !knowledge.isEmpty, !listDirectory(state.knowledgeFiles).isEmpty {
            throw BackupError(.exists, place: state.knowledgeFiles)
        }
        let draft = "\(state.data)/\(state.node).restoring"
        try? FileManager.default.removeItem(atPath: draft)
        defer { try? FileManager.default.removeItem(atPath: draft) }
        try FileManager.default.createDirectory(
            atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try list.copyFiles(from: backup, to: draft)
        for part in parts { try RestoreNode.check(part, at: draft + "/" + part.fileName) }
        if !knowledge.isEmpty {
            // Before the database that names them: a crash in between leaves files that nobody asks for.
            try? FileManager.default.removeItem(atPath: state.knowledgeFiles)
            try FileSystem.posix.rename(draft + "/" + NodeState.knowledgeFolder, state.knowledgeFiles)
        }
        for part in parts {
            let path = state.path(of: part)
            // Of a database of that name that is gone: SQLite would take them for this one's.
            for rest in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + rest) }
            try FileSystem.posix.rename(draft + "/" + part.fileName, path)
        }
        try FileSystem.posix.syncDirectory(state.data)
        return parts
    }

    /// What has the right digest can still have been broken when it was backed up.
    private static func check(_ part: NodeState.Part, at path: String) throws {
        let database = try part.open(path)
        let faults = try database.faults()
        try database.close()
        guard faults.isEmpty else { throw BackupError(.damaged, place: path) }
    }
}
