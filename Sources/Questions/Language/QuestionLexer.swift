internal import StructuredText

/// Cuts a question into words and signs, one at a time, since a variant is cut by rules of its own.
struct QuestionLexer {
    enum Sign: Equatable {
        /// Bare, or in quotation marks.
        case word(String, isQuoted: Bool)
        case open, close, comma, equals, atLeast, atMost, more, less
        /// `..`
        case through
        case end
    }

    struct Token {
        let sign: Sign
        let place: SourcePlace
    }

    static let variantLimit = 1000

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var lineStart = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var place: SourcePlace { SourcePlace(line: line, column: index - lineStart + 1) }

    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ".", ":", "@", "/", "+", "-", "#", "%", "*": true
        default: !scalar.isASCII && scalar.properties.isAlphabetic
        }
    }

    /// HGVS has `>` and `=`, so a variant runs to the next space, comma or parenthesis.
    static func isVariantScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", ",", "\"", "\\": false
        default: (0x21...0x7E).contains(scalar.value)
        }
    }

    mutating func next() throws(QuestionError) -> Token {
        skipSpace()
        let start = place
        guard index < scalars.count else { return Token(sign: .end, place: start) }
        let first = scalars[index]
        switch first {
        case "(": return sign(.open, 1, start)
        case ")": return sign(.close, 1, start)
        case ",": return sign(.comma, 1, start)
        case "=": return sign(.equals, 1, start)
        case ">": return follows("=") ? sign(.atLeast, 2, start) : sign(.more, 1, start)
        case "<": return follows("=") ? sign(.atMost, 2, start) : sign(.less, 1, start)
        case "\"": return Token(sign: .word(try quoted(), isQuoted: true), place: start)
        case "." where follows("."): return sign(.through, 2, start)
        case _ where QuestionLexer.isWordScalar(first):
            return Token(sign: .word(word(), isQuoted: false), place: start)
        default: throw QuestionError(.unexpectedCharacter, at: start)
        }
    }

    /// The variant that comes next, as written.
    mutating func variant() throws(QuestionError) -> String {
        skipSpace()
        let start = place
        guard index < scalars.count else { throw QuestionError(.badVariant, at: start) }
        let text: String
        if scalars[index] == "\"" {
            text = try quoted()
        } else {
            text = run(while: QuestionLexer.isVariantScalar)
        }
        guard QuestionLexer.isVariant(text) else { throw QuestionError(.badVariant, at: start) }
        return text
    }

    static func isVariant(_ text: String) -> Bool {
        (1...variantLimit).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    private func follows(_ scalar: Unicode.Scalar) -> Bool { index + 1 < scalars.count && scalars[index + 1] == scalar }

    private mutating func sign(_ sign: Sign, _ length: Int, _ start: SourcePlace) -> Token {
        index += length
        return Token(sign: sign, place: start)
    }

    private mutating func skipSpace() {
        while index < scalars.count {
            switch scalars[index] {
            case " ", "\t", "\r": index += 1
            case "\n":
                index += 1
                line += 1
                lineStart = index
            default: return
            }
        }
    }

    /// Up to the first `..` too, which makes a range of two words.
    private mutating func word() -> String {
        let start = index
        while index < scalars.count, QuestionLexer.isWordScalar(scalars[index]), !(scalars[index] == "." && follows(".")) {
            index += 1
        }
        return text(start..<index)
    }

    private mutating func run(while belongs: (Unicode.Scalar) -> Bool) -> String {
        let start = index
        while index < scalars.count, belongs(scalars[index]) { index += 1 }
        return text(start..<index)
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    private mutating func quoted() throws(QuestionError) -> String {
        let start = place
        index += 1
        var text = String.UnicodeScalarView()
        while index < scalars.count {
            let scalar = scalars[index]
            switch scalar {
            case "\"":
                index += 1
                return String(text)
            case "\\" where follows("\"") || follows("\\"):
                text.append(scalars[index + 1])
                index += 2
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                throw QuestionError(.unexpectedCharacter, at: place)
            default:
                text.append(scalar)
                index += 1
            }
        }
        throw QuestionError(.unclosedQuote, at: start)
    }
}
