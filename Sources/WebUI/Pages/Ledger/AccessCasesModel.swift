internal import AccessModel
internal import ClinicalModel
internal import StructuredText

/// The cases that patients have opened, for the one who closes them.
struct AccessCasesModel: PageModel {
    let cases: [AccessCase]
    let units: [String: String]
    let today: CivilDate

    var json: JSONValue { ["cases": JSONValue(cases.map(\.pageJSON))] }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Patientfrågor", en: "Patients' questions"), template: "ledger/cases",
            content: PageValue.fields(LedgerTabs.fields(.cases, language, mayAnswer: true)).with([
                "listTitle": .text(language(sv: "Frågor om åtkomst", en: "Questions about accesses")),
                "hasCases": .flag(!cases.isEmpty),
                "empty": .text(language(sv: "Ingen patient har frågat.", en: "No patient has asked.")),
                "columns": [
                    .text(language(sv: "Nr", en: "No.")), .text(language(sv: "Ställd", en: "Asked")),
                    .text(language(sv: "Gäller", en: "About")), .text(language(sv: "Svara senast", en: "Answer by")),
                    .text(language(sv: "Läge", en: "State")), .text(language(sv: "Granskare", en: "Reviewer")),
                ],
                "cases": .list(cases.map { row($0, language) }),
            ]), section: .ledger)
        view.lead = language(
            sv: "En patient undrar varför någon tittade. Granska händelsen och svara så att patienten förstår.",
            en: "A patient wonders why somebody looked. Look into the event, and answer so that the patient understands.")
        return view
    }

    private func row(_ item: AccessCase, _ language: Language) -> PageValue {
        [
            "number": .text(String(item.number)), "address": .text(LedgerAddress.accessCase(item.number).path),
            "opened": .text(DateText.shortDay(DateText.swedishDay(item.opened), language)),
            "about": .text(
                [
                    item.careUnit.map { units[$0] ?? $0 } ?? language(sv: "Plattformen", en: "The platform"),
                    DateText.shortMoment(item.accessed, language),
                ].joined(separator: ", ")),
            "due": .text(DateText.shortDay(item.due, language)), "isOverdue": .flag(item.isOverdue(on: today)),
            "overdueText": .text(language(sv: "Försenad", en: "Late")), "state": .text(item.state.title.text(language)),
            "style": .text(item.state.rawValue), "reviewer": .optional(item.reviewer),
        ]
    }
}

extension AccessCase {
    /// As programs read it on the pages; the patient stands there by pseudonym.
    var pageJSON: JSONValue {
        [
            "number": JSONValue(number), "person": JSONValue(.string(person.text)), "event": JSONValue(event),
            "accessed": JSONValue(.string(accessed.description)), "careUnit": JSONValue(careUnit),
            "purpose": JSONValue(purpose?.rawValue), "words": JSONValue(.string(words)),
            "opened": JSONValue(.string(opened.description)), "due": JSONValue(.string(due.description)),
            "state": JSONValue(.string(state.rawValue)), "reviewer": JSONValue(reviewer),
            "finding": JSONValue(answer?.finding.rawValue), "answer": JSONValue(answer?.text),
            "answered": JSONValue(answer?.time.description),
        ]
    }
}
