internal import AccessModel
internal import ClinicalModel
internal import StructuredText

/// The fields by which the next version of a policy is written.
struct PolicyForm {
    static func name(_ purpose: Purpose, _ recipient: Recipient) -> String { "row.\(purpose.rawValue).\(recipient.rawValue)" }

    static func released(_ purpose: Purpose) -> String { "released.\(purpose.rawValue)" }

    /// What can be written wrongly by hand; the rest is chosen.
    enum Fault: Error {
        case day, number, risk, second
    }

    /// What was sent, over the latest version: cells that the form does not offer stay as they are.
    static func read(_ form: PageForm, after book: PolicyBook, by proposer: String, under regime: Regime) throws -> PolicyDraft {
        guard let from = form.text("from").flatMap({ CivilDate($0) }) else { throw Fault.day }
        guard let limit = form.text("suppress").flatMap({ Int($0) }) else { throw Fault.number }
        guard let second = form.text("second")?.split(whereSeparator: \.isWhitespace).joined(separator: " "), !second.isEmpty,
            second.count <= 100
        else { throw Fault.second }
        var draft = PolicyDraft(after: book, validFrom: from, publishers: [proposer, second])
        draft.suppressBelow = limit
        switch form.text("risk")?.replacing(",", with: ".") {
        case nil: draft.membershipRisk = nil
        case let text?:
            guard let risk = Double(text) else { throw Fault.risk }
            draft.membershipRisk = risk
        }
        draft.bandFor = Set(form.texts("band").compactMap(Purpose.init(rawValue:)))
        for row in PolicyMatrix(.closed(region: book.region, controller: book.controller), under: regime).rows
        where row.rule.isBoundByPolicy {
            for cell in row.cells where cell.law > .refused {
                guard let chosen = form.text(name(row.purpose, cell.recipient)).flatMap(Granularity.init(rawValue:)) else {
                    continue
                }
                draft.rows[row.purpose, default: [:]][cell.recipient] = chosen > .refused ? min(chosen, cell.law) : nil
            }
            let sets = Set(form.texts(released(row.purpose)))
            draft.released[row.purpose] = sets.isEmpty ? nil : sets
        }
        return draft
    }
}

extension PolicyForm.Fault {
    var facts: (code: String, message: LocalizedText, remedy: LocalizedText) {
        switch self {
        case .day:
            (
                "day-malformed", LocalizedText(sv: "Dagen går inte att läsa.", en: "The day cannot be read."),
                LocalizedText(sv: "Skriv den som 2026-11-21.", en: "Write it as 2026-11-21.")
            )
        case .number:
            (
                "number-malformed", LocalizedText(sv: "Gränsen för små tal går inte att läsa.", en: "The limit cannot be read."),
                LocalizedText(sv: "Skriv ett heltal, minst 5.", en: "Write a whole number, 5 or more.")
            )
        case .risk:
            (
                "risk-malformed", LocalizedText(sv: "Riskbudgeten går inte att läsa.", en: "The risk budget cannot be read."),
                LocalizedText(
                    sv: "Skriv ett tal som 0,05, eller lämna tomt.", en: "Write a number such as 0.05, or leave it empty.")
            )
        case .second:
            (
                "second-missing",
                LocalizedText(sv: "Den som ska skriva under saknas.", en: "The one who is to sign is missing."),
                LocalizedText(sv: "Skriv en annan persons identitet.", en: "Write another person's identity.")
            )
        }
    }
}
