package import AccessModel
package import KnowledgeModel
internal import Records

/// Lists every series with its versions.
package struct ListKnowledge: Sendable {
    package let desk: KnowledgeDesk
    package let actor: Actor
    package let purpose: Purpose

    package init(desk: KnowledgeDesk, actor: Actor, purpose: Purpose) {
        self.desk = desk
        self.actor = actor
        self.purpose = purpose
    }

    /// By name. Throws `AdministrativeRefusal`.
    package func run() throws -> [KnowledgeShelf] {
        try AdministrativeRights.check(.seeKnowledge, by: actor, for: purpose, in: actor.region)
        return try desk.database.shelves()
    }
}
