package import AccessModel
internal import ClinicalModel
package import KnowledgeModel
package import Records
internal import StructuredText

/// What a version would change, compared with the one that is current now, and which issued reports that touches.
package struct KnowledgeDifferenceView: Sendable {
    package let version: KnowledgeVersion
    package let state: KnowledgeState
    /// Nil where no version is current.
    package let current: KnowledgeVersion?
    package let changes: KnowledgeChanges
    /// By region; of the regions whose reports the node holds.
    package let affected: [AffectedRegion]

    package var reports: Int { affected.reduce(0) { $0 + $1.reports.count } }
    package var toReview: Int { affected.reduce(0) { $0 + $1.toReview } }

    /// What whoever adopts the version confirms that they have seen: other digits where anything of it is another.
    package var digest: String {
        let reports = affected.flatMap { region in
            region.reports.map { report in
                JSONValue(
                    [region.region.description, report.report]
                        + report.touched.flatMap { [$0.item.description, $0.effect.rawValue] })
            }
        }
        let text = JSONValue([
            JSONValue(.string(version.identifier.series.description)), JSONValue(.string(version.digest)),
            JSONValue(current?.digest), JSONValue(reports),
        ]).canonicalText
        return String(ContentDigest.of(text).prefix(16))
    }
}

package struct ShowKnowledgeDifference: Sendable {
    package let desk: KnowledgeDesk
    package let actor: Actor
    package let purpose: Purpose

    package init(desk: KnowledgeDesk, actor: Actor, purpose: Purpose) {
        self.desk = desk
        self.actor = actor
        self.purpose = purpose
    }

    /// Throws `AdministrativeRefusal`, and `KnowledgeError` where there is no such version.
    package func run(_ version: VersionIdentifier) throws -> KnowledgeDifferenceView {
        try AdministrativeRights.check(.seeKnowledge, by: actor, for: purpose, in: actor.region)
        return try desk.difference(of: version)
    }
}

extension KnowledgeDesk {
    func difference(of version: VersionIdentifier) throws -> KnowledgeDifferenceView {
        let shelf = try database.shelf(of: version.series)
        guard let entry = shelf.entries.first(where: { $0.version.identifier == version }) else {
            throw KnowledgeError(.unknownVersion, place: version.description)
        }
        // A version that is current is compared with the one that it took the place of.
        let other = entry.state == .current ? try before(version) : shelf.current?.identifier
        let changes = try changes(from: other, to: version)
        let touched = try citing.map { region in
            AffectedRegion(region: region.region, reports: try affected(by: changes, in: region, to: version))
        }
        return KnowledgeDifferenceView(
            version: entry.version, state: entry.state,
            current: shelf.entries.first { $0.version.identifier == other }?.version, changes: changes, affected: touched)
    }

    /// The version that was current before this one became so; nil where none was.
    private func before(_ version: VersionIdentifier) throws -> VersionIdentifier? {
        let current = try database.steps(of: version.series).filter { $0.kind == .madeCurrent }.map(\.version)
        guard let last = current.lastIndex(of: version), last > 0 else { return nil }
        return current[last - 1]
    }

    /// Cost: one look-up for each item that is cited, not for each that changed.
    private func affected(
        by changes: KnowledgeChanges, in region: CitingRegion, to version: VersionIdentifier
    ) throws -> [AffectedReport] {
        let citations = try region.citations(version.series.source)
        guard !citations.isEmpty else { return [] }
        let support = ReportSupport(citations)
        let new = try items(of: version)
        var tally = SupportTally()
        for identity in Set(citations.map(\.item)) {
            guard let change = try changes.change(of: identity) else { continue }
            switch change.kind {
            case .gone:
                let item = StoredItem(identity: identity, fieldsText: "[]", statementText: "[]")
                support.note(ItemChange.gone(item), in: &tally)
            case .added, .changed:
                guard let now = try new.item(identity) else { continue }
                support.note(
                    change.kind == .added ? .added(now) : .changed(from: now, to: now, change.fields), in: &tally)
            }
        }
        return tally.affected
    }
}
