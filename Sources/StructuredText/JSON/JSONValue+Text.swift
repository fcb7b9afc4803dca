extension JSONValue {
    /// The value in one line with the members of every object in the order of their names (bytewise) and no white space:
    /// the same bytes for the same content, whoever wrote it. What digests and chains are computed over.
    ///
    /// Numbers stand as they were written; who wants equal digests for 1.0 and 1 has to write them alike.
    package var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

    /// `canonicalText` in UTF-8.
    package var canonicalBytes: [UInt8] {
        var text = JSONText(isSorted: true, isIndented: false)
        text.append(self, level: 0)
        return text.bytes
    }

    /// The value in one line without white space, members in the order given: for what nobody computes a digest over. Sorting the members was
    /// 3 % of a Beacon answer's cost.
    package var compactText: String { String(decoding: compactBytes, as: UTF8.self) }

    /// `compactText` in UTF-8.
    package var compactBytes: [UInt8] {
        var text = JSONText(isSorted: false, isIndented: false)
        text.append(self, level: 0)
        return text.bytes
    }

    /// The value for people: two spaces for each level, members in the order given.
    package var indentedText: String {
        var text = JSONText(isSorted: false, isIndented: true)
        text.append(self, level: 0)
        return String(decoding: text.bytes, as: UTF8.self) + "\n"
    }
}

/// A JSON text as it grows.
private struct JSONText {
    let isSorted: Bool
    let isIndented: Bool
    private(set) var bytes: [UInt8] = []

    init(isSorted: Bool, isIndented: Bool) {
        self.isSorted = isSorted
        self.isIndented = isIndented
        bytes.reserveCapacity(512)
    }

    mutating func append(_ value: JSONValue, level: Int) {
        switch value.content {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .number(let number): bytes += number.utf8
        case .string(let string): append(quoted: string)
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                breakLine(level + 1)
                append(value, level: level + 1)
            }
            if !values.isEmpty { breakLine(level) }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            let ordered = isSorted && !JSONText.areSorted(members) ? members.sorted(by: JSONText.precedes) : members
            for (index, member) in ordered.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                breakLine(level + 1)
                append(quoted: member.name)
                bytes.append(UInt8(ascii: ":"))
                if isIndented { bytes.append(UInt8(ascii: " ")) }
                append(member.value, level: level + 1)
            }
            if !members.isEmpty { breakLine(level) }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private mutating func breakLine(_ level: Int) {
        guard isIndented else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * level { bytes.append(UInt8(ascii: " ")) }
    }

    private static func precedes(_ first: JSONValue.Member, _ second: JSONValue.Member) -> Bool {
        first.name.utf8.lexicographicallyPrecedes(second.name.utf8)
    }

    private static func areSorted(_ members: [JSONValue.Member]) -> Bool {
        var index = 1
        while index < members.count {
            guard precedes(members[index - 1], members[index]) else { return false }
            index += 1
        }
        return true
    }

    private mutating func append(quoted string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        // Nearly every text: nothing in it needs an escape, and it goes in as it is.
        let isPlain = string.withUTF8 { text in
            for byte in text where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if !isPlain { for byte in string.utf8 { append(escaping: byte) } }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\r"): bytes += "\\r".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes += "\\u00".utf8
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
