internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import StructuredText

/// The form for the next version of a policy, with what it would change where that has been asked for.
struct DraftModel: PageModel {
    struct Preview: Sendable {
        let policy: Policy
        let text: String
        let differences: [PolicyDifference]
        let effect: PreviewPolicy.Report
        /// Comments of the text before that are not in this one.
        let lost: [String]
    }

    let controller: OrganisationCode
    let name: String
    let draft: PolicyDraft
    /// Of the law, with the draft's own limits in its cells.
    let matrix: PolicyMatrix
    let dataSets: [ReleasedDataSet]
    /// Of questions that the effect is shown on.
    let days: Int
    let preview: Preview?

    var json: JSONValue {
        [
            "controller": JSONValue(.string(controller.text)), "validFrom": JSONValue(.string(draft.validFrom.description)),
            "matrix": matrix.pageJSON, "differences": JSONValue(preview?.differences.count),
            "text": JSONValue(preview?.text), "lostComments": JSONValue(preview?.lost ?? []),
            "effect": preview.map { item in
                [
                    "questions": JSONValue(item.effect.questions), "same": JSONValue(item.effect.same),
                    "changed": JSONValue(item.effect.count { if case .decided = $0 { true } else { false } }),
                    "unknown": JSONValue(item.effect.count { if case .unknown = $0 { true } else { false } }),
                ] as JSONValue
            } ?? nil,
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Nästa version", en: "The next version"), template: "sharing/draft",
            content: form(language).with(["preview": preview.map { previewFields($0, language) } ?? .nothing]), section: .sharing)
        view.lead = name
        view.isWide = true
        return view
    }

    private func form(_ language: Language) -> PageValue {
        [
            "address": .text(SharingAddress.draft(controller).path), "controller": .text(controller.text),
            "back": .text(SharingAddress.policy(controller, effectDays: nil).path),
            "backText": .text(language(sv: "Tillbaka", en: "Back")),
            "from": .text(language(sv: "Gäller från", en: "Holds from")), "fromValue": .text(draft.validFrom.description),
            "second": .text(language(sv: "Vem ska skriva under? (identitet)", en: "Who is to sign? (identity)")),
            "secondValue": .optional(draft.publishers.count > 1 ? draft.publishers[1] : nil),
            "suppress": .text(language(sv: "Små tal är tal under", en: "Small numbers are those below")),
            "suppressValue": .text(String(draft.suppressBelow)), "least": .text(String(Policy.leastSuppression)),
            "risk": .text(language(sv: "Riskbudget i nat (tomt: ingen gräns)", en: "Risk budget in nats (empty: no limit)")),
            "riskValue": .optional(draft.membershipRisk.map { language(sv: "\($0)".replacing(".", with: ","), en: "\($0)") }),
            "matrixTitle": .text(language(sv: "Vad som får lämna vårdgivaren", en: "What may leave the provider")),
            "matrixNote": .text(
                language(
                    sv: "Bara det som lagen medger går att välja. Det som en mer avlägsen mottagare får, får en närmare också.",
                    en: "Only what the law allows can be chosen. What a farther recipient may have, a nearer one may too.")),
            "corner": .text(language(sv: "Ändamål", en: "Purpose")),
            "columns": .list(choosable.map { ["title": .text(MatrixView.short($0, language))] }),
            "releasedText": .text(language(sv: "Frisläppt", en: "Released")),
            "bandText": .text(language(sv: "Små tal som intervall", en: "Small numbers as an interval")),
            "rows": .list(matrix.rows.filter(\.rule.isBoundByPolicy).map { row($0, language) }),
            "periodText": .text(language(sv: "Effekt på frågor de senaste", en: "Effect on questions of the last")),
            "periods": .list(
                PreviewPolicy.periods.map {
                    FormChoice.option(String($0), EffectView.period($0, language), $0 == days)
                }),
            "loses": preview?.lost.isEmpty == false
                ? .text(language(sv: "Föreslå utan kommentarerna", en: "Propose without the comments")) : .nothing,
            "previewText": .text(language(sv: "Visa effekten", en: "Show the effect")),
            "proposeText": .text(language(sv: "Föreslå", en: "Propose")),
        ]
    }

    /// Recipients for whom there is anything to choose.
    private var choosable: [Recipient] {
        let rows = matrix.rows.filter(\.rule.isBoundByPolicy)
        return matrix.recipients.filter { recipient in
            rows.contains { $0.cells.contains { $0.recipient == recipient && $0.law > .refused } }
        }
    }

    private func row(_ row: PolicyMatrix.Row, _ language: Language) -> PageValue {
        let purpose = row.purpose
        return [
            "title": .text(purpose.shortTitle.text(language)), "isOff": .flag(!row.isInForce),
            "offText": .text(language(sv: "Gäller inte i dag", en: "Not in force today")),
            "cells": .list(row.cells.filter { choosable.contains($0.recipient) }.map { cell($0, purpose, language) }),
            "sets": .list(
                dataSets.map { set in
                    [
                        "field": .text(PolicyForm.released(purpose)), "value": .text(set.name),
                        "title": .text(set.title.text(language)),
                        "isChosen": .flag(draft.released[purpose]?.contains(set.name) == true),
                    ]
                }),
            "purpose": .text(purpose.rawValue), "isBand": .flag(draft.bandFor.contains(purpose)),
        ]
    }

    private func cell(_ cell: PolicyMatrix.Cell, _ purpose: Purpose, _ language: Language) -> PageValue {
        guard cell.law > .refused else { return ["isOpen": false] }
        return [
            "isOpen": true, "field": .text(PolicyForm.name(purpose, cell.recipient)),
            "label": .text("\(purpose.shortTitle.text(language)), \(cell.recipient.name.text(language))"),
            "options": FormChoice.options(
                Granularity.allCases.filter { $0 <= cell.law }, chosen: min(cell.policy, cell.law)
            ) { $0.title.text(language) },
        ]
    }

    private func previewFields(_ item: Preview, _ language: Language) -> PageValue {
        [
            "title": .text(language(sv: "Det här ändras", en: "What changes")),
            "differences": .list(item.differences.map { $0.value(language) }), "hasDifferences": .flag(!item.differences.isEmpty),
            "noDifferences": .text(language(sv: "Ingenting ändras.", en: "Nothing changes.")),
            "lost": .list(item.lost.map(PageValue.text)), "loses": .flag(!item.lost.isEmpty),
            "lostText": .text(
                language(
                    sv:
                        "Policyns text är skriven så att formuläret inte kan fortsätta den. Den skrivs om från början, och de här kommentarerna försvinner:",
                    en:
                        "The policy's text is written so that the form cannot go on with it. It is written anew, and these comments go:"
                )),
            "source": .text(item.text), "sourceTitle": .text(language(sv: "Texten", en: "The text")),
            "effect": EffectView(report: item.effect, language: language).fields,
        ]
    }
}
