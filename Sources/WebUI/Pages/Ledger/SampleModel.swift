internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// One sample: the events that were drawn, and its assessment or the form for it.
struct SampleModel: PageModel {
    let sample: SampleCheck
    let events: [NumberedEvent]
    let units: [String: String]

    var json: JSONValue {
        [
            "sample": sample.pageJSON,
            "events": JSONValue(events.map { ["seq": JSONValue($0.seq), "event": $0.event.json] as JSONValue }),
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Stickprov \(sample.id)", en: "Sample \(sample.id)"), template: "ledger/sample",
            content: PageValue.fields(LedgerTabs.fields(.samples, language, mayAnswer: true)).with([
                "eventsTitle": .text(language(sv: "Händelser att bedöma", en: "Events to assess")),
                "eventColumns": [
                    .text(language(sv: "Nr", en: "No.")), .text(language(sv: "Tid", en: "Time")),
                    .text(language(sv: "Vad", en: "What")), .text(language(sv: "Vem", en: "Who")),
                    .text(language(sv: "Ändamål", en: "Purpose")), .text(language(sv: "Utfall", en: "Outcome")),
                    .text(language(sv: "Mer", en: "More")),
                ],
                "hasEvents": .flag(!events.isEmpty),
                "noEvents": .text(
                    language(sv: "Perioden hade inga händelser att dra.", en: "The period had no events to draw.")),
                "events": .list(events.map { EventRow(event: $0, units: units).value(language) }),
                "assessTitle": .text(language(sv: "Bedömning", en: "Assessment")),
                "assessment": .optional(sample.assessment?.text),
                "signed": .optional(
                    sample.assessment.map {
                        language(sv: "Underskriven av ", en: "Signed by ") + $0.signer + ", " + DateText.moment($0.time, language)
                    }),
                "address": .text(LedgerAddress.sample(sample.id).path),
                "label": .text(language(sv: "Vad visade granskningen?", en: "What did the check show?")),
                "sign": .text(language(sv: "Skriv under", en: "Sign")),
                "warning": .text(
                    language(sv: "Efter underskriften går texten inte att ändra.", en: "Once signed it cannot be changed.")),
            ]), section: .ledger)
        view.lead = sample.periodText(language)
        view.isWide = true
        return view
    }
}
