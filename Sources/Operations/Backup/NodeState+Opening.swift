internal import Records

extension NodeState.Part {
    /// Opens the database at `path` and brings its schema up to date.
    func open(_ path: String) throws -> any NodeDatabase {
        switch self {
        case .enquiries: try EnquiryDatabase(path: path)
        case .releases: try ReleaseDatabase(path: path)
        case .knowledge: try KnowledgeDatabase(path: path)
        }
    }
}
