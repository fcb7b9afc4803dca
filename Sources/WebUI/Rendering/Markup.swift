/// HTML or SVG that the program itself has made, ready to stand in a page. What comes from people or files is escaped on its way in.
package struct Markup: Hashable, Sendable {
    package let text: String

    /// Takes text that is markup already. Give it nothing that somebody wrote.
    package init(trusted text: String) { self.text = text }

    /// The text with `&`, `<`, `>`, `"` and `'` escaped: fit for content and for attributes in quotes.
    ///
    /// Goes by Unicode scalars. By characters a quotation mark that carries a combining accent would be another character, and would end
    /// an attribute unescaped.
    package init(escaping text: String) {
        guard text.utf8.contains(where: Markup.isSpecial) else {
            self.text = text
            return
        }
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            // No text of a page may hold it, and parsers do not agree on what it means.
            case "\0": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        self.text = escaped
    }

    package static func + (a: Markup, b: Markup) -> Markup { Markup(trusted: a.text + b.text) }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
        default: false
        }
    }
}
