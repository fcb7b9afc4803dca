internal import StructuredText

/// What one edition calls the codes of a system, without saying what lies under what.
package struct CodeNames: Sendable {
    package let system: CodeSystem
    /// As the edition calls itself.
    package let version: String
    private let names: [Code: CodeName]
    /// In the order of the source.
    private let codes: [Code]

    /// Of a code given twice the first holds.
    package init(system: CodeSystem, version: String, names: [(code: Code, name: CodeName)]) {
        self.system = system
        self.version = version
        self.names = Dictionary(names.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        codes = names.map(\.code)
    }

    package var count: Int { names.count }

    package func name(of code: Code) -> CodeName? { names[code] }

    /// As `CodeHierarchy.suggestions(for:limit:)`, over the names in every language.
    package func suggestions(for text: String, limit: Int) -> [Code] {
        guard let search = CodeSearch(text, in: system) else { return [] }
        return search.best(
            limit, of: codes.lazy.map { code in (code, names[code]?.all ?? []) })
    }
}

extension CodeName {
    fileprivate var all: [String] {
        switch self {
        case .swedish(let text), .english(let text): [text]
        case .both(let text): text.sv == text.en ? [text.sv] : [text.sv, text.en]
        }
    }
}
