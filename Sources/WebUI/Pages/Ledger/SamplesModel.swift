internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// The systematic checks of the ledger: those that were made, and a form for the next.
struct SamplesModel: PageModel {
    let samples: [SampleCheck]
    let today: CivilDate

    var json: JSONValue { ["samples": JSONValue(samples.map(\.pageJSON))] }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Stickprov", en: "Sample checks"), template: "ledger/samples",
            content: PageValue.fields(LedgerTabs.fields(.samples, language, mayAnswer: true)).with([
                "address": .text(LedgerAddress.samples.path),
                "drawTitle": .text(language(sv: "Nytt stickprov", en: "New sample")),
                "from": .text(language(sv: "Från och med", en: "From")),
                "fromValue": .text(today.adding(days: -LedgerSelection.usualDays).description),
                "to": .text(language(sv: "Till och med", en: "To")), "toValue": .text(today.description),
                "size": .text(language(sv: "Antal händelser", en: "Number of events")),
                "draw": .text(language(sv: "Dra stickprov", en: "Draw sample")),
                "listTitle": .text(language(sv: "Tidigare stickprov", en: "Earlier samples")),
                "hasSamples": .flag(!samples.isEmpty),
                "empty": .text(language(sv: "Inget stickprov har dragits.", en: "No sample has been drawn.")),
                "columns": [
                    .text(language(sv: "Nr", en: "No.")), .text(language(sv: "Draget", en: "Drawn")),
                    .text(language(sv: "Period", en: "Period")), .text(language(sv: "Händelser", en: "Events")),
                    .text(language(sv: "Bedömning", en: "Assessment")),
                ],
                "samples": .list(samples.reversed().map { row($0, language) }),
            ]), section: .ledger)
        view.lead = language(
            sv:
                "Händelser dras på måfå och bedöms regelbundet. Bedömningen skrivs under och går inte att ändra (HSLF-FS 2016:40, 4 kap. 9 §).",
            en:
                "Events are drawn at random and assessed regularly. The assessment is signed and cannot be changed (HSLF-FS 2016:40, 4 kap. 9 §)."
        )
        return view
    }

    private func row(_ sample: SampleCheck, _ language: Language) -> PageValue {
        [
            "number": .text(String(sample.id)), "address": .text(LedgerAddress.sample(sample.id).path),
            "drawn": .text(DateText.shortMoment(sample.drawn, language)),
            "period": .text(sample.periodText(language)), "count": .text(PageNumber.whole(sample.events.count, language)),
            "isAssessed": .flag(sample.assessment != nil),
            "state": .text(
                sample.assessment.map {
                    language(sv: "Bedömt av \($0.signer)", en: "Assessed by \($0.signer)")
                } ?? language(sv: "Väntar på bedömning", en: "Waits for assessment")),
        ]
    }
}

extension SampleCheck {
    func periodText(_ language: Language) -> String {
        DateText.shortDay(period.lowerBound.date, language) + " – " + DateText.shortDay(period.upperBound.date, language)
    }

    var pageJSON: JSONValue {
        [
            "number": JSONValue(id), "from": JSONValue(.string(period.lowerBound.description)),
            "to": JSONValue(.string(period.upperBound.description)), "drawn": JSONValue(.string(drawn.description)),
            "events": JSONValue(events.map { JSONValue($0) }), "assessment": JSONValue(assessment?.text),
            "signer": JSONValue(assessment?.signer), "assessed": JSONValue(assessment?.time.description),
        ]
    }
}
