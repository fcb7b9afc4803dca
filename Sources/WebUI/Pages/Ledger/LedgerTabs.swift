internal import StructuredText

/// The pages about the ledger, as a row of links.
enum LedgerTabs: CaseIterable {
    case events, samples, cases

    private var address: LedgerAddress {
        switch self {
        case .events: .events(LedgerSelection())
        case .samples: .samples
        case .cases: .cases
        }
    }

    private var title: LocalizedText {
        switch self {
        case .events: LocalizedText(sv: "Händelser", en: "Events")
        case .samples: LocalizedText(sv: "Stickprov", en: "Sample checks")
        case .cases: LocalizedText(sv: "Patientfrågor", en: "Patients' questions")
        }
    }

    /// Fields for the template `ledger/tabs`. Samples and cases are the log reviewer's alone, so that nobody else has tabs.
    static func fields(_ current: LedgerTabs, _ language: Language, mayAnswer: Bool) -> [String: PageValue] {
        [
            "hasTabs": .flag(mayAnswer), "tabsTitle": .text(language(sv: "Loggens sidor", en: "Pages of the ledger")),
            "tabs": .list(
                allCases.map {
                    [
                        "title": .text($0.title.text(language)), "address": .text($0.address.path),
                        "isCurrent": .flag($0 == current),
                    ]
                }),
        ]
    }
}
