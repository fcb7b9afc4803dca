internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// The recalls of a region: who is to be told, by when, and how far it has come.
struct RecallListModel: PageModel {
    let recalls: [RecordedRecall]
    /// Whose carrier whoever looks may see.
    let openable: Set<Int>
    let today: CivilDate

    var json: JSONValue {
        ["recalls": JSONValue(recalls.map { JSONValue($0.id) })]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Återkontakter", en: "Recalls"), template: "classification/recalls",
            content: [
                "hasRows": .flag(!recalls.isEmpty),
                "none": .text(language(sv: "Ingen behöver kontaktas.", en: "Nobody has to be contacted.")),
                "columns": .list(
                    [
                        language(sv: "Nummer", en: "Number"), language(sv: "Ändring", en: "Change"),
                        language(sv: "Angelägenhet", en: "Urgency"), language(sv: "Senast", en: "Due"),
                        language(sv: "Läge", en: "State"), language(sv: "Person", en: "Person"),
                    ].map(PageValue.text)),
                "lateText": .text(language(sv: "försenad", en: "late")),
                "closedText": .text(
                    language(
                        sv: "En återkontakt utan länk öppnas när det finns en antecknad vårdrelation till personen.",
                        en: "A recall without a link can be opened once a care relation to the person is on record.")),
                "hasClosed": .flag(recalls.contains { !openable.contains($0.id) }),
                "rows": .list(
                    recalls.map { recall in
                        let task = recall.task
                        return [
                            "number": .text(String(recall.id)),
                            "address": .optional(openable.contains(recall.id) ? SiteURL.recall(recall.id).path : nil),
                            "person": .text(task.carrier.text),
                            "change": .text(RecallWords.change(task.change, language)),
                            "urgency": .text(task.urgency.name.text(language)),
                            "due": .text(DateText.shortDay(task.due, language)), "isLate": .flag(task.isLate(on: today)),
                            "state": .text(task.state.name.text(language)),
                        ]
                    }),
            ], section: .recalls)
        view.lead = language(
            sv: "Bärare i regionen av varianter som har fått en ny bedömning.",
            en: "The region's carriers of variants that are classified anew.")
        return view
    }
}

/// One recall: whom it is about, what has been done, what can be, and the letter.
struct RecallModel: PageModel {
    let region: RegionCode
    let recall: RecordedRecall
    let today: CivilDate
    /// Filled letters by language; nil where a field is missing.
    let letter: @Sendable (Language) -> String?
    /// What was written into the letter's fields.
    let fields: [RecallLetter.Field: String]
    var trouble: ProblemFacts?

    var json: JSONValue { ["recall": JSONValue(recall.id), "task": recall.task.json] }

    func view(_ language: Language) -> PageView {
        PageView(
            title: language(sv: "Återkontakt \(recall.id)", en: "Recall \(recall.id)"), template: "classification/recall",
            content: content(language), section: .recalls)
    }

    private func content(_ language: Language) -> PageValue {
        let task = recall.task
        let possible = RecallAct.allCases.filter { task.state.after($0) != nil }
        let facts: [(String, String)] = [
            (language(sv: "Ändring", en: "Change"), RecallWords.change(task.change, language)),
            (language(sv: "Bedömd av", en: "Classified by"), "\(RegionRows.name(task.change.region)), \(task.change.laboratory)"),
            (language(sv: "Angelägenhet", en: "Urgency"), task.urgency.name.text(language)),
            (language(sv: "Senast", en: "Due"), DateText.day(task.due, language)),
        ]
        return PageValue.fields([
            "trouble": trouble.map { ["title": .text($0.title), "remedy": .text($0.remedy)] } ?? .nothing,
            "state": .text(task.state.name.text(language)), "isLate": .flag(task.isLate(on: today)),
            "lateText": .text(language(sv: "försenad", en: "late")),
            "facts": .list(facts.map { ["name": .text($0.0), "value": .text($0.1)] }),
            "person": .text(SiteURL.person(region: region.description, person: task.carrier.text, done: nil).path),
            "personText": .text(language(sv: "Personens sida", en: "The person's page")),
            "stepTitle": .text(language(sv: "Vad som har gjorts", en: "What has been done")),
            "steps": .list(
                task.steps.map { step in
                    [
                        "act": .text(RecallWords.done(step.act, language)), "person": .text(step.person),
                        "time": .text(DateText.moment(step.time, language)), "words": .text(step.words),
                    ]
                }), "hasActs": .flag(!possible.isEmpty), "address": .text(SiteURL.recall(recall.id).path),
            "actTitle": .text(language(sv: "Nästa steg", en: "Next step")),
            "wordsText": .text(
                language(
                    sv: "Vem som ansvarar, vad som kom överens om, eller skäl", en: "Who answers for it, what was agreed, or why")
            ),
            "buttons": .list(
                possible.map { act in
                    [
                        "value": .text(act.rawValue), "title": .text(RecallWords.act(act, language)),
                        "isMain": .flag(act != .close),
                    ]
                }),
            "letterTitle": .text(language(sv: "Brev", en: "Letter")),
            "letterLead": .text(
                language(
                    sv: "Brevet bjuder in till ett samtal. Varken varianten eller genen står i det. Fyll i och skriv ut.",
                    en: "The letter invites to a talk. Neither the variant nor the gene stands in it. Fill in, and print.")),
            "letter": .text(letter(language) ?? ""),
            "fields": .list(
                RecallLetter.Field.allCases.map { field in
                    [
                        "name": .text(field.rawValue), "title": .text(RecallWords.field(field, language)),
                        "value": .text(fields[field] ?? ""),
                    ]
                }), "fillText": .text(language(sv: "Visa brevet", en: "Show the letter")),
            "list": .text(SiteURL.recalls.path), "listText": .text(language(sv: "Alla återkontakter", en: "All recalls")),
        ])
    }
}

enum RecallWords {
    static func change(_ change: Reclassification, _ language: Language) -> String {
        "\(change.gene) \(change.subject.variant.variant.notation): \(change.from.number) → \(change.to.number)"
    }

    static func done(_ act: RecallAct, _ language: Language) -> String {
        switch act {
        case .assign: language(sv: "Tilldelad", en: "Assigned")
        case .sendLetter: language(sv: "Brev skickat", en: "Letter sent")
        case .inform: language(sv: "Informerad", en: "Informed")
        case .finish: language(sv: "Klar", en: "Done")
        case .close: language(sv: "Avslutad", en: "Closed")
        }
    }

    static func act(_ act: RecallAct, _ language: Language) -> String {
        switch act {
        case .assign: language(sv: "Tilldela", en: "Assign")
        case .sendLetter: language(sv: "Brevet är skickat", en: "The letter is sent")
        case .inform: language(sv: "Personen är informerad", en: "The person is informed")
        case .finish: language(sv: "Klar", en: "Finish")
        case .close: language(sv: "Avsluta utan kontakt", en: "Close without contact")
        }
    }

    static func field(_ field: RecallLetter.Field, _ language: Language) -> String {
        switch field {
        case .patientName: language(sv: "Patientens namn", en: "The patient's name")
        case .careUnit: language(sv: "Mottagning", en: "Clinic")
        case .contactName: language(sv: "Kontaktperson", en: "Contact")
        case .contactPhone: language(sv: "Telefon", en: "Telephone")
        case .earlierAnswer: language(sv: "Det tidigare svarets dag", en: "Day of the earlier answer")
        case .date: language(sv: "Brevets dag", en: "Day of the letter")
        case .signer: language(sv: "Undertecknare", en: "Signer")
        }
    }
}
