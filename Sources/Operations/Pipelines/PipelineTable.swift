/// A small table of a pipeline, by the names of its columns.
struct PipelineTable {
    let name: String
    let rows: [(line: Int, values: [String: String])]

    /// Columns are parted by tabs, or by commas where the first line has no tab.
    init(_ text: String, name: String) {
        self.name = name
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let separator: Character = lines.first?.contains("\t") == true ? "\t" : ","
        func cells(_ line: Substring) -> [String] {
            line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        }
        let header = lines.first.map(cells) ?? []
        rows = lines.enumerated().dropFirst().compactMap { index, line in
            guard !line.isEmpty else { return nil }
            return (index + 1, Dictionary(zip(header, cells(line))) { first, _ in first })
        }
    }

    /// The value of the first of `columns` that the row has; empty cells count as nothing.
    func value(_ row: (line: Int, values: [String: String]), _ columns: String...) -> String? {
        columns.lazy.compactMap { row.values[$0] }.first.flatMap { $0.isEmpty || $0 == "NA" || $0 == "None" ? nil : $0 }
    }

    /// The same of a column that the table has to have.
    func required(_ row: (line: Int, values: [String: String]), _ columns: String...) throws(PipelineError) -> String? {
        guard let found = columns.first(where: { row.values[$0] != nil }) else {
            throw PipelineError(.missingColumn, place: name, detail: columns[0])
        }
        return value(row, found)
    }

    func number(_ row: (line: Int, values: [String: String]), _ columns: String...) throws(PipelineError) -> Double? {
        guard let column = columns.first(where: { row.values[$0] != nil }) else {
            throw PipelineError(.missingColumn, place: name, detail: columns[0])
        }
        guard let text = value(row, column) else { return nil }
        guard let number = Double(text), number.isFinite else {
            throw PipelineError(.badValue, place: "\(name), line \(row.line)", detail: column)
        }
        return number
    }
}
