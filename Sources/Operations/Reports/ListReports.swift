package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// The reports of a region, and what there is to begin one with.
package struct ListedReports: Hashable, Sendable {
    /// The latest first.
    package let reports: [ReportHistory]
    package let agreements: [TemplateAgreement]
    package let templates: [ReportTemplate]
    package let organisations: [Organisation]
    package let mayBegin: Bool
    package let mayAgree: Bool
}

/// Lists the latest reports of the actor's own region that they can open, by their cases: names of cases are about nobody by themselves.
package struct ListReports: Sendable {
    package let node: RunningNode
    package let actor: Actor
    package let purpose: Purpose

    package init(node: RunningNode, actor: Actor, purpose: Purpose) {
        self.node = node
        self.actor = actor
        self.purpose = purpose
    }

    static let limit = 100

    /// Nil where the actor's region is not here. Throws `AdministrativeRefusal`.
    package func run() async throws -> ListedReports? {
        guard let region = actor.region, let partition = node.partitions[region] else { return nil }
        let mayAgree = AdministrativeRights.refusal(of: .agreeTemplate, for: actor, purpose: purpose, in: region) == nil
        let prepares = AdministrativeRights.refusal(of: .prepareReport, for: actor, purpose: purpose, in: region)
        if let prepares, !mayAgree { throw prepares }
        let access = CaseAccess(partition: partition, law: node.regulations.law, actor: actor, purpose: purpose)
        let reports = prepares == nil ? try access.visible(try partition.records.latestReports(limit: ListReports.limit)) : []
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .recordRead, process: "report list", purpose: purpose,
                returned: reports.count))
        return ListedReports(
            reports: reports, agreements: try partition.records.agreements(), templates: node.templates,
            organisations: try partition.records.organisations(), mayBegin: prepares == nil, mayAgree: mayAgree)
    }
}
