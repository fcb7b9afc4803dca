extension MolecularProfile {
    /// Reads a profile as CIViC writes it since 2022: `EGFR T790M AND EGFR Exon 19 Deletion`, `BCR::ABL1 Fusion AND ( ABL1 F317L OR ABL1 F317V )`,
    /// `MET Amplification AND NOT KRAS Mutation`. NOT binds before AND, AND before OR. What is not understood becomes `unreadable`.
    package init(parsing text: String) {
        var parser = ProfileParser(text.split(separator: " ").map(String.init))
        self = parser.wholeProfile() ?? .unreadable(text)
    }

    /// Reads a gene and a variant's name as CIViC published them until 2021: ABL1 and `BCR-ABL T315I`.
    package init(gene: String, variant: String) {
        self = VariantNameParser(gene: gene.uppercased()).profile(variant)
    }
}

/// Reads features joined by AND, OR, NOT and free-standing parentheses. (Those of `VHL R200W (c.598C>T)` touch their text.)
private struct ProfileParser {
    private let tokens: [String]
    private var index = 0

    init(_ tokens: [String]) { self.tokens = tokens }

    /// Nil where the words do not fit together.
    mutating func wholeProfile() -> MolecularProfile? {
        guard let profile = alternatives(depth: 0), index == tokens.count else { return nil }
        return profile
    }

    private mutating func alternatives(depth: Int) -> MolecularProfile? {
        guard var parts = conjunction(depth: depth).map({ [$0] }) else { return nil }
        while skip("OR") {
            guard let next = conjunction(depth: depth) else { return nil }
            parts.append(next)
        }
        return MolecularProfile.joined(parts, MolecularProfile.any)
    }

    private mutating func conjunction(depth: Int) -> MolecularProfile? {
        guard var parts = part(depth: depth).map({ [$0] }) else { return nil }
        while skip("AND") {
            guard let next = part(depth: depth) else { return nil }
            parts.append(next)
        }
        return MolecularProfile.joined(parts, MolecularProfile.all)
    }

    private mutating func part(depth: Int) -> MolecularProfile? {
        // Far deeper than any profile; a damaged one must not exhaust the stack.
        guard depth < 20 else { return nil }
        if skip("NOT") { return part(depth: depth + 1).map { .not($0) } }
        if skip("(") {
            guard let inner = alternatives(depth: depth + 1), skip(")") else { return nil }
            return inner
        }
        let start = index
        while index < tokens.count, !["AND", "OR", "NOT", "(", ")"].contains(tokens[index]) { index += 1 }
        guard start < index else { return nil }
        return feature(tokens[start..<index])
    }

    private func feature(_ words: ArraySlice<String>) -> MolecularProfile {
        let (gene, variant) = (words[words.startIndex], words.dropFirst().joined(separator: " "))
        if gene.contains("::") { return FusionNameParser.profile(genes: gene, variant: variant) }
        guard !variant.isEmpty else { return .unreadable(gene) }
        return VariantNameParser(gene: gene.uppercased()).profile(variant)
    }

    private mutating func skip(_ word: String) -> Bool {
        guard index < tokens.count, tokens[index] == word else { return false }
        index += 1
        return true
    }
}
