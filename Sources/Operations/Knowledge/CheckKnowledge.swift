internal import KnowledgeModel
internal import Records
internal import VariantStorage

/// Looks whether what a node knows is all there: its list of versions, a file of items for each, and the table of tumour types.
package struct CheckKnowledge: Sendable {
    package let state: NodeState
    /// The folder of code hierarchies.
    package let codes: String

    package init(state: NodeState, codes: String) {
        self.state = state
        self.codes = codes
    }

    /// What there is, in a line. Throws `KnowledgeError.fileMissing` with the version, `KnowledgeFault` for a faulty table, `RecordsError`.
    package func run() throws -> String {
        _ = try OpenKnowledge.mapping(codes)
        let path = state.path(of: .knowledge)
        guard fileLength(path) != nil else { return "nothing is imported yet" }
        let database = try KnowledgeDatabase(path: path)
        defer { try? database.close() }
        let layout = KnowledgeLayout(directory: state.knowledgeFiles)
        let entries = try database.shelves().flatMap(\.entries)
        for version in entries.map(\.version) {
            guard fileLength(layout.file(version.digest)) != nil, fileLength(layout.items(version.identifier)) != nil else {
                throw KnowledgeError(.fileMissing, place: version.identifier.description)
            }
            _ = try KnowledgeItems(path: layout.items(version.identifier))
        }
        return "\(entries.count) versions, \(entries.count { $0.state == .current }) of them in force, \(layout.directory)"
    }
}
