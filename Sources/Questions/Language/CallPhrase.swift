package import GenomeModel
internal import StructuredText

/// What may stand behind `carries` in the place of a variant: variants by what they do, or structural events by where they lie.
///
/// ```
/// gene BRCA1 with impact in (HIGH, MODERATE) with consequence stop_gained
/// protein ENSP00000350283:p.Cys61Gly
/// event DEL/DUP in 17:43044295-43170245 with length 50..100000
/// ```
///
/// In a question it is kept as text, in the canonical form that `text` gives, and resolved by whoever answers.
package enum CallPhrase: Hashable, Sendable {
    case consequence(ConsequenceQuery)
    /// The interval is resolved against an assembly.
    case events(kinds: Set<StructuralKind>, interval: String, length: ClosedRange<UInt32>?)

    /// The words that begin one.
    static let subjects = ["gene", "coding", "protein", "event"]
    static let lengthLimit = Position.limit

    /// Reads a phrase that is the whole text; nil for anything else.
    package init?(_ text: String) {
        guard CallPhrase.subjects.contains(text.prefix { $0 != " " }.lowercased()) else { return nil }
        var lexer = QuestionLexer(text)
        guard let phrase = try? lexer.phrase(), let end = try? lexer.next(), end.sign == .end else { return nil }
        self = phrase
    }

    /// The same text for the same phrase.
    package var text: String {
        switch self {
        case .consequence(let query):
            var parts: [String] = []
            if let gene = query.geneSymbol ?? query.geneID { parts.append("gene \(Written.variant(gene))") }
            if let coding = query.hgvsCoding { parts.append("coding \(Written.variant(coding))") }
            if let protein = query.hgvsProtein { parts.append("protein \(Written.variant(protein))") }
            if !query.impacts.isEmpty { parts.append("impact " + CallPhrase.list(query.impacts.sorted().reversed().map(\.name))) }
            if !query.terms.isEmpty { parts.append("consequence " + CallPhrase.list(query.terms.sorted())) }
            return parts.joined(separator: " with ")
        case .events(let kinds, let interval, let length):
            let words = kinds.isEmpty ? "any" : CallPhrase.symbols(kinds).joined(separator: "/")
            let within = length.map { " with length \($0.lowerBound)..\($0.upperBound)" } ?? ""
            return "event \(words) in \(Written.variant(interval))" + within
        }
    }

    /// The words of VCF for kinds, each once.
    static func symbols(_ kinds: Set<StructuralKind>) -> [String] {
        var seen: Set<String> = []
        return StructuralKind.allCases.filter(kinds.contains).map(\.symbol).filter { seen.insert($0).inserted }
    }

    /// The kinds that a word of VCF names; both kinds of breakends for `BND`. Nil for another word.
    package static func kinds(_ symbol: some StringProtocol) -> Set<StructuralKind>? {
        let kinds = StructuralKind.allCases.filter { $0.symbol == symbol.uppercased() }
        return kinds.isEmpty ? nil : Set(kinds)
    }

    private static func list(_ values: [String]) -> String {
        values.count == 1 ? Written.word(values[0]) : "in (\(values.map(Written.word).joined(separator: ", ")))"
    }

    /// `ENSG00000012048` is a gene's identifier and no symbol.
    package static func gene(_ text: String) -> (symbol: String?, identifier: String?) {
        text.hasPrefix("ENSG") && text.dropFirst(4).allSatisfy(\.isNumber) ? (nil, text) : (text, nil)
    }
}

extension QuestionLexer {
    /// What comes behind `carries`, as a question keeps it: a variant or an event as written, or a phrase in its canonical text.
    mutating func carried() throws(QuestionError) -> String {
        var ahead = self
        guard let first = try? ahead.next(), case .word(let word, isQuoted: false) = first.sign,
            CallPhrase.subjects.contains(word.lowercased())
        else { return try variant() }
        return try phrase().text
    }

    /// A phrase from its subject on.
    mutating func phrase() throws(QuestionError) -> CallPhrase {
        let start = try next()
        guard case .word(let subject, isQuoted: false) = start.sign else {
            throw QuestionError(.badPhrase, at: start.place)
        }
        if subject.lowercased() == "event" { return try events() }
        var query = ConsequenceQuery()
        try read(subject, at: start.place, into: &query)
        while try takesWord("with") {
            let filter = try next()
            guard case .word(let word, isQuoted: false) = filter.sign else {
                throw QuestionError(.badPhrase, at: filter.place)
            }
            try read(word, at: filter.place, into: &query)
        }
        guard query.geneSymbol != nil || query.geneID != nil || query.hgvsCoding != nil || query.hgvsProtein != nil else {
            throw QuestionError(.badPhrase, at: start.place)
        }
        return .consequence(query)
    }

    private mutating func read(
        _ word: String, at place: SourcePlace, into query: inout ConsequenceQuery
    ) throws(QuestionError) {
        switch word.lowercased() {
        case "gene" where query.geneSymbol == nil && query.geneID == nil:
            (query.geneSymbol, query.geneID) = CallPhrase.gene(try variant())
        case "coding" where query.hgvsCoding == nil: query.hgvsCoding = try variant()
        case "protein" where query.hgvsProtein == nil: query.hgvsProtein = try variant()
        case "impact" where query.impacts.isEmpty:
            for (value, place) in try values() {
                guard let impact = ConsequenceImpact(name: value.uppercased()) else {
                    throw QuestionError(
                        .badPhrase, at: place, found: value, among: ConsequenceImpact.allCases.map(\.name))
                }
                query.impacts.insert(impact)
            }
        case "consequence" where query.terms.isEmpty: query.terms = Set(try values().map(\.value))
        default:
            throw QuestionError(
                .badPhrase, at: place, found: word, among: ["gene", "coding", "protein", "impact", "consequence"])
        }
    }

    private mutating func events() throws(QuestionError) -> CallPhrase {
        let token = try next()
        guard case .word(let words, isQuoted: false) = token.sign else { throw QuestionError(.badPhrase, at: token.place) }
        var kinds: Set<StructuralKind> = []
        if words.lowercased() != "any" {
            for word in words.split(separator: "/", omittingEmptySubsequences: false) {
                guard let named = CallPhrase.kinds(word) else {
                    throw QuestionError(
                        .badPhrase, at: token.place, found: String(word),
                        among: CallPhrase.symbols(Set(StructuralKind.allCases)) + ["any"])
                }
                kinds.formUnion(named)
            }
        }
        let place = self.place
        guard try takesWord("in") else { throw QuestionError(.badPhrase, at: place) }
        let interval = try variant()
        var length: ClosedRange<UInt32>?
        if try takesWord("with") {
            let place = self.place
            guard try takesWord("length") else { throw QuestionError(.badPhrase, at: place) }
            length = try self.length()
        }
        return .events(kinds: kinds, interval: interval, length: length)
    }

    /// `50..1000`, `50..`, `..1000`.
    private mutating func length() throws(QuestionError) -> ClosedRange<UInt32> {
        let start = place
        let first = try number() ?? 1
        let through = try next()
        guard through.sign == .through else { throw QuestionError(.badPhrase, at: start) }
        let last = try number() ?? CallPhrase.lengthLimit
        guard first <= last else { throw QuestionError(.badPhrase, at: start) }
        return first...last
    }

    private mutating func number() throws(QuestionError) -> UInt32? {
        var ahead = self
        guard let token = try? ahead.next(), case .word(let word, isQuoted: false) = token.sign, word.first?.isNumber == true
        else { return nil }
        self = ahead
        guard let number = UInt32(word), number <= CallPhrase.lengthLimit else {
            throw QuestionError(.badPhrase, at: token.place)
        }
        return number
    }

    private mutating func values() throws(QuestionError) -> [(value: String, place: SourcePlace)] {
        let first = try next()
        guard case .word(let word, let isQuoted) = first.sign else { throw QuestionError(.badPhrase, at: first.place) }
        guard word.lowercased() == "in", !isQuoted else { return [(word, first.place)] }
        let open = try next()
        guard open.sign == .open else { throw QuestionError(.expectedList, at: open.place) }
        var values: [(String, SourcePlace)] = []
        while true {
            let value = try next()
            guard case .word(let word, _) = value.sign else { throw QuestionError(.badPhrase, at: value.place) }
            values.append((word, value.place))
            let sign = try next()
            if sign.sign == .close { return values }
            guard sign.sign == .comma else {
                throw sign.sign == .end
                    ? QuestionError(.unclosedParenthesis, at: open.place) : QuestionError(.expectedList, at: sign.place)
            }
        }
    }

    /// Whether the next word is the keyword, which is then taken.
    private mutating func takesWord(_ keyword: String) throws(QuestionError) -> Bool {
        var ahead = self
        guard let token = try? ahead.next(), case .word(let word, isQuoted: false) = token.sign, word.lowercased() == keyword
        else { return false }
        self = ahead
        return true
    }
}
