internal import StructuredText

extension CodeHierarchy {
    /// What the edition calls the term of a code or an alternative identifier; nil for what it does not know.
    package func name(of code: Code) -> String? {
        guard let number = number(of: code), names.indices.contains(Int(number)) else { return nil }
        return names[Int(number)]
    }

    /// The terms that a few letters may mean: every word of `text` begins a word of the name, or the text begins the code. Names that begin
    /// with the text come first, shorter before longer. Cost: one pass over the names.
    package func suggestions(for text: String, limit: Int) -> [Code] {
        CodeSearch(text, in: system)?.best(limit, of: zip(terms, names.lazy.map { [$0] }).lazy.map { ($0, $1) }) ?? []
    }
}

extension CodeHierarchies {
    /// What the editions in use call a code; nil for systems without an edition and for codes that theirs does not know. The names of a
    /// hierarchy are English (HPO, OncoTree, DOID).
    package func name(of code: Code) -> CodeName? {
        let listed = self.names(of: code.system)?.name(of: code)
        guard let own = self[code.system]?.name(of: code), !own.isEmpty else { return listed }
        return switch listed {
        case .swedish(let swedish): .both(LocalizedText(sv: swedish, en: own))
        case .english, .both: listed
        case nil: .english(own)
        }
    }

    /// Terms of the systems that a few letters may mean, those of each system together.
    package func suggestions(for text: String, in systems: Set<CodeSystem>, limit: Int) -> [Code] {
        CodeSystem.allCases.filter(systems.contains).flatMap { system in
            let terms = self[system]?.suggestions(for: text, limit: limit) ?? []
            let listed = names(of: system)?.suggestions(for: text, limit: limit) ?? []
            return (terms + listed.filter { !terms.contains($0) }).prefix(limit)
        }
    }
}
