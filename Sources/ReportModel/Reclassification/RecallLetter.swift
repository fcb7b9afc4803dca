package import StructuredText

/// A letter to a carrier as a template with named fields. It invites to a talk: what the variant means is told by a person, not by a letter.
package struct RecallLetter: Hashable, Sendable {
    /// What a letter can name, written `{{patient-name}}` in its text.
    package enum Field: String, Sendable, CaseIterable {
        case patientName = "patient-name"
        case careUnit = "care-unit"
        case contactName = "contact-name"
        case contactPhone = "contact-phone"
        /// The day of the earlier answer.
        case earlierAnswer = "earlier-answer"
        /// The day of the letter.
        case date
        case signer
    }

    package enum Fault: Error, Hashable, Sendable {
        /// The text names a field that there is not, or opens one without closing it.
        case unknownField(String)
        case missingField(Field)
        case emptyText

        package var message: LocalizedText {
            switch self {
            case .unknownField(let name):
                LocalizedText(sv: "Mallen har ett okänt fält: \(name).", en: "the template has an unknown field: \(name).")
            case .missingField(let field):
                LocalizedText(sv: "Uppgiften \(field.rawValue) saknas.", en: "the field \(field.rawValue) is missing.")
            case .emptyText: LocalizedText(sv: "Mallen är tom.", en: "the template is empty.")
            }
        }

        package var remedy: LocalizedText {
            switch self {
            case .unknownField:
                let names = Field.allCases.map(\.rawValue).joined(separator: ", ")
                return LocalizedText(sv: "Använd något av: \(names).", en: "Use one of: \(names).")
            case .missingField: return LocalizedText(sv: "Fyll i den.", en: "Fill it in.")
            case .emptyText: return LocalizedText(sv: "Skriv brevet.", en: "Write the letter.")
            }
        }
    }

    package let name: String
    package let version: String
    package let text: LocalizedText
    /// The fields of both languages' texts.
    package let fields: Set<Field>

    /// Throws where a text is empty or names a field that there is not.
    package init(name: String, version: String, text: LocalizedText) throws(Fault) {
        var fields: Set<Field> = []
        for language in Language.allCases {
            let parts = try RecallLetter.parts(text.text(language))
            guard !parts.isEmpty else { throw .emptyText }
            for case .field(let field) in parts { fields.insert(field) }
        }
        self.name = name
        self.version = version
        self.text = text
        self.fields = fields
    }

    /// The letter in one language. Throws the first field that has no value, in the order of the text.
    package func filled(_ values: [Field: String], in language: Language) throws(Fault) -> String {
        var letter = ""
        for part in try RecallLetter.parts(text.text(language)) {
            switch part {
            case .words(let words): letter += words
            case .field(let field):
                guard let value = values[field], value.contains(where: { !$0.isWhitespace }) else { throw .missingField(field) }
                letter += value
            }
        }
        return letter
    }

    private enum Part {
        case words(String)
        case field(Field)
    }

    private static func parts(_ text: String) throws(Fault) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            if start.lowerBound > rest.startIndex { parts.append(.words(String(rest[..<start.lowerBound]))) }
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "}}") else { throw .unknownField(String(rest.prefix(20))) }
            let name = String(rest[..<end.lowerBound])
            guard let field = Field(rawValue: name) else { throw .unknownField(name) }
            parts.append(.field(field))
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        return parts
    }
}
