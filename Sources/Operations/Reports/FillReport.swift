package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Gives a draft another content: the items as they were written, the findings that they name with their interpretations as these are now, and
/// how often those have been seen.
package struct FillReport: Sendable {
    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let report: String
    package let values: [String: ItemValue]
    package let notExamined: [NotExamined]
    package let citations: [ReportCitation]
    /// Why findings are told without an interpretation, by their identifiers; kept for those that have none.
    package let uninterpreted: [String: UninterpretedReason]
    /// Asks the regions again also about what they were asked before.
    package let countsAnew: Bool

    package init(
        node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, report: String, values: [String: ItemValue],
        notExamined: [NotExamined] = [], citations: [ReportCitation] = [], uninterpreted: [String: UninterpretedReason] = [:],
        countsAnew: Bool = false
    ) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.report = report
        self.values = values
        self.notExamined = notExamined
        self.citations = citations
        self.uninterpreted = uninterpreted
        self.countsAnew = countsAnew
    }

    /// Throws `ReportError`, `ReportRefusal`, `AdministrativeRefusal`.
    package func run() async throws -> ReportHistory {
        let change = try ChangeReport(node: node, region: region, actor: actor, purpose: purpose, report: report)
        try await change.check(.prepareReport, process: "report fill")
        for (key, value) in values {
            guard case .text(let text) = value else { continue }
            try ReportText.check(text, key)
        }
        let subject = change.history.subject
        let known = try GatherFindings(
            partition: change.partition, caseName: subject.caseName, laboratory: subject.laboratory, person: change.history.person
        ).run()
        let before = change.history.latest?.content
        let count = CountNationally(node: node, actor: actor, purpose: purpose, patient: change.history.person)
        var findings: [ReportedFinding] = []
        for name in FillReport.named(values, by: change.template) {
            // One that the case has not got is told by the completeness check.
            guard let reported = known[name] else { continue }
            let earlier = countsAnew ? nil : before?.finding(name)
            var counts = earlier?.finding.content.smallVariant == reported.finding.content.smallVariant ? earlier?.counts : nil
            if counts == nil, let variant = reported.finding.content.smallVariant?.variant {
                counts = try await count.run(variant)
            }
            findings.append(
                ReportedFinding(finding: reported.finding, interpretation: reported.interpretation, counts: counts))
        }
        let bare = Set(findings.filter { $0.interpretation == nil }.map(\.finding.identifier))
        let content = ReportContent(
            values: values, findings: findings, notExamined: notExamined, citations: citations,
            uninterpreted: uninterpreted.filter { bare.contains($0.key) })
        return try change.take(ReportStep(.fill, by: actor, at: change.partition.now()), content: content)
    }

    /// Findings that the items name, each once, in the template's order.
    private static func named(_ values: [String: ItemValue], by template: ReportTemplate) -> [String] {
        var seen = Set<String>()
        return template.items.flatMap { item -> [String] in
            if case .findings(let names) = values[item.key] { names } else { [] }
        }.filter { seen.insert($0).inserted }
    }
}
