internal import ClinicalModel
internal import Records
internal import StructuredText

/// The cases of a region, the latest first.
struct CaseListModel: PageModel {
    let cases: [LaboratoryCase]
    /// Names of laboratories by their codes.
    let units: [String: String]

    /// More than that are not drawn; the address takes a name.
    static let shown = 200

    var json: JSONValue {
        [
            "cases": JSONValue(
                cases.map { row in
                    [
                        "laboratory": JSONValue(.string(row.laboratory.text)), "case": JSONValue(.string(row.name)),
                        "people": JSONValue(row.people), "findings": JSONValue(row.findings),
                        "latest": JSONValue(.string(row.latest.description)),
                    ] as JSONValue
                })
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Fall", en: "Cases"), template: "case/list",
            content: [
                "hasRows": .flag(!cases.isEmpty),
                "none": .text(language(sv: "Det finns inga fall som du kan öppna.", en: "There are no cases that you can open.")),
                "columns": .list(
                    [
                        language(sv: "Fall", en: "Case"), language(sv: "Laboratorium", en: "Laboratory"),
                        language(sv: "Personer", en: "People"), language(sv: "Analyser", en: "Analyses"),
                        language(sv: "Fynd", en: "Findings"), language(sv: "Senast", en: "Latest"),
                    ].map(PageValue.text)),
                "rows": .list(
                    cases.prefix(CaseListModel.shown).map { row in
                        [
                            "name": .text(row.name),
                            "address": .text(SiteURL.laboratoryCase(row.laboratory.text, row.name, done: nil).path),
                            "laboratory": .text(units[row.laboratory.text] ?? row.laboratory.text),
                            "people": .text(String(row.people)), "callSets": .text(String(row.callSets)),
                            "findings": .text(String(row.findings)), "latest": .text(DateText.shortDay(row.latest, language)),
                        ]
                    }),
                "more": .text(
                    cases.count > CaseListModel.shown
                        ? language(
                            sv: "De \(CaseListModel.shown) senaste av \(cases.count) visas.",
                            en: "The latest \(CaseListModel.shown) of \(cases.count) are shown.") : ""),
            ], section: .cases)
        view.lead = language(
            sv: "Vad laboratorierna har undersökt, så långt du får se det. Att öppna ett fall loggas.",
            en: "What the laboratories have examined, as far as you may see it. Opening a case is logged.")
        return view
    }
}
