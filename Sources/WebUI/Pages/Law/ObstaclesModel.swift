internal import AccessModel
internal import ClinicalModel
internal import StructuredText

/// The list of legal obstacles that a region's people have reported.
struct ObstaclesModel: PageModel {
    let obstacles: [LegalObstacle]
    let units: [String: String]
    /// The one that is being handled, with a form.
    let opened: LegalObstacle?

    var json: JSONValue { ["obstacles": JSONValue(obstacles.map(\.pageJSON))] }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Lagliga hinder", en: "Legal obstacles"), template: "law/obstacles",
            content: [
                "export": .text(LawAddress.export.path),
                "exportText": .text(language(sv: "Hämta listan (CSV)", en: "Download the list (CSV)")),
                "listTitle": .text(language(sv: "Anmälningar", en: "Reports")), "hasObstacles": .flag(!obstacles.isEmpty),
                "empty": .text(language(sv: "Ingen har anmält något hinder.", en: "Nobody has reported an obstacle.")),
                "columns": [
                    .text(language(sv: "Nr", en: "No.")), .text(language(sv: "Dag", en: "Day")),
                    .text(language(sv: "Ändamål", en: "Purpose")), .text(language(sv: "Skäl", en: "Reason")),
                    .text(language(sv: "Lagrum", en: "Point of law")), .text(language(sv: "Vad som hände", en: "What happened")),
                    .text(language(sv: "Enhet", en: "Unit")), .text(language(sv: "Läge", en: "State")),
                ],
                "obstacles": .list(obstacles.map { row($0, language) }), "opened": opened.map { form($0, language) } ?? .nothing,
                "back": .text(SiteURL.law.path), "backText": .text(language(sv: "Till lagen", en: "To the law")),
            ], section: .law)
        view.lead = language(
            sv: "Det som lagen hindrade i arbetet. Ingen patient och ingen variant finns med.",
            en: "What the law stood in the way of. No patient and no variant is in it.")
        view.isWide = true
        return view
    }

    private func row(_ item: LegalObstacle, _ language: Language) -> PageValue {
        [
            "number": .text(String(item.number)), "address": .text(LawAddress.obstacle(item.number).path + "#handle"),
            "day": .text(DateText.shortDay(DateText.swedishDay(item.reported), language)),
            "purpose": .text(item.report.purpose.shortTitle.text(language)),
            "reason": .text(item.report.reason.title.text(language)),
            "point": .text(item.report.legalPoint), "words": .text(item.report.words),
            "unit": .text(item.unit.map { units[$0] ?? $0 } ?? item.role.title.text(language)),
            "state": .text(item.state.name.text(language)), "note": .optional(item.note),
        ]
    }

    private func form(_ item: LegalObstacle, _ language: Language) -> PageValue {
        [
            "title": .text(language(sv: "Anmälan \(item.number)", en: "Report \(item.number)")),
            "address": .text(LawAddress.obstacle(item.number).path), "words": .text(item.report.words),
            "isClosed": .flag(item.state == .closed),
            "closedText": .text(language(sv: "Anmälan är avslutad.", en: "The report is closed.")),
            "stateText": .text(language(sv: "Läge", en: "State")),
            "states": .list(
                LegalObstacle.State.allCases.filter { LegalObstacle.mayMove(from: item.state, to: $0) }.map {
                    FormChoice.option($0.rawValue, $0.name.text(language), false)
                }),
            "noteText": .text(language(sv: "Anteckning", en: "Note")), "note": .optional(item.note),
            "save": .text(language(sv: "Spara", en: "Save")),
        ]
    }
}

extension LegalObstacle {
    var pageJSON: JSONValue {
        [
            "number": JSONValue(number), "purpose": JSONValue(.string(report.purpose.rawValue)),
            "reason": JSONValue(.string(report.reason.text)), "legalPoint": JSONValue(.string(report.legalPoint)),
            "refusing": JSONValue(report.refusing?.description), "words": JSONValue(.string(report.words)),
            "role": JSONValue(.string(role.rawValue)), "unit": JSONValue(unit),
            "reported": JSONValue(.string(reported.description)), "state": JSONValue(.string(state.rawValue)),
            "note": JSONValue(note),
        ]
    }
}
