/// The languages in which people read the platform.
package enum Language: String, Sendable, CaseIterable {
    case sv, en
}

/// One text in both languages.
package struct LocalizedText: Hashable, Sendable {
    package let sv: String
    package let en: String

    package init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    package func text(_ language: Language) -> String {
        switch language {
        case .sv: sv
        case .en: en
        }
    }
}
