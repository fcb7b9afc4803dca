package import StructuredText

extension Language {
    /// One of two texts: `language(sv: "Region", en: "Region")`, for texts that stand beside their use.
    package func callAsFunction(sv: String, en: String) -> String {
        switch self {
        case .sv: sv
        case .en: en
        }
    }

    package func callAsFunction(_ text: LocalizedText) -> String { text.text(self) }

    package var other: Language {
        switch self {
        case .sv: .en
        case .en: .sv
        }
    }
}
