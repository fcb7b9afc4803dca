package import AccessModel
package import ClinicalModel
package import KnowledgeModel
internal import Records
package import ReportModel
internal import StructuredText

/// Makes what somebody has picked of the knowledge in force the citations of a draft: each with what it says now, and of which release.
package struct CiteEvidence: Sendable {
    /// An item, and the finding that it is cited for.
    package struct Pick: Hashable, Sendable {
        /// `civic:EID1409`
        package let item: String
        /// `Finding.identifier`
        package let finding: String

        package init(item: String, finding: String) {
            self.item = item
            self.finding = finding
        }
    }

    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let report: String
    package let picks: [Pick]

    package init(
        node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, report: String, picks: [Pick]
    ) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.report = report
        self.picks = picks
    }

    /// All of what the draft cites afterwards. What was cited before and is not in force any more stays as it was cited. Throws `ReportError`
    /// for an item or a finding that is not there, `ReportRefusal`, `AdministrativeRefusal`.
    package func run() async throws -> ReportHistory {
        let change = try ChangeReport(node: node, region: region, actor: actor, purpose: purpose, report: report)
        try await change.check(.prepareReport, process: "report cite")
        var content = change.history.latest?.content ?? ReportContent()
        // A report names each item once.
        var seen = Set<String>()
        content.citations = try picks.filter { seen.insert($0.item).inserted }.map { try citation($0, before: content) }
        return try change.take(ReportStep(.fill, by: actor, at: change.partition.now()), content: content)
    }

    private func citation(_ pick: Pick, before: ReportContent) throws -> ReportCitation {
        guard before.finding(pick.finding) != nil else { throw ReportError(.unknownValue, place: "finding") }
        guard let identity = ItemIdentity(pick.item) else { throw ReportError(.unknownValue, place: "item") }
        guard let (item, version) = try node.knowledge?.current(identity) else {
            guard let earlier = before.citations.first(where: { $0.identity == identity }) else {
                throw ReportError(.unknownValue, place: "item")
            }
            return earlier
        }
        let said = item.statement
        return ReportCitation(
            finding: pick.finding, source: identity.source.rawValue, item: identity.key, direction: said.direction,
            scope: said.scope,
            strengths: said.strengths.map { ReportCitation.Strength(scale: $0.scale, value: $0.value) },
            release: version.release)
    }
}

extension ReportCitation {
    /// Nil for a source that is none of the platform's.
    package var identity: ItemIdentity? { KnowledgeSource(rawValue: source).map { ItemIdentity($0, item) } }
}
