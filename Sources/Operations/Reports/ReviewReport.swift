package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Takes a step on a report that changes nothing of what it says: reviewing a draft, sending a reviewed one back, withdrawing.
package struct ReviewReport: Sendable {
    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let report: String
    package let act: ReportAct
    /// Why; needed for sending back and withdrawing.
    package let words: String

    package init(
        node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, report: String, act: ReportAct = .review,
        words: String = ""
    ) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.report = report
        self.act = act
        self.words = words
    }

    /// Throws `ReportError`, `ReportRefusal`, `AdministrativeRefusal`.
    package func run() async throws -> ReportHistory {
        guard [.review, .sendBack, .withdraw].contains(act) else { throw ReportError(.unknownValue, place: "act") }
        let change = try ChangeReport(node: node, region: region, actor: actor, purpose: purpose, report: report)
        try ReportText.check(words, "words")
        try await change.check(act == .withdraw ? .signReport : .prepareReport, process: "report \(act.rawValue)")
        return try change.take(ReportStep(act, by: actor, at: change.partition.now(), words: words))
    }
}
