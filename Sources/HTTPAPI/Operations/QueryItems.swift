internal import HTTPTypes
internal import StructuredText

/// The items of a query, each with its name and value decoded once (RFC 3986; `+` is a space, as forms write it).
struct QueryItems {
    let items: [(name: String, value: String)]

    /// Throws a `Problem` for an escape that is none or that hides what is not UTF-8.
    init(_ query: String) throws {
        guard let items = FormText.fields(query) else { throw QueryItems.malformed }
        self.items = items
    }

    /// The value of a name; nil where it is not there. Twice is a fault: which one is meant?
    func only(_ name: String) throws -> String? {
        let found = items.filter { $0.name == name }
        guard found.count < 2 else {
            throw Problem(
                .badRequest, "parameter-twice",
                LocalizedText(sv: "En parameter anges två gånger.", en: "A parameter is given twice."),
                remedy: LocalizedText(sv: "Ange \(name) en gång.", en: "Give \(name) once."))
        }
        return found.first?.value
    }

    /// A segment of a path, decoded.
    static func segment(_ text: String) throws -> String {
        guard let decoded = FormText.decoded(text, isQuery: false) else { throw malformed }
        return decoded
    }

    private static var malformed: Problem {
        Problem(
            .badRequest, "escape-malformed",
            LocalizedText(sv: "Adressen har en kodning som inte är någon.", en: "The address has an escape that is none."),
            remedy: LocalizedText(
                sv: "Skriv % som %25, och andra tecken som sina byte i UTF-8.",
                en: "Write % as %25, and other characters as their UTF-8 bytes."))
    }
}

extension StringProtocol {
    /// Without this character at both ends.
    func trimming(_ character: Character) -> String {
        var text = Substring(self)
        while text.first == character { text.removeFirst() }
        while text.last == character { text.removeLast() }
        return String(text)
    }
}
