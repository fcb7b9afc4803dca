package import GenomeModel

/// What somebody means who writes into the one field of search.
package enum SearchText: Hashable, Sendable {
    case variant(Variant, Assembly)
    /// Genes lie on GRCh38.
    case gene(GeneLocus)
    case range(Interval, Assembly)
    /// A number of dbSNP, which nothing here resolves.
    case dbSNP(String)
    case classification(VariantClassificationWord)
    /// Nothing that can be asked; the genes whose symbols begin so.
    case unclear(SearchTrouble, genes: [GeneLocus])

    /// How many characters somebody writes at the most.
    package static let lengthLimit = 1_000

    /// Reads a text against `assembly` where the text itself does not say which: a RefSeq accession does, and so does a word before
    /// the rest (`GRCh37 17-41245466-G-A`, `hg19 …`). Nil for a text of nothing but spaces.
    ///
    /// What is tried, in this order: a number of dbSNP, a word of classification, a gene, a variant in any of `VariantNotation`, a range
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
        } else if let word = VariantClassificationWord(text) {
            self = .classification(word)
        } else if let gene = genes.gene(text) {
            self = .gene(gene)
        } else {
            self = SearchText.place(text, assembly, genes)
        }
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
