extension JSONValue {
    /// The value in one line with the members of every object in the order of their names (bytewise) and no white space:
    /// the same bytes for the same content, whoever wrote it. What digests and chains are computed over.
    ///
    /// Numbers stand as they were written; who wants equal digests for 1.0 and 1 has to write them alike.
    package var canonicalText: String {
        var text = ""
        append(to: &text, indentation: nil, isSorted: true)
        return text
    }

    /// The value for people: two spaces for each level, members in the order given.
    package var indentedText: String {
        var text = ""
        append(to: &text, indentation: 0, isSorted: false)
        return text + "\n"
    }

    private func append(to text: inout String, indentation: Int?, isSorted: Bool) {
        switch content {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): JSONValue.append(quoted: string, to: &text)
        case .array(let values):
            guard !values.isEmpty else { return text += "[]" }
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                JSONValue.breakLine(&text, indentation.map { $0 + 1 })
                value.append(to: &text, indentation: indentation.map { $0 + 1 }, isSorted: isSorted)
            }
            JSONValue.breakLine(&text, indentation)
            text += "]"
        case .object(let members):
            guard !members.isEmpty else { return text += "{}" }
            text += "{"
            let ordered = isSorted ? members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } : members
            for (index, member) in ordered.enumerated() {
                if index > 0 { text += "," }
                JSONValue.breakLine(&text, indentation.map { $0 + 1 })
                JSONValue.append(quoted: member.name, to: &text)
                text += indentation == nil ? ":" : ": "
                member.value.append(to: &text, indentation: indentation.map { $0 + 1 }, isSorted: isSorted)
            }
            JSONValue.breakLine(&text, indentation)
            text += "}"
        }
    }

    private static func breakLine(_ text: inout String, _ indentation: Int?) {
        guard let indentation else { return }
        text += "\n" + String(repeating: "  ", count: indentation)
    }

    private static func append(quoted string: String, to text: inout String) {
        text += "\""
        defer { text += "\"" }
        // Nearly every text: nothing in it needs an escape.
        let isPlain = string.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        guard !isPlain else { return text += string }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
