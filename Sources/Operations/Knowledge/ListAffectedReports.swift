package import AccessModel
package import KnowledgeModel
internal import Records

/// Lists the issued reports of the actor's own region that a version touches, compared with the one that is current.
package struct ListAffectedReports: Sendable {
    package let desk: KnowledgeDesk
    package let actor: Actor
    package let purpose: Purpose

    package init(desk: KnowledgeDesk, actor: Actor, purpose: Purpose) {
        self.desk = desk
        self.actor = actor
        self.purpose = purpose
    }

    /// The gravest first. Throws `AdministrativeRefusal`, and `KnowledgeError` where there is no such version.
    package func run(_ version: VersionIdentifier) throws -> [AffectedReport] {
        try AdministrativeRights.check(.seeKnowledge, by: actor, for: purpose, in: actor.region)
        return try desk.difference(of: version).affected.first { $0.region == actor.region }?.reports ?? []
    }
}
