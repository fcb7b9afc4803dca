/// The code systems as the platform understands "under": by a carried hierarchy (HPO, OncoTree, DOID), by the characters of the
/// code itself (ICD-10, ICD-O topography, ATC), or not at all (ICD-O morphology, SNOMED CT, ORPHA, OMIM), where only the code
/// itself lies under it.
package struct CodeHierarchies: Sendable {
    private let bySystem: [CodeSystem: CodeHierarchy]
    private let namesBySystem: [CodeSystem: CodeNames]

    /// Of two of one system the later holds. A system can have a hierarchy, a list of names, both, or neither.
    package init(_ hierarchies: [CodeHierarchy] = [], names: [CodeNames] = []) {
        bySystem = Dictionary(hierarchies.map { ($0.system, $0) }, uniquingKeysWith: { $1 })
        namesBySystem = Dictionary(names.map { ($0.system, $0) }, uniquingKeysWith: { $1 })
    }

    package subscript(_ system: CodeSystem) -> CodeHierarchy? { bySystem[system] }

    package func names(of system: CodeSystem) -> CodeNames? { namesBySystem[system] }

    /// Which edition names the codes of a system; nil where none does.
    package func edition(of system: CodeSystem) -> String? {
        bySystem[system]?.version ?? namesBySystem[system]?.version
    }

    /// Which edition says what lies under what, for each system that has one.
    package var versions: [CodeSystem: String] { bySystem.mapValues(\.version) }

    package static let systemsByPrefix: Set<CodeSystem> = [.icd10, .icdOTopography, .atc]

    /// The selection in a form that tells quickly whether a code belongs to it. Cost: the terms under the codes named.
    package func codes(in selection: CodeSelection) -> CodeSet { CodeSet(selection, bySystem) }

    /// The codes that a selection names although the edition in use does not know them: they match only themselves, and whoever
    /// asked should hear it. Systems without an edition are taken at their word.
    package func unknown(in selection: CodeSelection) -> [Code] {
        selection.named.filter { code in bySystem[code.system].map { !$0.contains(code) } ?? false }
    }
}

/// A set of codes that somebody selected.
package struct CodeSet: Sendable {
    private let exact: Set<Code>
    private let spans: [CodeSpan]
    /// By system: which terms of its hierarchy belong.
    private let marked: [CodeSystem: (hierarchy: CodeHierarchy, isMember: [Bool])]

    init(_ selection: CodeSelection, _ hierarchies: [CodeSystem: CodeHierarchy]) {
        var exact = Set<Code>()
        var spans: [CodeSpan] = []
        var marked: [CodeSystem: (hierarchy: CodeHierarchy, isMember: [Bool])] = [:]
        func add(_ code: Code, withDescendants: Bool) {
            guard let hierarchy = hierarchies[code.system], let number = hierarchy.number(of: code) else {
                exact.insert(code)
                return
            }
            var isMember = marked[code.system]?.isMember ?? Array(repeating: false, count: hierarchy.terms.count)
            if withDescendants { hierarchy.mark(under: number, in: &isMember) } else { isMember[Int(number)] = true }
            marked[code.system] = (hierarchy, isMember)
        }
        switch selection {
        case .among(let codes):
            for code in codes { add(code, withDescendants: false) }
        case .under(let list):
            // Kept apart from `add`: marking stops at a marked term, and an exact one has unmarked descendants.
            for span in list {
                if CodeHierarchies.systemsByPrefix.contains(span.first.system) || !span.isSingle {
                    spans.append(span)
                } else {
                    add(span.first, withDescendants: true)
                }
            }
        }
        self.exact = exact
        self.spans = spans
        self.marked = marked
    }

    package func contains(_ code: Code) -> Bool {
        if exact.contains(code) || spans.contains(where: { $0.holdsByPrefix(code) }) { return true }
        guard let (hierarchy, isMember) = marked[code.system], let number = hierarchy.number(of: code) else { return false }
        return isMember[Int(number)]
    }
}
