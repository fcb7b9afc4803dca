package import AccessModel
package import ClinicalModel
package import KnowledgeModel
internal import Records

/// Makes a version the one that findings are matched with, by somebody who has seen what it changes and which issued reports it touches.
package struct AdoptKnowledge: Sendable {
    package let desk: KnowledgeDesk
    package let actor: Actor
    package let purpose: Purpose

    package init(desk: KnowledgeDesk, actor: Actor, purpose: Purpose) {
        self.desk = desk
        self.actor = actor
        self.purpose = purpose
    }

    /// - Parameter seen: The digits of the difference that was looked at (`KnowledgeDifferenceView.digest`).
    ///
    /// Throws `AdministrativeRefusal`, `KnowledgeError.outdated` where the difference or the reports that it touches are others by now, and
    /// `KnowledgeStateError` where the version's state does not allow it.
    @discardableResult
    package func run(_ version: VersionIdentifier, seen: String, now: Timestamp) async throws -> DifferenceReceipt {
        try AdministrativeRights.check(.keepKnowledge, by: actor, for: purpose, in: actor.region)
        guard !seen.isEmpty else { throw KnowledgeError(.notSeen, place: version.description) }
        let state = try desk.database.shelf(of: version.series).state(of: version)
        // Before the difference: a version that is current is compared with another one.
        if state == .current { throw KnowledgeStateError(.notPossible, state: .current) }
        let view = try desk.difference(of: version)
        guard view.digest == seen else { throw KnowledgeError(.outdated, place: version.description) }
        let receipt = DifferenceReceipt(
            version: version, comparedWith: view.current?.identifier, counts: view.changes.counts,
            affectedReports: view.reports, reportsToReview: view.toReview, seenBy: actor.identity, seenAt: now)
        try desk.database.take(version.series, by: actor.identity, at: now) { try $0.confirm(receipt) }
        try desk.database.take(version.series, by: actor.identity, at: now) { try $0.makeCurrent(version) }
        for region in desk.citing { try await region.note(event(receipt, view.current, view.version, now)) }
        return receipt
    }

    /// Who made which version current in whose place. What a crash kept out of a ledger is written when the node starts
    /// (`LogKnowledgeInForce`).
    private func event(
        _ receipt: DifferenceReceipt, _ before: KnowledgeVersion?, _ version: KnowledgeVersion, _ now: Timestamp
    ) -> AuditEvent {
        AuditEvent(
            by: actor, at: now, .knowledge, process: "knowledge adopt", purpose: purpose,
            reference: KnowledgeDesk.reference(version.identifier, now),
            detail: [
                "from": before.map(KnowledgeDesk.name) ?? "nothing", "to": KnowledgeDesk.name(version),
                "reports": String(receipt.affectedReports), "to-review": String(receipt.reportsToReview),
            ])
    }

    /// Puts a staged version aside; its file stays. Throws as `run`.
    package func discard(_ version: VersionIdentifier, now: Timestamp) throws {
        try AdministrativeRights.check(.keepKnowledge, by: actor, for: purpose, in: actor.region)
        try desk.database.take(version.series, by: actor.identity, at: now) { try $0.discard(version) }
    }
}
