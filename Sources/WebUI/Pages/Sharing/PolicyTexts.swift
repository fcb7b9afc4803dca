internal import AccessModel
internal import Operations
internal import StructuredText

extension PolicyDifference {
    /// One line of what is not the same.
    func text(_ language: Language) -> String {
        switch self {
        case .limit(let purpose, let recipient, let from, let to):
            "\(purpose.shortTitle.text(language)), \(recipient.name.text(language)): \(change(from.name, to.name, language))"
        case .release(let purpose, let set, let isNow):
            isNow
                ? language(
                    sv: "\(purpose.shortTitle.sv): \(set.title.sv) blir frisläppt",
                    en: "\(purpose.shortTitle.en): \(set.title.en) becomes released")
                : language(
                    sv: "\(purpose.shortTitle.sv): \(set.title.sv) är inte längre frisläppt",
                    en: "\(purpose.shortTitle.en): \(set.title.en) is no longer released")
        case .suppressBelow(let from, let to):
            language(sv: "Små tal är tal under: \(from) blir \(to)", en: "Small numbers are those below: \(from) becomes \(to)")
        case .band(let purpose, let isNow):
            isNow
                ? language(
                    sv: "\(purpose.shortTitle.sv): små tal visas som intervall",
                    en: "\(purpose.shortTitle.en): small numbers are shown as an interval")
                : language(
                    sv: "\(purpose.shortTitle.sv): små tal döljs", en: "\(purpose.shortTitle.en): small numbers are hidden")
        case .membershipRisk(let from, let to):
            language(sv: "Riskbudget: ", en: "Risk budget: ")
                + change(
                    .init(sv: PolicyDifference.risk(from, .sv), en: PolicyDifference.risk(from, .en)),
                    .init(sv: PolicyDifference.risk(to, .sv), en: PolicyDifference.risk(to, .en)), language)
        }
    }

    private func change(_ from: LocalizedText, _ to: LocalizedText, _ language: Language) -> String {
        language(sv: "från \(from.sv) till \(to.sv)", en: "from \(from.en) to \(to.en)")
    }

    static func risk(_ risk: Double?, _ language: Language) -> String {
        risk.map { PageNumber.decimal($0, decimals: 3, language) + " nat" } ?? language(sv: "ingen gräns", en: "no limit")
    }

    /// Whether more goes out than before.
    var isWider: Bool {
        switch self {
        case .limit(_, _, let from, let to): to > from
        case .release(_, _, let isNow), .band(_, let isNow): isNow
        case .suppressBelow(let from, let to): to < from
        case .membershipRisk(let from, let to): (to ?? .infinity) > (from ?? .infinity)
        }
    }
}

extension ReplayQuestion.Unknown {
    var text: LocalizedText {
        switch self {
        case .reasonsNotKept:
            LocalizedText(
                sv: "Avslag från tiden innan loggen sparade skälen", en: "Refusals from before the ledger kept the reasons")
        case .regulationsNotKnown:
            LocalizedText(
                sv: "Avgjorda under en lag eller policy som inte finns kvar här",
                en: "Decided under a law or policy that is not known here")
        case .differsFromLedger:
            LocalizedText(
                sv: "Loggens uppgifter räcker inte för att komma till samma beslut igen",
                en: "What the ledger holds does not lead to the same decision again")
        }
    }
}
