internal import AccessModel
internal import ReportModel

extension CaseAccess {
    /// Those of `reports` that can be opened, in their order, as `ReportAccess` would say it of each.
    func visible(_ reports: [ReportHistory]) throws -> [ReportHistory] {
        let region = partition.layout.region
        guard AdministrativeRights.refusal(of: .readReport, for: actor, purpose: purpose, in: region) == nil else { return [] }
        let people = try visible(among: Set(reports.map(\.person)))
        return try reports.filter { report in
            guard people.contains(report.person) else { return false }
            return try ReportAccess(
                partition: partition, law: law, actor: actor, purpose: purpose, act: .readReport
            ).isShown(report.person, to: controller(of: report.person))
        }
    }
}
