package import ClinicalModel

/// That an actor takes part in a person's care, from the first day to the last.
package struct CareRelation: Hashable, Sendable {
    /// `Actor.identity`.
    package let actor: String
    package let person: Pseudonym
    package let from: CivilDate
    /// Nil while it goes on.
    package let to: CivilDate?

    package init(actor: String, person: Pseudonym, from: CivilDate, to: CivilDate?) {
        self.actor = actor
        self.person = person
        self.from = from
        self.to = to
    }
}
