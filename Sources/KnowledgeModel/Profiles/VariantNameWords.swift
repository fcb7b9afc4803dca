/// Understands a variant's name as one alteration of its gene.
enum VariantNameWords {
    /// Nil where it is not understood.
    static func alteration(_ name: String, gene: String) -> Alteration? {
        let upper = name.uppercased()
        if let known = fixed[upper] { return known }
        if let change = protein(name) ?? coding(name) { return change }
        var scanner = ProteinScanner(Array(name.utf8))
        if let residue = scanner.loneResidue() { return .codon(residue.number) }
        return region(upper.split(separator: " ").map(String.init)) ?? named(name, upper, gene: gene)
    }

    /// `V600E`, or `S65W (c.194C>G)` with the coding change, or `R474C c.1420C>T`.
    private static func protein(_ name: String) -> Alteration? {
        let words = name.split(separator: " ", maxSplits: 1)
        guard let first = words.first, let change = ProteinChange(first) else { return nil }
        guard words.count == 2 else { return .protein(change, coding: nil) }
        return codingText(words[1]).map { .protein(change, coding: $0) }
    }

    /// `c.393T>C`, and what names only where the change lies: `Splice Site (c.340+1G>A)`, `Intronic deletion (c.341-13del…)`.
    private static func coding(_ name: String) -> Alteration? {
        if let text = codingText(name[...]) { return .coding(text) }
        guard name.hasSuffix(")"), let open = name.firstIndex(of: "("), open == name.lastIndex(of: "(") else { return nil }
        return codingText(name[open...]).map { .coding($0) }
    }

    /// With or without parentheses; nil where it does not begin with `c.` and a place.
    private static func codingText(_ text: Substring) -> String? {
        var text = NamedRow.trimmed(text)
        if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        guard text.hasPrefix("c."), let next = text.dropFirst(2).first, next.isNumber || next == "*" || next == "-",
            !text.contains(where: { $0 == " " || $0 == "(" || $0 == ")" })
        else { return nil }
        return text
    }

    /// Exons, introns and domains: `EXON 19 DELETION`, `EXON 1-3 DELETION`, `RARE EXON 18-21 MUTATION`, `KINASE DOMAIN MUTATION`.
    private static func region(_ words: [String]) -> Alteration? {
        let words = words.first == "RARE" && words.contains("EXON") ? Array(words.dropFirst()) : words
        if words.count >= 3, words[0] == "EXON", let exons = range(words[1]),
            let event = exonEvents[words[2...].joined(separator: " ")]
        {
            return .exon(exons, event)
        }
        if words.count == 3, words[0] == "INTRON", let number = Int(words[1]) {
            return words[2] == "MUTATION" ? .intron(number) : words[2] == "REARRANGEMENT" ? .rearrangement : nil
        }
        guard words.count >= 2, ["MUTATION", "MUT", "MUTATIONS"].contains(words[words.count - 1]), words[0] != "CONSERVED" else {
            return nil
        }
        let place = words.dropLast().joined(separator: " ")
        let isDomain = place == "TKD" || place == "P-LOOP" || place.hasSuffix(" DOMAIN")
        return isDomain ? .domain(ProteinDomain(named: place)) : nil
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard (1...2).contains(ends.count), ends.count == text.split(separator: "-").count, let first = ends.first,
            let last = ends.last,
            first >= 1, first <= last
        else { return nil }
        return first...last
    }

    /// Names with a part of their own.
    private static func named(_ name: String, _ upper: String, gene: String) -> Alteration? {
        if upper.hasPrefix("RS"), upper.utf8.count > 3, upper.dropFirst(2).allSatisfy(\.isNumber) {
            return .dbSNP(name.lowercased())
        }
        if upper.hasSuffix(" PHOSPHORYLATION"), !upper.contains("DE") {
            return .phosphorylation(String(upper.dropLast(" PHOSPHORYLATION".count)))
        }
        let star = upper.hasPrefix(gene + "*") ? upper.dropFirst(gene.count) : upper[...]
        if star.first == "*", let allele = star.split(separator: " ").first, allele.dropFirst().first?.isNumber == true {
            return .starAllele(gene + allele)
        }
        if upper.hasPrefix("NULL (") { return .copyNumber(.loss) }
        return nil
    }

    private static let exonEvents: [String: ExonEvent] = [
        "MUTATION": .mutation, "DELETION": .deletion, "DEL": .deletion, "INSERTION": .insertion, "FRAMESHIFT": .frameshift,
        "SKIPPING MUTATION": .skipping, "SKIPPING": .skipping, "OVEREXPRESSION": .overexpression,
    ]
}
