internal import StructuredText

extension Question {
    /// Reads the text form. The first word may say `count` or `frequency`; where it does not, the question is of the form expected,
    /// a count unless told otherwise. Throws the first fault with its character. Cost: linear in the text.
    package static func parse(_ text: String, as expected: Form? = nil) throws(QuestionError) -> Question {
        guard text.unicodeScalars.count <= lengthLimit else {
            throw QuestionError(.tooLong, at: SourcePlace(line: 1, column: 1))
        }
        var parser = try QuestionParser(text)
        return try parser.question(text, expected)
    }
}

/// Recursive descent over the grammar of `docs/cohort-language.md`, one token ahead.
struct QuestionParser {
    private struct Parsed {
        let criterion: Criterion
        let depth: Int
    }

    private var lexer: QuestionLexer
    var token: QuestionLexer.Token
    private var nesting = 0
    private var conditions = 0

    init(_ text: String) throws(QuestionError) {
        lexer = QuestionLexer(text)
        // Replaced before it is looked at: a variant that begins the text is not cut into tokens.
        token = QuestionLexer.Token(sign: .end, place: lexer.place)
    }

    mutating func question(_ text: String, _ expected: Question.Form?) throws(QuestionError) -> Question {
        let start = lexer
        let first = try? lexer.next()
        var form = expected ?? .count
        if let first, case .word(let word, isQuoted: false) = first.sign, let written = Question.Form(rawValue: word.lowercased())
        {
            guard expected == nil || expected == written else {
                throw QuestionError(.otherForm, at: first.place, found: written.rawValue)
            }
            form = written
        } else {
            lexer = start
        }
        switch form {
        case .count:
            try advance()
            if token.sign == .end { throw QuestionError(.empty, at: token.place) }
            return Question(.count, try whole())
        case .frequency:
            let variant = try lexer.variant()
            try advance()
            if token.sign == .end { return Question(.frequency(variant)) }
            guard isWord("where") else { throw QuestionError(.expectedConnective, at: token.place, found: tokenText) }
            try advance()
            return Question(.frequency(variant), try whole())
        }
    }

    private mutating func whole() throws(QuestionError) -> Criterion {
        let parsed = try disjunction()
        guard token.sign == .end else { throw QuestionError(.expectedConnective, at: token.place, found: tokenText) }
        return parsed.criterion
    }

    private mutating func disjunction() throws(QuestionError) -> Parsed {
        var parts = [try conjunction()]
        let connective = token.place
        while isWord("or") {
            try advance()
            parts.append(try conjunction())
        }
        return try joined(parts, connective, Criterion.or)
    }

    private mutating func conjunction() throws(QuestionError) -> Parsed {
        var parts = [try negation()]
        let connective = token.place
        while isWord("and") {
            try advance()
            parts.append(try negation())
        }
        return try joined(parts, connective, Criterion.and)
    }

    private func joined(
        _ parts: [Parsed], _ place: SourcePlace, _ join: ([Criterion]) -> Criterion
    ) throws(QuestionError) -> Parsed {
        guard parts.count > 1 else { return parts[0] }
        let depth = 1 + (parts.map(\.depth).max() ?? 0)
        guard depth <= Question.depthLimit else { throw QuestionError(.tooDeep, at: place) }
        return Parsed(criterion: join(parts.map(\.criterion)), depth: depth)
    }

    private mutating func negation() throws(QuestionError) -> Parsed {
        let place = token.place
        guard isWord("not") || token.sign == .open else { return try primary() }
        guard nesting < Question.depthLimit else { throw QuestionError(.tooDeep, at: place) }
        nesting += 1
        defer { nesting -= 1 }
        if isWord("not") {
            try advance()
            let part = try negation()
            guard part.depth < Question.depthLimit else { throw QuestionError(.tooDeep, at: place) }
            return Parsed(criterion: .not(part.criterion), depth: part.depth + 1)
        }
        try advance()
        let part = try disjunction()
        guard token.sign == .close else {
            throw token.sign == .end
                ? QuestionError(.unclosedParenthesis, at: place)
                : QuestionError(.expectedConnective, at: token.place, found: tokenText)
        }
        try advance()
        return part
    }

    private mutating func primary() throws(QuestionError) -> Parsed {
        let start = token
        guard case .word(let word, isQuoted: false) = start.sign else {
            throw start.sign == .end
                ? QuestionError(.unexpectedEnd, at: start.place)
                : QuestionError(.expectedCriterion, at: start.place, found: tokenText)
        }
        conditions += 1
        guard conditions <= Question.conditionLimit else { throw QuestionError(.tooManyConditions, at: start.place) }
        switch word.lowercased() {
        case "all":
            try advance()
            return Parsed(criterion: .everyone, depth: 1)
        case "carries":
            let call = try lexer.carried()
            try advance()
            return Parsed(criterion: .condition(.carries(call)), depth: 1)
        case "and", "or", "in", "under", "where":
            throw QuestionError(.expectedCriterion, at: start.place, found: word)
        default:
            guard let field = CohortField(rawValue: word.lowercased()) else {
                throw QuestionError(
                    .unknownField, at: start.place, found: word,
                    among: CohortField.allCases.map(\.rawValue) + ["all", "carries", "not"])
            }
            try advance()
            return Parsed(criterion: .condition(try condition(field)), depth: 1)
        }
    }

    mutating func advance() throws(QuestionError) { token = try lexer.next() }

    /// Keywords in any case of letters; in quotation marks a word is a value.
    func isWord(_ keyword: String) -> Bool {
        guard case .word(let word, isQuoted: false) = token.sign else { return false }
        return word.lowercased() == keyword
    }

    var tokenText: String? {
        if case .word(let word, _) = token.sign { return word }
        return nil
    }
}
