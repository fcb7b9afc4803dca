internal import StructuredText

extension CodeNames {
    private enum Column: String { case code, sv, en }

    /// The longest name that is taken, in bytes. SNOMED CT's own limit is 255 characters.
    private static let nameLimit = 1024

    /// A table of names in UTF-8, with tabs between its columns: a line `# edition: NAME`, then `code` with `sv`, `en` or both, then a row for
    /// each code. Further lines that begin with `#` may stand before the columns, empty lines anywhere. Of two languages a row may leave out
    /// one. A code may stand with or without its system's prefix. Cost: one pass over the bytes.
    package static func table(_ bytes: [UInt8], system: CodeSystem) throws(CodeNamesError) -> CodeNames {
        var edition: String?
        var columns: [Column] = []
        var names: [(code: Code, name: CodeName)] = []
        var seen = Set<Code>()
        var number = 0
        // Some programs begin a text in UTF-8 with a mark that says so.
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for part in bytes[start...].split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            func fault(_ code: CodeNamesError.Code) -> CodeNamesError { CodeNamesError(code, system: system, line: number) }
            guard let line = String(validating: part.last == 13 ? part.dropLast() : part, as: UTF8.self) else {
                throw fault(.notText)
            }
            if line.isEmpty { continue }
            if columns.isEmpty, line.utf8.first == UInt8(ascii: "#") {
                if let name = CodeNames.edition(line) { edition = name }
                continue
            }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard !columns.isEmpty else {
                guard edition != nil else { throw fault(.noEdition) }
                columns = fields.compactMap { Column(rawValue: String($0)) }
                guard columns.count == fields.count, Set(columns).count == columns.count, columns.first == .code,
                    columns.count > 1
                else { throw fault(.noColumns) }
                continue
            }
            guard fields.count == columns.count else { throw fault(.fieldCount) }
            guard let code = Code(fields[0]) ?? Code(system, String(fields[0])), code.system == system else {
                throw fault(.badCode)
            }
            guard seen.insert(code).inserted else { throw fault(.repeated) }
            let given = Dictionary(uniqueKeysWithValues: zip(columns, fields).dropFirst().filter { !$0.1.isEmpty })
            guard given.values.allSatisfy(CodeNames.isName), let name = CodeNames.name(given[.sv], given[.en]) else {
                throw fault(.badName)
            }
            names.append((code, name))
        }
        guard let edition, !names.isEmpty else {
            throw CodeNamesError(edition == nil ? .noEdition : .empty, system: system, line: nil)
        }
        return CodeNames(system: system, version: edition, names: names)
    }

    /// Of `# edition: NAME`.
    private static func edition(_ line: String) -> String? {
        let words = line.dropFirst().drop { $0 == " " }
        guard words.hasPrefix("edition:") else { return nil }
        let name = words.dropFirst("edition:".count).drop { $0 == " " }
        return isName(name) ? String(name) : nil
    }

    private static func name(_ sv: Substring?, _ en: Substring?) -> CodeName? {
        switch (sv, en) {
        case (let sv?, let en?): .both(LocalizedText(sv: String(sv), en: String(en)))
        case (let sv?, nil): .swedish(String(sv))
        case (nil, let en?): .english(String(en))
        case (nil, nil): nil
        }
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= nameLimit && text.first?.isWhitespace == false && text.last?.isWhitespace == false
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
}
