internal import StructuredText

/// One row of a table, or one object, by the names of its columns or members.
struct NamedRow {
    /// 1-based.
    let line: Int
    /// The parts of each value; one for a plain text, several for a list, none for an empty one.
    let values: [String: (parts: [String], column: Int)]

    /// The first name that the row has, which need not have a value.
    private func known(_ names: [String]) -> (parts: [String], column: Int)? {
        for name in names { if let value = values[name] { return value } }
        return nil
    }

    /// The value under the first of `names` that the row has; nil where the file has none of them.
    func text(_ names: String...) -> String? { known(names).map { $0.parts.joined(separator: ", ") } }

    /// The parts of a list; a plain text is split at `separator`.
    func list(_ names: String..., separator: Character = ",") -> [String]? {
        guard let parts = known(names)?.parts else { return nil }
        return parts.flatMap { $0.split(separator: separator) }.map { NamedRow.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// A value that must be there.
    func required(_ names: String...) throws(KnowledgeFault) -> String {
        guard let value = known(names) else { throw KnowledgeFault(.missingColumn, at: place(1), field: names[0]) }
        let text = value.parts.joined(separator: ", ")
        guard !text.isEmpty else { throw KnowledgeFault(.missingValue, at: place(value.column), field: names[0]) }
        return text
    }

    func place(of names: String...) -> SourcePlace { place(known(names)?.column ?? 1) }

    private func place(_ column: Int) -> SourcePlace { SourcePlace(line: line, column: column) }

    static func trimmed(_ text: some StringProtocol) -> String {
        var part = Substring(text)
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
