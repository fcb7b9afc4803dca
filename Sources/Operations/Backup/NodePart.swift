internal import Records

/// One database of a node's own, opened to be copied or checked, whichever it is.
struct NodePart {
    private let copyTo: (String) throws -> Void
    private let findFaults: () throws -> [String]
    private let end: () throws -> Void

    /// Opens the database at `path` and brings its schema up to date.
    init(_ part: NodeState.Part, at path: String) throws {
        switch part {
        case .enquiries:
            let database = try EnquiryDatabase(path: path)
            (copyTo, findFaults, end) = (database.copy(to:), database.faults, database.close)
        case .releases:
            let database = try ReleaseDatabase(path: path)
            (copyTo, findFaults, end) = (database.copy(to:), database.faults, database.close)
        case .knowledge:
            let database = try KnowledgeDatabase(path: path)
            (copyTo, findFaults, end) = (database.copy(to:), database.faults, database.close)
        }
    }

    /// A whole, compact copy in a new file.
    func copy(to path: String) throws { try copyTo(path) }

    /// What is wrong by SQLite's own checks.
    func faults() throws -> [String] { try findFaults() }

    func close() throws { try end() }
}
