/// Where in a file something was found.
public struct FilePlace: Hashable, Sendable {
    /// 1-based line of the text; for BCF the line that its text form would have.
    public let line: Int
    /// The column, and for INFO and FORMAT the key when the header declares it: `POS`, `INFO/AC`, `sample column 3`.
    public let field: String

    public init(line: Int, field: String) {
        self.line = line
        self.field = field
    }
}
