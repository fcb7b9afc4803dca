internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// One case: what the patient asks, what the ledger says, and what may be done next.
struct AccessCaseModel: PageModel {
    let asked: AccessCase
    /// Nil once the ledger has forgotten it.
    let event: NumberedEvent?
    let units: [String: String]
    let today: CivilDate
    /// Whether the one who looks now is not the one who is asked about.
    let mayJudge: Bool

    var json: JSONValue {
        ["case": asked.pageJSON, "event": event.map { $0.event.json } ?? nil, "mayJudge": JSONValue(mayJudge)]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Patientfråga \(asked.number)", en: "Patient's question \(asked.number)"),
            template: "ledger/case",
            content: PageValue.fields(LedgerTabs.fields(.cases, language, mayAnswer: true)).with(fields(language)).with(
                actions(language)), section: .ledger)
        view.lead =
            asked.state == .answered
            ? language(sv: "Besvarad.", en: "Answered.")
            : language(
                sv: "Ska besvaras senast \(DateText.day(asked.due, language)).",
                en: "To be answered by \(DateText.day(asked.due, language)).")
        return view
    }

    private func fields(_ language: Language) -> [String: PageValue] {
        [
            "wordsTitle": .text(language(sv: "Patientens ord", en: "The patient's words")), "words": .optional(asked.words),
            "noWords": .text(
                language(sv: "Patienten skrev ingenting mer.", en: "The patient wrote nothing more.")),
            "isOverdue": .flag(asked.isOverdue(on: today)), "overdueText": .text(language(sv: "Försenad", en: "Late")),
            "eventTitle": .text(language(sv: "Händelsen i loggen", en: "The event in the ledger")),
            "event": event.map { EventRow(event: $0, units: units).value(language) } ?? .nothing,
            "noEvent": .text(
                language(
                    sv: "Händelsen har gallrats ur loggen. Det som patienten såg står kvar.",
                    en: "The ledger has let the event go. What the patient saw remains.")),
            "facts": [
                fact(language(sv: "Tid", en: "Time"), DateText.moment(asked.accessed, language)),
                fact(
                    language(sv: "Enhet", en: "Unit"),
                    asked.careUnit.map { units[$0] ?? $0 } ?? language(sv: "Plattformen", en: "The platform")),
                fact(
                    language(sv: "Ändamål", en: "Purpose"),
                    asked.purpose?.shortTitle.text(language) ?? language(sv: "Administration", en: "Administration")),
                fact(language(sv: "Fråga ställd", en: "Asked"), DateText.moment(asked.opened, language)),
            ],
        ]
    }

    private func fact(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }

    private func actions(_ language: Language) -> [String: PageValue] {
        [
            "address": .text(LedgerAddress.accessCase(asked.number).path),
            "mayTake": .flag(asked.state == .opened && mayJudge), "mayAnswer": .flag(asked.state == .beingLookedAt && mayJudge),
            "isOwn": .flag(asked.state != .answered && !mayJudge),
            "ownText": .text(
                language(
                    sv: "Frågan gäller din egen åtkomst. En annan granskare måste svara.",
                    en: "It is about your own access. Another reviewer has to answer.")),
            "take": .text(language(sv: "Börja granska", en: "Begin to look into it")),
            "takenBy": .optional(
                asked.reviewer.map { language(sv: "Granskas av \($0).", en: "\($0) looks into it.") }),
            "answerTitle": .text(language(sv: "Svar till patienten", en: "Answer to the patient")),
            "findingLabel": .text(language(sv: "Vad kom du fram till?", en: "What did you come to?")),
            "findings": .list(
                AccessCase.Finding.allCases.map { FormChoice.option($0.rawValue, $0.title.text(language), false) }),
            "textLabel": .text(language(sv: "Förklaring, med enkla ord", en: "Explanation, in plain words")),
            "close": .text(language(sv: "Svara och avsluta", en: "Answer and close")),
            "closeNote": .text(
                language(
                    sv: "Patienten läser svaret på Mina uppgifter. Det går inte att ändra.",
                    en: "The patient reads the answer on My data. It cannot be changed.")),
            "answer": .optional(asked.answer?.text), "finding": .optional(asked.answer?.finding.title.text(language)),
            "signed": .optional(asked.answer.map { $0.signer + ", " + DateText.moment($0.time, language) }),
        ]
    }
}
