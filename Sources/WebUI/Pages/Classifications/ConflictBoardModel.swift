internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// The conflicts between laboratories, the worst first.
struct ConflictBoardModel: PageModel {
    let conflicts: [ShownConflict]
    let today: CivilDate
    let names: NamedCodes
    /// How the conflicts are written elsewhere.
    let json: JSONValue

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Olika bedömningar", en: "Conflicting classifications"), template: "classification/board",
            content: [
                "hasRows": .flag(!conflicts.isEmpty),
                "none": .text(
                    language(
                        sv: "Inga laboratorier bedömer samma variant på olika sidor om en gräns.",
                        en: "No laboratories classify one variant on different sides of a boundary.")),
                "columns": .list(
                    [
                        language(sv: "Variant", en: "Variant"), language(sv: "Allvar", en: "Severity"),
                        language(sv: "Ålder", en: "Age"), language(sv: "Bedömningar", en: "Positions"),
                        language(sv: "Läge", en: "State"),
                    ].map(PageValue.text)),
                "rows": .list(conflicts.map { row($0, language) }),
                "exports": .list(
                    ExportClassifications.Form.allCases.map { form in
                        [
                            "address": .text(SiteURL.classificationExport(form.rawValue).path),
                            "text": .text(
                                form == .submission
                                    ? language(
                                        sv: "Regionens egna, ClinVars mall (TSV)",
                                        en: "The region's own, ClinVar's template (TSV)")
                                    : language(
                                        sv: "Alla regioners, en rad per variant (TSV)",
                                        en: "All regions', one row a variant (TSV)")),
                        ]
                    }),
                "exportTitle": .text(language(sv: "Ladda ner", en: "Download")),
            ], section: .classifications)
        view.lead = language(
            sv: "Laboratoriers gällande bedömningar av samma variant och tillstånd, utan personer.",
            en: "Laboratories' current classifications of one variant and condition, without persons.")
        return view
    }

    private func row(_ shown: ShownConflict, _ language: Language) -> PageValue {
        let age = shown.conflict?.age(on: today) ?? 0
        return [
            "address": .text(
                SiteURL.conflict(shown.subject.variant.description, shown.subject.condition.description).path),
            "variant": .text(shown.gene + " " + shown.subject.variant.variant.notation),
            "condition": .markup(CodeText(names, language).markup(shown.subject.condition)),
            "severity": .text(shown.conflict?.severity.name.text(language) ?? ""),
            "severityKey": .text(ConflictBoardModel.key(shown.conflict?.severity)),
            "age": .text(age == 1 ? language(sv: "1 dag", en: "1 day") : language(sv: "\(age) dagar", en: "\(age) days")),
            "positions": .text(
                shown.positions.map { "\(RegionRows.name($0.region)): \($0.pathogenicityClass.number)" }.joined(separator: ", ")),
            "state": .text(shown.state.name.text(language)),
        ]
    }

    /// How the style sheet colours a severity, in the words of the regions' answers.
    static func key(_ severity: ClassificationConflict.Severity?) -> String {
        switch severity {
        case .opposed: "refused"
        case .actionable: "late"
        case .minor, nil: "unreachable"
        }
    }
}
