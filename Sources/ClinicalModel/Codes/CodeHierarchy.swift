/// The terms of one edition of a code system and which lies under which: a directed graph without cycles, in which a term may
/// have several parents.
package struct CodeHierarchy: Sendable {
    package let system: CodeSystem
    /// As the edition calls itself: `hp/releases/2025-01-16`.
    package let version: String
    /// Every term once, in the order of the source. Alternative identifiers are not among them.
    package let terms: [Code]
    /// What the source calls each term, in the order of the terms; empty where it was made without names.
    package let names: [String]

    /// Term number by code, alternative identifiers included.
    private let numbers: [Code: Int32]
    /// The parents of term `t` are `parentList[parentStarts[t]..<parentStarts[t + 1]]`; children likewise.
    private let parentStarts: [Int32]
    private let parentList: [Int32]
    private let childStarts: [Int32]
    private let childList: [Int32]

    /// `parents` are pairs of term numbers, `alternatives` further identifiers of terms. Of a code given twice the first holds, so
    /// that an alternative identifier never takes a term's own. Throws `.empty` without terms and `.cycle` where a term lies under
    /// itself. `names` are as many as the terms, or none. Cost: linear.
    package init(
        system: CodeSystem, version: String, terms: [Code], names: [String] = [], alternatives: [(code: Code, term: Int)],
        parents: [(child: Int, parent: Int)]
    ) throws(CodeHierarchyError) {
        guard !terms.isEmpty else { throw CodeHierarchyError(.empty, system: system) }
        precondition(names.isEmpty || names.count == terms.count)
        var numbers = Dictionary<Code, Int32>(minimumCapacity: terms.count + alternatives.count)
        for (number, code) in terms.enumerated() where numbers[code] == nil { numbers[code] = Int32(number) }
        for (code, term) in alternatives where numbers[code] == nil { numbers[code] = Int32(term) }
        self.system = system
        self.version = version
        self.terms = terms
        self.names = names
        self.numbers = numbers
        (parentStarts, parentList) = CodeHierarchy.adjacency(terms.count, parents.map { ($0.child, $0.parent) })
        (childStarts, childList) = CodeHierarchy.adjacency(terms.count, parents.map { ($0.parent, $0.child) })
        guard isFreeOfCycles else { throw CodeHierarchyError(.cycle, system: system) }
    }

    /// Number of alternative identifiers that lead to a term.
    package var alternativeCount: Int { numbers.count - terms.count }

    package func contains(_ code: Code) -> Bool { numbers[code] != nil }

    /// The term's own code for a code or an alternative identifier; nil for what the edition does not know.
    package func current(_ code: Code) -> Code? { numbers[code].map { terms[Int($0)] } }

    package func parents(of code: Code) -> [Code] {
        numbers[code].map { CodeHierarchy.neighbours(of: $0, parentStarts, parentList).map { terms[Int($0)] } } ?? []
    }

    package func children(of code: Code) -> [Code] {
        numbers[code].map { CodeHierarchy.neighbours(of: $0, childStarts, childList).map { terms[Int($0)] } } ?? []
    }

    /// The code's term and every term under it; only the code itself where the edition does not know it. Cost: proportional to
    /// the terms found.
    package func descendants(of code: Code) -> Set<Code> {
        guard let number = numbers[code] else { return [code] }
        var isMember = [Bool](repeating: false, count: terms.count)
        mark(under: number, in: &isMember)
        var found = Set<Code>()
        for index in terms.indices where isMember[index] { found.insert(terms[index]) }
        return found
    }

    func number(of code: Code) -> Int32? { numbers[code] }

    /// Sets the flag of the term and of all under it, going past those that are set.
    func mark(under term: Int32, in isMember: inout [Bool]) {
        var waiting = [term]
        while let next = waiting.popLast() {
            guard !isMember[Int(next)] else { continue }
            isMember[Int(next)] = true
            waiting.append(contentsOf: CodeHierarchy.neighbours(of: next, childStarts, childList))
        }
    }

    private static func neighbours(of term: Int32, _ starts: [Int32], _ list: [Int32]) -> ArraySlice<Int32> {
        list[Int(starts[Int(term)])..<Int(starts[Int(term) + 1])]
    }

    /// Neighbours by term in two flat arrays (counting sort).
    private static func adjacency(_ count: Int, _ edges: [(from: Int, to: Int)]) -> ([Int32], [Int32]) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for edge in edges { starts[edge.from + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var list = [Int32](repeating: 0, count: edges.count)
        for edge in edges {
            list[Int(next[edge.from])] = Int32(edge.to)
            next[edge.from] += 1
        }
        return (starts, list)
    }

    /// Takes away terms without parents until none is left (Kahn 1962); what cannot be taken lies on a cycle or under one.
    private var isFreeOfCycles: Bool {
        var open = terms.indices.map { parentStarts[$0 + 1] - parentStarts[$0] }
        var waiting = terms.indices.filter { open[$0] == 0 }.map { Int32($0) }
        var taken = 0
        while let next = waiting.popLast() {
            taken += 1
            for child in CodeHierarchy.neighbours(of: next, childStarts, childList) {
                open[Int(child)] -= 1
                if open[Int(child)] == 0 { waiting.append(child) }
            }
        }
        return taken == terms.count
    }
}
