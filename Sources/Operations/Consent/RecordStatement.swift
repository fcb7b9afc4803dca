package import AccessModel
package import ClinicalModel
internal import Records

/// Writes down what somebody says yes or no to, where the actor may: patients speak about themselves, those who care for somebody about them,
/// and a steward writes down what comes by letter.
package struct RecordStatement: Sendable {
    package let partition: Partition
    package let law: LawBook
    package let actor: Actor
    package let purpose: Purpose
    package let person: Pseudonym
    package let kind: ConsentKind
    /// The study's registration number, for `.study`.
    package var study: String?
    package let isGiven: Bool
    /// The first day; today where it is nil.
    package var from: CivilDate?
    /// A patient speaks for nobody else, whatever is said here.
    package var giver = ConsentEvent.Giver.patient

    package init(
        partition: Partition, law: LawBook, actor: Actor, purpose: Purpose, person: Pseudonym, kind: ConsentKind, isGiven: Bool
    ) {
        self.partition = partition
        self.law = law
        self.actor = actor
        self.purpose = purpose
        self.person = person
        self.kind = kind
        self.isGiven = isGiven
    }

    /// Whether it has effect, and its first day. Throws `AdministrativeRefusal`, `PersonRefusal` and `ConsentRefusal`.
    package func run() async throws -> (effect: RecordConsent.Effect, from: CivilDate) {
        if let refusal = AdministrativeRights.refusal(
            of: .recordStatement, for: actor, purpose: purpose, in: partition.layout.region)
        {
            throw refusal
        }
        let today = partition.now().date
        switch actor.role {
        case .patient: guard actor.selves[partition.layout.region] == person else { throw PersonRefusal(.notOneself) }
        case .dataSteward: break
        default:
            guard try CareRelationCheck(partition: partition, actor: actor, patient: person).run(on: today) else {
                throw PersonRefusal(.noCareRelation)
            }
        }
        let first = from ?? today
        let effect = try await StateConsent(
            partition: partition, law: law, person: person, kind: kind, study: study, isGiven: isGiven, from: first,
            giver: actor.role == .patient ? .patient : giver, recorder: actor.identity
        ).run()
        return (effect, first)
    }
}
