package import StructuredText

/// What an edition calls a code, in the languages that the edition has.
package enum CodeName: Hashable, Sendable {
    case swedish(String)
    case english(String)
    case both(LocalizedText)

    /// In the language where the edition has it, else in the edition's own.
    package func text(_ language: Language) -> String {
        switch self {
        case .swedish(let text), .english(let text): text
        case .both(let text): text.text(language)
        }
    }

    /// The language of what `text` answers.
    package func spoken(for language: Language) -> Language {
        switch self {
        case .swedish: .sv
        case .english: .en
        case .both: language
        }
    }
}
