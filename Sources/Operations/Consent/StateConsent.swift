package import AccessModel
package import ClinicalModel
internal import Records
internal import StructuredText

/// Records what a person, or somebody for them, says yes or no to. It takes effect with the next question.
package struct StateConsent: Sendable {
    package let partition: Partition
    package let law: LawBook
    package let person: Pseudonym
    package let kind: ConsentKind
    /// The study's registration number, for `.study`.
    package let study: String?
    package let isGiven: Bool
    package let from: CivilDate
    package let giver: ConsentEvent.Giver
    /// Who writes it down.
    package let recorder: String

    package init(
        partition: Partition, law: LawBook, person: Pseudonym, kind: ConsentKind, study: String?, isGiven: Bool, from: CivilDate,
        giver: ConsentEvent.Giver, recorder: String
    ) {
        self.partition = partition
        self.law = law
        self.person = person
        self.kind = kind
        self.study = study
        self.isGiven = isGiven
        self.from = from
        self.giver = giver
        self.recorder = recorder
    }

    /// Whether it has effect, and from when. Throws `ConsentRefusal` where the law does not let this giver say this.
    package func run() async throws -> RecordConsent.Effect {
        guard let known = try partition.records.person(person) else { throw PartitionError(.unknownPerson, place: "person") }
        let regime = law.regime(on: from)
        let effect = try RecordConsent.check(
            kind, study: study, isGiven: isGiven, giver: giver, birth: known.birth, on: from, under: regime)
        let now = partition.now()
        try await partition.changing {
            try partition.records.addConsentEvent(
                ConsentEvent(kind: kind, study: study, isGiven: isGiven, from: from, giver: giver, recorded: now), of: person)
            _ = try await partition.ledger.append(
                AuditEvent(
                    time: now, act: .consent, actor: recorder, role: giver.rawValue, process: "person consent",
                    purpose: .ownAccess, basis: regime.consents[kind].map { "\($0.basis.text.sv) (\($0.basis.reference))" },
                    patients: [person], reference: nil,
                    detail: ["kind": kind.rawValue, "answer": isGiven ? "yes" : "no", "from": from.description]))
        }
        return effect
    }
}
