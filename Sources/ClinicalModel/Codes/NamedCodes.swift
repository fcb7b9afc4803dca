package import StructuredText

/// Some codes with their names, and the editions that these are from: what a page or a message needs of all the editions in use.
package struct NamedCodes: Hashable, Sendable {
    package let names: [Code: CodeName]
    /// As the editions call themselves; of the systems of the codes asked for.
    package let editions: [CodeSystem: String]

    package init(_ names: [Code: CodeName] = [:], editions: [CodeSystem: String] = [:]) {
        self.names = names
        self.editions = editions
    }

    package subscript(_ code: Code) -> CodeName? { names[code] }

    /// `osimertinib (ATC:L01EB04)`; the code alone where no edition in use knows it.
    package func label(_ code: Code, _ language: Language) -> String {
        names[code].map { "\($0.text(language)) (\(code))" } ?? code.description
    }
}

extension CodeHierarchies {
    package func names(of codes: some Sequence<Code>) -> NamedCodes {
        var names: [Code: CodeName] = [:]
        var editions: [CodeSystem: String] = [:]
        for code in codes where names[code] == nil {
            names[code] = name(of: code)
            editions[code.system] = edition(of: code.system)
        }
        return NamedCodes(names, editions: editions)
    }
}
