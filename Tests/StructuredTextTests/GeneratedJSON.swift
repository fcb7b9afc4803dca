/// Documents made from a seed, and bytes changed in them.
struct GeneratedJSON {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// A document in which no object gives a name twice.
    mutating func document(depth: Int = 0) -> String {
        switch number(below: depth > 4 ? 5 : 8) {
        case 0: return ["null", "true", "false"][number(below: 3)]
        case 1, 2: return numeral()
        case 3, 4: return text()
        case 5:
            let values = (0..<number(below: 5)).map { _ in document(depth: depth + 1) }
            return "[" + space() + values.joined(separator: space() + "," + space()) + space() + "]"
        default:
            let members = (0..<number(below: 5)).map { index in
                text(ending: "\(index)") + space() + ":" + space() + document(depth: depth + 1)
            }
            return "{" + space() + members.joined(separator: space() + "," + space()) + space() + "}"
        }
    }

    /// One to three bytes replaced, removed, added or doubled. Only ASCII is put in.
    mutating func mutated(_ document: String) -> [UInt8] {
        var bytes = Array(document.utf8)
        let alphabet = Array(#"{}[]:,"\/-+.0123456789eEtfnu abcdDx"#.utf8)
        for _ in 0...number(below: 3) where !bytes.isEmpty {
            let place = number(below: bytes.count)
            switch number(below: 4) {
            case 0: bytes[place] = alphabet[number(below: alphabet.count)]
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(alphabet[number(below: alphabet.count)], at: place)
            default: bytes.insert(bytes[place], at: place)
            }
        }
        return bytes
    }

    private mutating func space() -> String { ["", "", "", " ", "\n", "\t", "\r\n", "  "][number(below: 8)] }

    private mutating func numeral() -> String {
        let whole = ["0", "7", "42", "-1", "-0", "1234567"][number(below: 6)]
        return whole + ["", "", ".5", ".25", ".0"][number(below: 5)] + ["", "", "", "e3", "E-2", "e+1"][number(below: 6)]
    }

    private mutating func text(ending: String = "") -> String {
        let parts = [
            "a", "Å", "日", "🧬", #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u00e5"#, #"\ud83e\uddec"#, #"\u0007"#, " ", "e\u{301}",
        ]
        return "\"" + (0..<number(below: 6)).map { _ in parts[number(below: parts.count)] }.joined() + ending + "\""
    }
}
