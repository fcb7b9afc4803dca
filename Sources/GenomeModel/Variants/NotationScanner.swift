/// Reads a notation from left to right. White space at both ends is dropped.
struct NotationScanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: some StringProtocol) {
        rest = ArraySlice(text.utf8)
        while let byte = rest.first, NotationScanner.isSpace(byte) { rest.removeFirst() }
        while let byte = rest.last, NotationScanner.isSpace(byte) { rest.removeLast() }
    }

    var isAtEnd: Bool { rest.isEmpty }
    var next: UInt8? { rest.first }
    /// What is left, unread.
    var remainder: String { String(decoding: rest, as: UTF8.self) }

    /// The bytes as long as `condition` holds.
    mutating func take(while condition: (UInt8) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return String(decoding: taken, as: UTF8.self)
    }

    /// Steps over `text` if it comes next.
    mutating func skip(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    /// Steps over spaces and at most one of `separators` among them; whether there was any of it.
    mutating func skipSeparator(_ separators: String) -> Bool {
        let before = rest.count
        while let byte = rest.first, NotationScanner.isSpace(byte) { rest.removeFirst() }
        if let byte = rest.first, separators.utf8.contains(byte) { rest.removeFirst() }
        while let byte = rest.first, NotationScanner.isSpace(byte) { rest.removeFirst() }
        return rest.count < before
    }

    /// A whole number of digits, with or without commas between them; nil where none comes next or it has no end.
    mutating func number() -> Int? {
        guard let first = rest.first, NotationScanner.isDigit(first) else { return nil }
        let digits = rest.prefix { NotationScanner.isDigit($0) || $0 == UInt8(ascii: ",") }
        guard digits.last != UInt8(ascii: ","), digits.count <= 20 else { return nil }
        rest = rest[digits.endIndex...]
        return Int(String(decoding: digits.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self))
    }

    /// A run of letters.
    mutating func letters() -> String { take { (65...90).contains($0) || (97...122).contains($0) } }

    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
