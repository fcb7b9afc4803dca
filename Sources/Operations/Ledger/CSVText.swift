/// A table as comma-separated text (RFC 4180). What a spreadsheet would take for a formula is written as text.
package struct CSVText: Sendable {
    package private(set) var text = ""

    package init(_ header: [String]) { append(header) }

    package mutating func append(_ fields: [String]) {
        text += fields.map(CSVText.field).joined(separator: ",") + "\r\n"
    }

    static func field(_ value: String) -> String {
        var value = value
        // What people and files write may begin with a sign that opens a formula, behind blanks too (OWASP, CSV injection).
        if let first = value.first(where: { !$0.isWhitespace }),
            "=+-@".contains(first) || value.first.map({ "\t\r\n".contains($0) }) == true
        {
            value = "'" + value
        }
        guard value.unicodeScalars.contains(where: { ",\"\r\n'".unicodeScalars.contains($0) }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
