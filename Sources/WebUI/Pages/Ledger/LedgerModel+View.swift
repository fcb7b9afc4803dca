internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension LedgerModel {
    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Logg", en: "Ledger"), template: "ledger/events",
            content: head(language).with(LedgerTabs.fields(.events, language, mayAnswer: mayAnswerCases)).with(
                reviewFields(language)
            ).with(eventFields(language)).with(["filter": filter(language)]),
            section: .ledger)
        view.lead = language(
            sv: "Allt som har gjorts med människors uppgifter i \(region). Att du läser loggen skrivs också in.",
            en: "Everything that was done with people's data in \(region). That you read it is written down too.")
        view.isWide = true
        return view
    }

    private func head(_ language: Language) -> PageValue {
        [
            "verify": .text(LedgerAddress.verification.path),
            "casesTitle": .text(language(sv: "Väntar på svar", en: "Waiting for an answer")),
            "verifyTitle": .text(language(sv: "Är loggen hel?", en: "Is the ledger whole?")),
            "verifyText": .text(verificationText(language)), "isBroken": .flag(verification?.isWhole == false),
            "isWhole": .flag(verification?.isWhole == true),
            "verifyButton": .text(language(sv: "Kontrollera nu", en: "Verify now")),
            "exportTitle": .text(language(sv: "Hämta urvalet", en: "Download the selection")),
            "exportNote": .text(
                language(sv: "Exporten skrivs in i loggen.", en: "The export is written into the ledger.")),
            "csv": .text(LedgerAddress.export(format: "csv", withoutPage).path),
            "jsonAddress": .text(LedgerAddress.export(format: "json", withoutPage).path),
            "casesText": .text(casesText(language)), "hasOverdue": .flag(overdueCases > 0),
            "cases": mayAnswerCases ? .text(LedgerAddress.cases.path) : .nothing,
        ]
    }

    private var withoutPage: LedgerSelection {
        var selection = selection
        selection.before = nil
        return selection
    }

    private func verificationText(_ language: Language) -> String {
        guard let verification else { return language(sv: "Ingen har kontrollerat den här.", en: "Nobody has verified it here.") }
        let (time, last) = (DateText.moment(verification.time, language), PageNumber.whole(verification.last, language))
        return verification.isWhole
            ? language(
                sv: "Hel till och med händelse \(last). Kontrollerad \(time).",
                en: "Whole up to event \(last). Verified \(time).")
            : language(sv: "Skadad. Kontrollerad \(time).", en: "Damaged. Verified \(time).")
    }

    private func casesText(_ language: Language) -> String {
        let open = PageNumber.whole(openCases, language)
        let waiting =
            openCases == 1
            ? language(sv: "1 patientfråga att besvara", en: "1 patient's question to answer")
            : language(sv: "\(open) patientfrågor att besvara", en: "\(open) patients' questions to answer")
        let late = PageNumber.whole(overdueCases, language)
        return overdueCases > 0 ? waiting + language(sv: ", \(late) för sent", en: ", \(late) late") : waiting
    }

    // MARK: What stands out

    private func reviewFields(_ language: Language) -> [String: PageValue] {
        let kinds: [(String, String, [LedgerReview.Line], (String) -> (String, LedgerSelection))] = [
            (
                "actors", language(sv: "Person", en: "Person"), review.actors,
                { name in (name, selected { $0.actor = name }) }
            ),
            (
                "units", language(sv: "Enhet", en: "Unit"), review.careUnits,
                { name in (units[name] ?? name, selected { $0.unit = name }) }
            ),
            (
                "patients", language(sv: "Patient", en: "Patient"), review.patients,
                { name in (String(name.prefix(8)) + "…", selected { $0.patient = Pseudonym(name) }) }
            ),
        ]
        let (first, last) = (DateText.swedishDay(review.period.lowerBound), DateText.swedishDay(review.period.upperBound))
        return [
            "reviewTitle": .text(language(sv: "Ovanliga mönster", en: "Unusual patterns")),
            "reviewPeriod": .text(
                language(
                    sv:
                        "\(DateText.day(first, language)) till \(DateText.day(last, language)). Medianen är \(PageNumber.whole(review.medianOfActors, language)) händelser per person.",
                    en:
                        "\(DateText.day(first, language)) to \(DateText.day(last, language)). The median is \(PageNumber.whole(review.medianOfActors, language)) events a person."
                )),
            "reviewColumns": [
                .text(language(sv: "Händelser", en: "Events")), .text(language(sv: "Natt", en: "Night")),
                .text(language(sv: "Utan vårdrelation", en: "No care relation")),
                .text(language(sv: "Samlad risk", en: "Risk in sum")),
            ],
            "reviewNote": .text(
                language(
                    sv:
                        "Natt är före 6 och efter 20. Samlad risk är vad svar om varianter tillsammans har avslöjat om vilka som ingår, i nat.",
                    en:
                        "Night is before 6 and after 20. Risk in sum is what answers about variants have told together of who takes part, in nats."
                )),
            "reviewTables": .list(
                kinds.map { id, title, lines, name in
                    // Marked ones first; the review's own order within each.
                    let marked = lines.filter { !review.marks(of: $0).isEmpty }
                    let shown = marked.prefix(10) + lines.filter { review.marks(of: $0).isEmpty }.prefix(max(0, 8 - marked.count))
                    return [
                        "id": .text(id), "title": .text(title), "hasRows": .flag(!lines.isEmpty),
                        "empty": .text(language(sv: "Ingenting under perioden.", en: "Nothing in the period.")),
                        "rows": .list(shown.map { line(named: name($0.name), $0, language) }),
                    ]
                }),
        ]
    }

    private func selected(_ change: (inout LedgerSelection) -> Void) -> LedgerSelection {
        var other = LedgerSelection()
        other.from = DateText.swedishDay(review.period.lowerBound)
        other.to = DateText.swedishDay(review.period.upperBound)
        change(&other)
        return other
    }

    private func line(
        named: (title: String, selection: LedgerSelection), _ line: LedgerReview.Line, _ language: Language
    ) -> PageValue {
        let marks = LedgerReview.Mark.allCases.filter(review.marks(of: line).contains)
        return [
            "name": .text(named.title), "address": .text(LedgerAddress.events(named.selection).path),
            "cells": [
                .text(PageNumber.whole(line.events, language)), .text(PageNumber.whole(line.atUnusualHours, language)),
                .text(PageNumber.whole(line.withoutCareRelation, language)),
                .text(line.membershipRisk == 0 ? "0" : PageNumber.decimal(line.membershipRisk, decimals: 3, language)),
            ],
            "isMarked": .flag(!marks.isEmpty), "marks": .list(marks.map { ["title": .text($0.title.text(language))] }),
        ]
    }
}
