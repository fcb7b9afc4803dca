package import AccessModel
package import ClinicalModel
internal import Records

/// Puts on record that an actor takes part in a person's care, from one day to another. Staff may read about the people in their care, and
/// about nobody else (PDL 4 kap. 1 §).
package struct BeginCare: Sendable {
    package let partition: Partition
    package let person: Pseudonym
    package let actor: Actor
    package let from: CivilDate
    /// Nil while it goes on.
    package let to: CivilDate?

    package init(partition: Partition, person: Pseudonym, actor: Actor, from: CivilDate, to: CivilDate?) {
        self.partition = partition
        self.person = person
        self.actor = actor
        self.from = from
        self.to = to
    }

    package func run() async throws {
        guard try partition.records.person(person) != nil else { throw PartitionError(.unknownPerson, place: "person") }
        try await partition.changing {
            try partition.records.addCareRelation(CareRelation(actor: actor.identity, person: person, from: from, to: to))
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .consent, process: "person care", purpose: .ownPatientCare,
                    patients: [person], detail: ["from": from.description, "to": to?.description ?? "open"]))
        }
    }
}
