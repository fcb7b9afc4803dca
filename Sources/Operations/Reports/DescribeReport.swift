internal import ClinicalModel
internal import Records
internal import ReportModel
internal import StructuredText

/// Puts a version of a report together with its template and the names of those concerned.
struct DescribeReport {
    let partition: Partition

    /// Of the report's template; its name where the region has it no longer.
    func title(_ history: ReportHistory) throws -> LocalizedText {
        try partition.records.template(history.template, version: history.templateVersion)?.title
            ?? LocalizedText(sv: history.template, en: history.template)
    }

    /// The version that a reader sees first where `number` is nil. Throws `ReportError.unknown`.
    func document(_ history: ReportHistory, number: Int?, codes: CodeHierarchies) throws -> ReportDocument {
        func name(_ code: OrganisationCode) throws -> String { try partition.records.organisation(code)?.name ?? code.text }
        guard let template = try partition.records.template(history.template, version: history.templateVersion),
            let document = ReportDocument(
                history, version: number, template: template, laboratoryName: try name(history.subject.laboratory),
                ordererName: try history.subject.orderer.map(name), codes: codes)
        else { throw ReportError(.unknown, place: "report") }
        return document
    }
}
