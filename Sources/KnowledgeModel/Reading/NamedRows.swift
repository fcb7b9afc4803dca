internal import StructuredText

/// The rows of a file by the names that it gives its columns: a table with tabs, or JSON with one object a line.
enum NamedRows {
    /// Calls `take` with every row. What `take` throws, and what is wrong with a row, becomes a diagnostic; the file's own
    /// faults are thrown. Returns the number of rows.
    static func read(
        _ bytes: [UInt8], requiring required: [[String]], _ diagnostics: inout KnowledgeDiagnostics,
        _ take: (NamedRow) throws(KnowledgeFault) -> Void
    ) throws(KnowledgeFault) -> Int {
        let lines = try TextLines(bytes)
        let isTruncated = lines.endsInLine
        let isJSON = bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
        var columns: [String]?
        var (rows, last) = (0, 0)
        for (number, line) in lines {
            last = number
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            if !isJSON, columns == nil {
                columns = try header(line, number, required)
                continue
            }
            rows += 1
            do throws(KnowledgeFault) {
                try take(isJSON ? object(line, number) : row(line, number, columns ?? []))
            } catch {
                diagnostics.add(error)
            }
        }
        guard isJSON || columns != nil else { throw KnowledgeFault(.noHeader) }
        // A table may lack its last line end and be whole: it is said, and the short line itself shows in its own diagnostic.
        if isTruncated { diagnostics.add(KnowledgeFault(.truncated, at: SourcePlace(line: last, column: 1))) }
        return rows
    }

    private static func header(
        _ line: ArraySlice<UInt8>, _ number: Int, _ required: [[String]]
    ) throws(KnowledgeFault) -> [String] {
        let names = fields(line).map { NamedRow.trimmed($0.text) }
        var seen = Set<String>()
        for (index, name) in names.enumerated() where !name.isEmpty && !seen.insert(name).inserted {
            throw KnowledgeFault(.repeatedColumn, at: SourcePlace(line: number, column: index + 1), field: name)
        }
        for alternatives in required where !alternatives.contains(where: seen.contains) {
            throw KnowledgeFault(.missingColumn, at: SourcePlace(line: number, column: 1), field: alternatives[0])
        }
        return names
    }

    private static func row(_ line: ArraySlice<UInt8>, _ number: Int, _ columns: [String]) throws(KnowledgeFault) -> NamedRow {
        let fields = fields(line)
        guard fields.count == columns.count else {
            throw KnowledgeFault(
                .wrongFieldCount, at: SourcePlace(line: number, column: fields.last?.column ?? 1),
                value: "\(fields.count)/\(columns.count)")
        }
        var values: [String: (parts: [String], column: Int)] = [:]
        values.reserveCapacity(columns.count)
        for (name, field) in zip(columns, fields) {
            let text = NamedRow.trimmed(unquoted(field.text))
            values[name] = (text.isEmpty ? [] : [text], field.column)
        }
        return NamedRow(line: number, values: values)
    }

    /// The fields between tabs with the column, in characters, where each begins.
    private static func fields(_ line: ArraySlice<UInt8>) -> [(text: Substring, column: Int)] {
        var column = 1
        return String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false).map { field in
            defer { column += field.unicodeScalars.count + 1 }
            return (field, column)
        }
    }

    /// Spreadsheets and PanelApp put quotation marks round a field that has some inside, and double those.
    private static func unquoted(_ text: Substring) -> String {
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
        return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }

    private static func object(_ line: ArraySlice<UInt8>, _ number: Int) throws(KnowledgeFault) -> NamedRow {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONReader.read(Array(line))
        } catch {
            throw KnowledgeFault(.notJSON, at: SourcePlace(line: number, column: error.place.column), value: error.message)
        }
        guard let members = value.members else { throw KnowledgeFault(.notAnObject, at: SourcePlace(line: number, column: 1)) }
        var values: [String: (parts: [String], column: Int)] = [:]
        for member in members {
            values[member.name] = (parts(member.value), member.value.place.column)
        }
        return NamedRow(line: number, values: values)
    }

    /// A plain value as its text, a list as its texts; what is nested deeper has no place in a row.
    private static func parts(_ value: JSONValue) -> [String] {
        switch value.content {
        case .string(let text): text.isEmpty ? [] : [text]
        case .number(let text): [text]
        case .bool(let value): [value ? "true" : "false"]
        case .array(let values): values.flatMap(parts)
        case .null, .object: []
        }
    }
}
