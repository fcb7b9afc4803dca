package import AccessModel
package import KnowledgeModel
internal import Records

/// One item through the versions of its series: what each said of it.
package struct ShowKnowledgeItem: Sendable {
    package struct Appearance: Sendable {
        package let version: KnowledgeVersion
        package let state: KnowledgeState
        /// Nil where the version does not have it.
        package let item: StoredItem?
    }

    package let desk: KnowledgeDesk
    package let actor: Actor
    package let purpose: Purpose

    package init(desk: KnowledgeDesk, actor: Actor, purpose: Purpose) {
        self.desk = desk
        self.actor = actor
        self.purpose = purpose
    }

    /// In the order in which the versions were imported. Throws `AdministrativeRefusal`, and `KnowledgeError.unknownItem` where no version has it.
    package func run(_ identity: ItemIdentity, of series: KnowledgeSeries) throws -> [Appearance] {
        try AdministrativeRights.check(.seeKnowledge, by: actor, for: purpose, in: actor.region)
        let appearances = try desk.database.shelf(of: series).entries.map { entry in
            Appearance(
                version: entry.version, state: entry.state,
                item: try desk.items(of: entry.version.identifier).item(identity))
        }
        guard appearances.contains(where: { $0.item != nil }) else {
            throw KnowledgeError(.unknownItem, place: identity.description)
        }
        return appearances
    }
}
