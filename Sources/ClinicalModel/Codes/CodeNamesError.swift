/// Why a table gives no names of codes.
package struct CodeNamesError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case notText, noEdition, noColumns, fieldCount, badCode, repeated, badName, empty
    }

    package let code: Code
    package let system: CodeSystem
    /// 1-based; nil where the fault has no line.
    package let line: Int?

    package init(_ code: Code, system: CodeSystem, line: Int?) {
        self.code = code
        self.system = system
        self.line = line
    }

    package var message: String {
        switch code {
        case .notText: "this is not text in UTF-8."
        case .noEdition: "nothing says which edition the names are of."
        case .noColumns: "the first row does not name the columns."
        case .fieldCount: "the row does not have as many fields as there are columns."
        case .badCode: "the row does not begin with a code of \(system.rawValue)."
        case .repeated: "the code has a name already."
        case .badName: "the name is missing, too long, has control characters, or begins or ends with a space."
        case .empty: "there is no name in it."
        }
    }

    package var remedy: String {
        switch code {
        case .notText: "Save the table as text in UTF-8 with tabs."
        case .noEdition: "Write for example \"# edition: \(system.rawValue) 2026\" in the first line."
        case .noColumns: "Write code, and sv, en or both, with tabs between them, in the row before the first code."
        case .fieldCount: "Put one tab between a code and its name, and one between the names."
        case .badCode: "Leave out what is no code, such as the headings of chapters and blocks."
        case .repeated: "Keep one row for each code."
        case .badName: "Mend the name, or leave the row out."
        case .empty: "Put in a row for each code, or take the file away: codes then stand alone."
        }
    }

    package var description: String { (line.map { "line \($0): " } ?? "") + "\(message) \(remedy) (\(code.rawValue))" }
}
