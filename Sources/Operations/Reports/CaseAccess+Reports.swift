internal import AccessModel
internal import ReportModel

extension CaseAccess {
    /// Those of `reports` that can be opened, in their order, as `ReportAccess` would say it of each.
    func visible(_ reports: [ReportHistory]) throws -> [ReportHistory] {
        let region = partition.layout.region
        guard AdministrativeRights.refusal(of: .readReport, for: actor, purpose: purpose, in: region) == nil else { return [] }
        let controllers = try controllers(ofVisible: Set(reports.map(\.person)))
        let access = ReportAccess(partition: partition, law: law, actor: actor, purpose: purpose, act: .readReport)
        let shown = try Set(controllers.filter { try access.isShown($0.key, to: $0.value) }.keys)
        return reports.filter { shown.contains($0.person) }
    }
}
