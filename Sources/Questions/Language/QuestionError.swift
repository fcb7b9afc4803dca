package import StructuredText

/// Why a text or a JSON value is no question, and where. It repeats words of the language that were misspelt, never a variant.
package struct QuestionError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case empty, tooLong, tooDeep, tooManyConditions, otherForm
        case unexpectedCharacter, unclosedQuote, unclosedParenthesis, unexpectedEnd
        case expectedCriterion, expectedConnective, expectedComparison, comparisonNotForField, expectedValue, expectedList
        case unknownField, unknownValue, unknownSystem, notACode, systemNotForField, badSpan, badAge, badVariant, badPhrase
        case notJSON, wrongType, notOneMember, unknownMember
    }

    package let code: Code
    /// In the text that was given, or in the JSON document. The column counts Unicode scalars from 1; a tab is one.
    package let place: SourcePlace
    package let field: CohortField?
    /// The word that was not understood, at most 40 characters; nil where it may hold a variant.
    package let found: String?
    /// The word of the language that is nearest to `found`, where one is near.
    package let suggestion: String?
    /// What a JSON reader says of a text that is not JSON.
    package let syntax: JSONSyntaxError?

    init(
        _ code: Code, at place: SourcePlace, field: CohortField? = nil, found: String? = nil, among candidates: [String] = [],
        syntax: JSONSyntaxError? = nil
    ) {
        self.code = code
        self.place = place
        self.field = field
        // A variant in the wrong place has digits; words of the language have none.
        self.found = found.flatMap { word in
            word.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ? nil : String(String.UnicodeScalarView(word.unicodeScalars.prefix(40)))
        }
        self.suggestion = found.flatMap { Suggestion.nearest(to: $0, among: candidates) }
        self.syntax = syntax
    }

    package var description: String { sentence(in: .en) }

    private func sentence(in language: Language) -> String {
        let place = LocalizedText(sv: "rad \(place.line), tecken \(place.column)", en: "\(place)")
        return "\(place.text(language)): \(message.text(language)) \(remedy.text(language)) (\(code.rawValue))"
    }

    /// The line of `text` in which the fault lies, a caret under its character, and what is wrong: for whoever wrote the text,
    /// since the line may hold a variant. Tabs become spaces so that the caret stands right.
    package func rendered(in text: String, language: Language = .en) -> String {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(place.line - 1) else { return sentence(in: language) }
        let scalars = Array(lines[place.line - 1])
        // A window around the fault, so that one long line does not hide it.
        let start = max(0, min(place.column - 1, scalars.count) - 60)
        let end = min(scalars.count, start + 120)
        let shown = scalars[start..<end].map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) }
        let caret = String(repeating: " ", count: max(0, place.column - 1 - start)) + "^"
        return String(shown) + "\n" + caret + "\n" + sentence(in: language)
    }
}

/// The nearest of some words, for "did you mean".
enum Suggestion {
    /// At most two letters wrong, and fewer than half of them. Nil where nothing is near.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let written = Array(word.lowercased().unicodeScalars.prefix(40))
        let near = candidates.map { (candidate: $0, distance: distance(written, Array($0.lowercased().unicodeScalars))) }
            .min { $0.distance < $1.distance }
        guard let near, near.distance <= 2, near.distance * 2 < near.candidate.unicodeScalars.count else { return nil }
        return near.candidate
    }

    /// Insertions, deletions, replacements and exchanges of neighbours (Damerau 1964, restricted form).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1] + Array(repeating: 0, count: b.count)
            for j in b.indices {
                row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], before[j - 1] + 1) }
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
