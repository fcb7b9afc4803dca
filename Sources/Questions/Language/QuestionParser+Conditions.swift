internal import ClinicalModel
internal import StructuredText

extension QuestionParser {
    /// The comparison and the values after a field's name.
    mutating func condition(_ field: CohortField) throws(QuestionError) -> Condition {
        if field == .age { return .age(try age()) }
        let comparison = token
        if comparison.sign == .equals {
            try advance()
            return try Condition.read(field, isUnder: false, [try value(field)])
        }
        if isWord("in") {
            try advance()
            guard token.sign == .open else { throw QuestionError(.expectedList, at: token.place, field: field) }
            return try Condition.read(field, isUnder: false, try list(field))
        }
        if isWord("under") {
            guard field.takesCodes else { throw QuestionError(.comparisonNotForField, at: comparison.place, field: field) }
            try advance()
            return try Condition.read(field, isUnder: true, token.sign == .open ? try list(field) : [try value(field)])
        }
        switch comparison.sign {
        case .atLeast, .atMost, .more, .less:
            throw QuestionError(.comparisonNotForField, at: comparison.place, field: field)
        default: throw QuestionError(.expectedComparison, at: comparison.place, field: field)
        }
    }

    private mutating func list(_ field: CohortField) throws(QuestionError) -> [WrittenValue] {
        let start = token.place
        try advance()
        var values = [try value(field)]
        while token.sign == .comma {
            try advance()
            values.append(try value(field))
        }
        guard token.sign == .close else {
            throw token.sign == .end
                ? QuestionError(.unclosedParenthesis, at: start)
                : QuestionError(.expectedList, at: token.place, field: field)
        }
        try advance()
        return values
    }

    private mutating func value(_ field: CohortField) throws(QuestionError) -> WrittenValue {
        let place = token.place
        guard case .word(let first, _) = token.sign else { throw QuestionError(.expectedValue, at: place, field: field) }
        try advance()
        guard token.sign == .through else { return WrittenValue(first: first, last: nil, place: place) }
        try advance()
        guard case .word(let last, _) = token.sign else { throw QuestionError(.expectedValue, at: token.place, field: field) }
        try advance()
        return WrittenValue(first: first, last: last, place: place)
    }

    private mutating func age() throws(QuestionError) -> AgeSpan {
        let comparison = token.sign
        let isRange = isWord("in")
        guard isRange || [.equals, .atLeast, .atMost, .more, .less].contains(comparison) else {
            throw QuestionError(.expectedComparison, at: token.place, field: .age)
        }
        try advance()
        let written = try value(.age)
        let bad = QuestionError(.badAge, at: written.place, field: .age)
        guard let first = AgeSpan.years(written.first), isRange == (written.last != nil) else { throw bad }
        let span: AgeSpan?
        switch comparison {
        case .equals: span = AgeSpan(from: first, through: first)
        case .atLeast: span = AgeSpan(from: first, through: nil)
        case .more: span = AgeSpan(from: first + 1, through: nil)
        case .atMost: span = AgeSpan(from: nil, through: first)
        case .less: span = AgeSpan(from: nil, through: first - 1)
        default: span = written.last.flatMap(AgeSpan.years).flatMap { AgeSpan(from: first, through: $0) }
        }
        guard let span else { throw bad }
        return span
    }
}

extension AgeSpan {
    /// A whole number of one to three digits.
    static func years(_ text: String) -> Int? {
        (1...3).contains(text.utf8.count) && text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            ? Int(text) : nil
    }
}
