internal import ClinicalModel
internal import StructuredText

/// Codes with their names as pages show them, `osimertinib (ATC:L01EB04)`; a name in another language than the page's is marked so.
struct CodeText {
    let names: NamedCodes
    let language: Language

    init(_ names: NamedCodes, _ language: Language) {
        self.names = names
        self.language = language
    }

    func markup(_ code: Code) -> Markup {
        names[code].map { markup($0) + Markup(escaping: " (\(code))") } ?? Markup(escaping: code.description)
    }

    /// The name alone.
    func markup(_ name: CodeName) -> Markup {
        let text = Markup(escaping: name.text(language))
        let spoken = name.spoken(for: language)
        guard spoken != language else { return text }
        return Markup(trusted: "<span lang=\"\(spoken.rawValue)\">") + text + Markup(trusted: "</span>")
    }

    /// Drugs with a code, and those that have none yet.
    func drugs(_ codes: [Code], _ uncoded: [String]) -> Markup {
        Markup.joined(codes.map(markup) + uncoded.map(Markup.init(escaping:)), by: ", ")
    }
}

extension Markup {
    /// The parts with `separator`, a text, between them.
    static func joined(_ parts: [Markup], by separator: String) -> Markup {
        let separator = Markup(escaping: separator).text
        return Markup(trusted: parts.map(\.text).joined(separator: separator))
    }
}
