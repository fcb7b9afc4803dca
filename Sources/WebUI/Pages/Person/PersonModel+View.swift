internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import StructuredText

extension PersonModel {
    func view(_ language: Language) -> PageView {
        let parts = PersonParts(model: self, language: language)
        var content: [String: PageValue] = [
            "done": done.map { .text($0.text.text(language)) } ?? .nothing,
            "trouble": trouble.map { $0.notice(language, reporting) } ?? .nothing,
            "isLaboratory": .flag(record.extent == .laboratory),
            "laboratoryText": .text(
                language(
                    sv:
                        "För laboratoriets drift visas prover, analyser och besked. Diagnoser, fenotyper, behandlingar och släktingar visas bara för den som deltar i vården.",
                    en:
                        "For running the laboratory, specimens, call sets and statements are shown. Diagnoses, phenotypes, treatments and relatives are shown only to those who take part in the care."
                )),
            "facts": .list(parts.facts), "stopped": parts.stopped,
            "timelineTitle": .text(language(sv: "Tidslinje", en: "Timeline")), "timeline": .list(parts.timeline),
            "timelineChart": parts.timelineChart.map { .markup($0.drawing.markup) } ?? .nothing,
            "timelineNote": .text(
                language(
                    sv: "Staplar är sådant som pågår eller pågick. En siffra över ett märke är antalet på nästan samma dag.",
                    en: "Bars are what goes on or went on. A number above a mark is how many there are on nearly the same day.")),
            "eventsTitle": .text(language(sv: "Händelserna i ordning", en: "The events in order")),
            "hasTimeline": .flag(!PersonTimeline(record: record).events.isEmpty),
            "noTimeline": .text(language(sv: "Inget med datum finns.", en: "There is nothing with a date.")),
            "tables": .list(
                [
                    parts.callSets, parts.specimens, parts.diagnoses, parts.phenotypes, parts.treatments, parts.relations,
                    parts.copies,
                ].compactMap { $0 }),
            "holding": parts.holding, "accesses": parts.accesses,
            "tablesTitle": .text(language(sv: "Uppgifterna i tabeller", en: "The data in tables")),
        ]
        if mayState { content["statement"] = PersonForms(model: self, language: language).statement }
        if mayEnd { content["ending"] = PersonForms(model: self, language: language).ending }
        var view = PageView(
            title: language(sv: "Person i \(regionName)", en: "Person in \(regionName)"), template: "person",
            content: .fields(content), section: .people)
        view.lead = language(
            sv: "Att du har öppnat sidan står i loggen, och personen kan läsa det.",
            en: "That you opened this page is in the ledger, and the person can read it.")
        view.isWide = true
        return view
    }

    var regionName: String { Region.of(region)?.name ?? region.description }
}

extension PersonModel.Done {
    var text: LocalizedText {
        switch self {
        case .care:
            LocalizedText(
                sv: "Antecknat: du deltar i vården av personen. Personen kan läsa det i sin logg.",
                en: "Recorded: you take part in the person's care. The person can read it in their list.")
        case .statementHolds:
            LocalizedText(
                sv: "Antecknat. Det gäller från och med nästa fråga.", en: "Recorded. It takes effect with the next question.")
        case .statementLater:
            LocalizedText(
                sv: "Antecknat. Lagen känner det först senare: tills dess har det ingen verkan.",
                en: "Recorded. The law knows it only from a later day: until then it has no effect.")
        case .statementProposed:
            LocalizedText(
                sv: "Antecknat. Lagen föreslår det bara: i dag har det ingen verkan.",
                en: "Recorded. The law only proposes it: it has no effect today.")
        case .stopUsing: Ending.Act.stopUsing.proof
        case .stopShowing: Ending.Act.stopShowing.proof
        case .deleteCopy: Ending.Act.deleteCopy.proof
        case .destroy: Ending.Act.destroy.proof
        }
    }

    init(_ act: Ending.Act) {
        switch act {
        case .stopUsing: self = .stopUsing
        case .stopShowing: self = .stopShowing
        case .deleteCopy: self = .deleteCopy
        case .destroy: self = .destroy
        }
    }
}
