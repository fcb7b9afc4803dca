internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// A case: its people, specimens and analyses, what was found, and how far its interpretation has come.
struct CaseModel: PageModel {
    /// What has just been done.
    enum Done: String {
        case finding, interpretation

        var text: LocalizedText {
            switch self {
            case .finding: LocalizedText(sv: "Fyndet är antecknat.", en: "The finding is recorded.")
            case .interpretation: LocalizedText(sv: "Tolkningen är sparad.", en: "The interpretation is kept.")
            }
        }
    }

    let shown: ShownCase
    /// Names of organisations by their codes.
    let units: [String: String]
    /// Of the codes in its interpretations.
    let names: NamedCodes
    /// Whether whoever looks may record findings and interpret them.
    let mayInterpret: Bool
    /// Where genes lie, for how much of those in the findings was looked at.
    let genes: GeneLoci
    var done: Done?
    var trouble: ProblemFacts?
    /// What was sent, where it comes back.
    var sent: [String: String] = [:]

    var json: JSONValue {
        [
            "laboratory": JSONValue(.string(shown.laboratory.text)), "case": JSONValue(.string(shown.name)),
            "hidden": JSONValue(shown.hidden),
            "people": JSONValue(shown.members.map(\.person.pseudonym.text)),
            "callSets": JSONValue(shown.callSets.map(\.record.name)),
            "findings": JSONValue(
                shown.findings.map { finding in
                    [
                        "finding": finding.finding.json,
                        "interpretations": JSONValue(
                            shown.readings(of: finding).map { JSONValue(.string($0.history.identifier)) }),
                    ] as JSONValue
                }),
            "genome": JSONValue(shown.survey.map(\.json)),
            "reports": JSONValue(shown.reports.map { JSONValue(.string($0.history.identifier)) }),
        ]
    }

    func view(_ language: Language) -> PageView { CaseView(model: self, language: language).page }
}
