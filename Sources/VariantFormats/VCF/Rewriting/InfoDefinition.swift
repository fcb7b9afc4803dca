/// An INFO field as a header declares it.
public struct InfoDefinition: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case integer = "Integer"
        case float = "Float"
        case string = "String"
        case flag = "Flag"
    }

    /// Letters, digits, `_` and `.`, a letter first.
    public let id: String
    /// As VCF writes it: a number, `A` for one an ALT, `R` for one an allele, `.` for any. A flag has `0`.
    public let number: String
    public let type: Kind
    public let description: String

    public init(id: String, number: String, type: Kind, description: String) {
        self.id = id
        self.number = number
        self.type = type
        self.description = description
    }

    /// `##INFO=<…>`, without its newline.
    var line: [UInt8] {
        var escaped = ""
        for letter in description {
            if letter == "\"" || letter == "\\" { escaped.append("\\") }
            escaped.append(letter)
        }
        return Array("##INFO=<ID=\(id),Number=\(number),Type=\(type.rawValue),Description=\"\(escaped)\">".utf8)
    }
}
