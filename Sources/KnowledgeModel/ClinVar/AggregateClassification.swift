/// What ClinVar concludes of a variant from all submissions of one kind: germline (`CLNSIG`) or oncogenicity (`ONC`).
package struct AggregateClassification: Hashable, Sendable {
    /// As the file has it: `Pathogenic/Likely_pathogenic`.
    package let text: String
    /// Its words in the order written; those that are not known are only in `text`.
    package let terms: [ClassificationTerm]
    /// Nil where the words are not ClinVar's.
    package let status: ReviewStatus?
    /// With `Conflicting…`: what was said, and how many submissions said it.
    package let conflict: [Claim]

    package struct Claim: Hashable, Sendable {
        /// `Likely_pathogenic`.
        package let text: String
        package let submissions: Int
    }

    package var stars: Int { status?.stars ?? 0 }

    /// The side of the first word that takes one.
    package var side: ClassificationSide { terms.lazy.map(\.side).first { $0 != .unsaid } ?? .unsaid }

    /// Of the least certain word on that side: `Pathogenic/Likely_pathogenic` is as certain as `Likely_pathogenic`.
    package var certainty: Int { terms.filter { $0.side == side }.map(\.certainty).min() ?? 0 }
}

extension AggregateClassification {
    /// Reads the values of `CLNSIG` (or `ONC`), its review status and its conflicts. Nil where the first is missing. `unknown` gets the words that are not ClinVar's.
    init?(_ text: String?, status: String?, conflict: String?, unknown: inout [String]) {
        guard let text, !text.isEmpty, text != "." else { return nil }
        var terms: [ClassificationTerm] = []
        for word in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") }) {
            let word = String(Substring(word))
            if let term = ClassificationTerm(word: word) { terms.append(term) } else { unknown.append(word) }
        }
        self.text = text
        self.terms = terms
        self.status = status.flatMap { ReviewStatus(words: $0) }
        if let status, self.status == nil { unknown.append(status) }
        self.conflict = (conflict ?? "").split(separator: "|").compactMap { Claim($0) }
    }
}

extension AggregateClassification.Claim {
    /// Reads `Likely_pathogenic(2)`.
    init?(_ text: Substring) {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
            let submissions = Int(text[text.index(after: open)...].dropLast())
        else { return nil }
        self.init(text: String(text[..<open]), submissions: submissions)
    }
}
