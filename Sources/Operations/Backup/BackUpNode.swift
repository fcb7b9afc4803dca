package import ClinicalModel
internal import VariantStorage

/// Copies what belongs to a node into a new folder, each database at one moment and while the node runs, with a list of everything and its
/// SHA-256. No key is in it.
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
            let database = try NodePart(part, at: state.path(of: part))
            try database.copy(to: directory + "/" + part.fileName)
            try database.close()
            try list.add(part.fileName, in: directory)
        }
        try list.write(to: directory)
        return parts
    }
}
