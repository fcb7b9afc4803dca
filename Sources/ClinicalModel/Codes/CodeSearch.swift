/// Finds codes by a few letters: every word of the text begins a word of a name, or the text begins the code.
struct CodeSearch {
    private let words: [[UInt8]]
    private let code: [UInt8]
    private let start: String

    /// Nil for a text without a word.
    init?(_ text: String, in system: CodeSystem) {
        words = CodeSearch.words(text)
        guard !words.isEmpty else { return nil }
        code = Array(text.uppercased().replacing(system.prefix + ":", with: "").utf8)
        start = text.lowercased()
    }

    /// Those found by code come first, then names that begin with the text; shorter before longer, and else in the order given.
    func best(_ limit: Int, of known: some Sequence<(Code, [String])>) -> [Code] {
        var found: [(rank: Int, length: Int, place: Int, code: Code)] = []
        for (place, (code, names)) in known.enumerated() {
            if let (rank, length) = rank(code, names) { found.append((rank, length, place, code)) }
        }
        return found.sorted { ($0.rank, $0.length, $0.place) < ($1.rank, $1.length, $1.place) }.prefix(max(0, limit)).map(\.code)
    }

    private func rank(_ known: Code, _ names: [String]) -> (rank: Int, length: Int)? {
        if known.value.utf8.starts(with: code) { return (0, known.value.utf8.count) }
        let fitting = names.filter { name in words.allSatisfy { CodeSearch.hasWord(beginningWith: $0, in: name) } }
        return fitting.map { ($0.lowercased().hasPrefix(start) ? 0 : 1, $0.utf8.count) }.min { $0 < $1 }
    }

    /// In lower case, in UTF-8.
    private static func words(_ text: String) -> [[UInt8]] {
        text.prefix(200).lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(20).map { Array($0.utf8) }
    }

    /// Goes by bytes: splitting 19,000 names into words took half a second in a debug build. Letters beyond ASCII are compared as they stand.
    private static func hasWord(beginningWith sought: [UInt8], in name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            guard bytes.count >= sought.count else { return false }
            for place in 0...(bytes.count - sought.count) {
                guard place == 0 || !isOfWord(bytes[place - 1]) else { continue }
                var length = 0
                while length < sought.count, lowered(bytes[place + length]) == sought[length] { length += 1 }
                if length == sought.count { return true }
            }
            return false
        }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            0x80...:
            true
        default: false
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
