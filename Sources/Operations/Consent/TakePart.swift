package import AccessModel
package import ClinicalModel

/// Begins a care relation on the actor's own word, where the role and the region allow it: a deliberate act that the person can read about.
package struct TakePart: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose
    package let person: Pseudonym
    /// The first day; today where it is nil.
    package let from: CivilDate?
    /// The last day; nil while it goes on.
    package let to: CivilDate?

    package init(
        partition: Partition, actor: Actor, purpose: Purpose, person: Pseudonym, from: CivilDate?, to: CivilDate?
    ) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.person = person
        self.from = from
        self.to = to
    }

    /// The first day. Throws `AdministrativeRefusal`, `PersonRefusal.periodBackwards` and `PartitionError.unknownPerson`.
    @discardableResult
    package func run() async throws -> CivilDate {
        if let refusal = AdministrativeRights.refusal(
            of: .beginCare, for: actor, purpose: purpose, in: partition.layout.region)
        {
            throw refusal
        }
        let first = from ?? partition.now().date
        guard to.map({ $0 >= first }) != false else { throw PersonRefusal(.periodBackwards) }
        try await BeginCare(partition: partition, person: person, actor: actor, from: first, to: to).run()
        return first
    }
}
