package import GenomeModel
package import ReportModel

/// What somebody means who writes into the one field of search.
package enum SearchText: Hashable, Sendable {
    case variant(Variant, Assembly)
    /// Genes lie on GRCh38.
    case gene(GeneLocus)
    case range(Interval, Assembly)
    /// What a variant of a gene does: `BRCA1:p.Cys61Gly`, `NM_007294.4:c.181T>G` of its MANE Select transcript.
    case consequence(GeneLocus, change: String)
    case event(StructuralEvent, Assembly)
    /// A number of dbSNP, which nothing here resolves.
    case dbSNP(String)
    case classification(PathogenicityClass)
    /// Nothing that can be asked; the genes whose symbols begin so.
    case unclear(SearchTrouble, genes: [GeneLocus])

    /// How many characters somebody writes at the most.
    package static let lengthLimit = 1_000

    /// Reads a text against `assembly` where the text itself does not say which: a RefSeq accession does, and so does a word before
    /// the rest (`GRCh37 17-41245466-G-A`, `hg19 …`). Nil for a text of nothing but spaces.
    ///
    /// What is tried, in this order: a number of dbSNP, a word of classification, a gene, a structural event (`DEL-2-1000-5000`,
    /// `chr2:1000-5000 DEL`), a change in the words of a gene's transcript or protein, a variant in any of `VariantNotation`, a range
    /// (`17:43044295-43125364`, `17-43044295-43125364`).
    package init?(_ text: some StringProtocol, assembly: Assembly, genes: GeneLoci) {
        var text = SearchText.trimmed(text)
        guard !text.isEmpty else { return nil }
        guard text.utf8.count <= SearchText.lengthLimit else {
            self = .unclear(.tooLong, genes: [])
            return
        }
        var assembly = assembly
        if let stated = SearchText.leadingAssembly(&text) { assembly = stated }
        if let number = SearchText.dbSNP(text) {
            self = .dbSNP(number)
        } else if let word = PathogenicityClass(text) {
            self = .classification(word)
        } else if let gene = genes.gene(text) {
            self = .gene(gene)
        } else if let event = SearchText.event(text, assembly) {
            self = event
        } else if let consequence = SearchText.consequence(text, genes) {
            self = consequence
        } else {
            self = SearchText.place(text, assembly, genes)
        }
    }

    /// An event in its own notation, or a range with its kind before or behind it.
    private static func event(_ text: String, _ assembly: Assembly) -> SearchText? {
        let words = text.split(separator: " ").map(String.init)
        let kinds = ["DEL", "DUP", "INV", "CNV", "LOSS", "GAIN"]
        if words.count == 2, let place = words.firstIndex(where: { kinds.contains($0.uppercased()) }),
            case .range(let interval, let assembly)? = range(words[1 - place], assembly)
        {
            let written = "\(words[place])-\(interval.contig.name)-\(interval.first.value)-\(interval.last.value)"
            return (try? StructuralNotation.parse(written, assembly: assembly)).map { .event($0, assembly) }
        }
        guard StructuralNotation.isMeant(by: text) else { return nil }
        do throws(VariantNotationError) {
            return .event(try StructuralNotation.parse(text, assembly: assembly), assembly)
        } catch {
            return .unclear(SearchTrouble(error, in: text), genes: [])
        }
    }

    /// `BRCA1:c.181T>G`, `BRCA1 p.C61G`, `NM_007294.4(BRCA1):c.181T>G`.
    private static func consequence(_ text: String, _ genes: GeneLoci) -> SearchText? {
        guard let split = text.firstIndex(where: { $0 == ":" || $0 == " " }) else { return nil }
        var change = trimmed(text[text.index(after: split)...])
        guard change.hasPrefix("c.") || change.hasPrefix("p.") || change.hasPrefix("n.") else { return nil }
        if change.hasPrefix("p.") { change = ProteinChange.threeLetters(change) ?? change }
        let name = text[..<split]
        let accession = String(name.prefix { $0 != "(" })
        let within = name.contains("(") ? String(name.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }) : accession
        guard let gene = genes.gene(within) ?? genes.gene(ofTranscript: accession) else { return nil }
        return .consequence(gene, change: change)
    }

    private static func place(_ text: String, _ assembly: Assembly, _ genes: GeneLoci) -> SearchText {
        if let range = range(text, assembly) { return range }
        do throws(VariantNotationError) {
            return try variant(text, assembly)
        } catch {
            // `BRCA1:c.68_69del` cannot be read, and the gene can be shown.
            let word = String(text.prefix { $0 != ":" && $0 != " " && $0 != "(" })
            let named = genes.gene(word).map { [$0] } ?? genes.beginning(with: text, limit: 8)
            return .unclear(SearchTrouble(error, in: text), genes: named)
        }
    }

    private static func variant(_ text: String, _ assembly: Assembly) throws(VariantNotationError) -> SearchText {
        do throws(VariantNotationError) {
            return .variant(try VariantNotation.parse(text, assembly: assembly), assembly)
        } catch {
            // An accession says itself which assembly it is of.
            guard case .otherAssembly(let stated) = error.code else { throw error }
            return .variant(try VariantNotation.parse(text, assembly: stated), stated)
        }
    }

    private static func range(_ text: String, _ assembly: Assembly) -> SearchText? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDashed = parts.count == 3 && !text.contains(":") && parts[1...].allSatisfy(isNumber)
        let notation = isDashed ? "\(parts[0]):\(parts[1])-\(parts[2])" : text
        // A contig alone is no place to look at.
        guard notation.contains(":") else { return nil }
        for assembly in [assembly] + Assembly.allCases.filter({ $0 != assembly }) {
            do throws(IntervalNotationError) {
                return .range(try Interval.parse(notation, assembly: assembly), assembly)
            } catch {
                guard case .otherAssembly = error else { break }
            }
        }
        return nil
    }

    /// `rs80357906`.
    private static func dbSNP(_ text: String) -> String? {
        let lower = text.lowercased()
        let digits = lower.dropFirst(2)
        guard lower.hasPrefix("rs"), (1...12).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) })
        else {
            return nil
        }
        return lower
    }

    private static func leadingAssembly(_ text: inout String) -> Assembly? {
        let names: [(String, Assembly)] = [
            ("grch37", .grch37), ("hg19", .grch37), ("b37", .grch37), ("grch38", .grch38), ("hg38", .grch38),
        ]
        let first = text.prefix { $0 != " " && $0 != ":" && $0 != "-" }
        guard first.count < text.count, let found = names.first(where: { $0.0 == first.lowercased() }) else { return nil }
        text = trimmed(text.dropFirst(first.count + 1))
        return found.1
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    private static func isNumber(_ text: Substring) -> Bool {
        text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || $0 == "," }
    }
}
