package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Takes a signed report up again as a new draft. The signed version stays in force until the new one is signed.
package struct AmendReport: Sendable {
    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let report: String
    package let reason: String

    package init(
        node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, report: String, reason: String
    ) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.report = report
        self.reason = reason
    }

    /// Throws `ReportError`, `ReportRefusal`, `AdministrativeRefusal`.
    package func run() async throws -> ReportHistory {
        let change = try ChangeReport(node: node, region: region, actor: actor, purpose: purpose, report: report)
        try ReportText.check(reason, "words")
        try await change.check(.prepareReport, process: "report amend")
        let (reason, actor, time) = (reason, actor, change.partition.now())
        return try change.change { try $0.amending(reason: reason, by: actor, at: time) }
    }
}
