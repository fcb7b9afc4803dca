/// What belongs to a node and to no region, in databases beside the partitions.
package struct NodeState: Hashable, Sendable {
    package enum Part: String, Sendable, CaseIterable {
        /// Study enquiries, and the questions that people keep.
        case enquiries
        /// Requests that people of the node have sent to regions.
        case releases
        /// Which versions of ClinVar, CIViC, gene lists and guidelines there are.
        case knowledge

        /// In a backup, whatever the node is called.
        var fileName: String { rawValue + ".sqlite" }
    }

    package let node: String
    /// The data directory.
    package let data: String

    package init(node: String, data: String) {
        self.node = node
        self.data = data
    }

    package func path(of part: Part) -> String { "\(data)/\(part.rawValue)-\(node).sqlite" }

    /// In a backup, whatever the node is called: the files of the versions.
    static let knowledgeFolder = "knowledge"

    /// The folder of the files that the versions were read from.
    package var knowledgeFiles: String { "\(data)/knowledge-\(node)" }
}
