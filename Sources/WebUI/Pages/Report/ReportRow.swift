internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// A report as a row of a list.
enum ReportRow {
    static func fields(_ report: ReportHistory, title: String, _ language: Language) -> PageValue {
        let version = report.latest
        let state = version?.state ?? .draft
        return [
            "address": .text(
                SiteURL.report(region: report.subject.region.description, report: report.identifier, version: nil).path),
            "case": .text(report.subject.caseName), "template": .text(title), "name": .text(report.identifier),
            "state": .text(language(state.name)), "stateKey": .text(key(state)),
            "when": .text((version?.steps.last?.time ?? version?.begun).map { DateText.shortMoment($0, language) } ?? ""),
        ]
    }

    /// How the style sheet colours a state, in the words of the regions' answers.
    static func key(_ state: ReportState) -> String {
        switch state {
        case .draft: "late"
        case .reviewed: "suppressed"
        case .signed: "answered"
        case .amended: "unreachable"
        case .withdrawn: "refused"
        }
    }
}
