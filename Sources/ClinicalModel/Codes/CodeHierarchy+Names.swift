extension CodeHierarchy {
    /// What the edition calls the term of a code or an alternative identifier; nil for what it does not know.
    package func name(of code: Code) -> String? {
        guard let number = number(of: code), names.indices.contains(Int(number)) else { return nil }
        return names[Int(number)]
    }

    /// The terms that a few letters may mean: every word of `text` begins a word of the name, or the text begins the code. Names that begin
    /// with the text come first, shorter before longer. Cost: one pass over the names.
    package func suggestions(for text: String, limit: Int) -> [Code] {
        let sought = CodeHierarchy.words(text)
        guard !sought.isEmpty, limit > 0 else { return [] }
        let code = Array(text.uppercased().replacing(system.prefix + ":", with: "").utf8)
        let start = text.lowercased()
        var found: [(rank: Int, length: Int, term: Int)] = []
        for (term, name) in names.enumerated() {
            if terms[term].value.utf8.starts(with: code) {
                found.append((0, terms[term].value.utf8.count, term))
            } else if sought.allSatisfy({ CodeHierarchy.hasWord(beginningWith: $0, in: name) }) {
                found.append((name.lowercased().hasPrefix(start) ? 0 : 1, name.utf8.count, term))
            }
        }
        return found.sorted { ($0.rank, $0.length, $0.term) < ($1.rank, $1.length, $1.term) }.prefix(limit).map { terms[$0.term] }
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

extension CodeHierarchies {
    /// What the editions in use call a code; nil for systems without an edition and for codes that theirs does not know.
    package func name(of code: Code) -> String? { self[code.system]?.name(of: code) }

    /// Terms of the systems that a few letters may mean, those of each system together.
    package func suggestions(for text: String, in systems: Set<CodeSystem>, limit: Int) -> [Code] {
        CodeSystem.allCases.filter(systems.contains).flatMap { self[$0]?.suggestions(for: text, limit: limit) ?? [] }
    }
}
