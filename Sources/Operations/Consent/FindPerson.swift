package import AccessModel
package import ClinicalModel
internal import Records

/// Goes from what somebody wrote, an identity number or a pseudonym, to a person whom the region knows. That it was done is in the ledger, with
/// the person where one was found; the number is in nothing that is kept.
package struct FindPerson: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose
    package let text: String

    package init(partition: Partition, actor: Actor, purpose: Purpose, text: String) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.text = text
    }

    /// Throws `AdministrativeRefusal`, `PersonRefusal.notWritten` and `PersonRefusal.unknown`.
    package func run() async throws -> Pseudonym {
        if let refusal = AdministrativeRights.refusal(
            of: .findPerson, for: actor, purpose: purpose, in: partition.layout.region)
        {
            throw refusal
        }
        let person = try pseudonym
        let isKnown = try partition.records.person(person) != nil
        let hasCareRelation = try partition.records.hasCareRelation(actor.identity, with: person, on: partition.now().date)
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .recordRead, process: "person find", purpose: purpose,
                patients: isKnown ? [person] : [], returned: isKnown ? 1 : 0, lacksCareRelation: isKnown && !hasCareRelation))
        guard isKnown else { throw PersonRefusal(.unknown) }
        return person
    }

    private var pseudonym: Pseudonym {
        get throws {
            let written = text.filter { !$0.isWhitespace }
            if let pseudonym = Pseudonym(written.lowercased()) { return pseudonym }
            do {
                let number = try IdentityNumber.parse(
                    written, reserveFormats: partition.settings.reserveNumberFormats, today: partition.now().date)
                return try partition.identity.pseudonym(of: number)
            } catch let error as IdentityNumberError {
                throw PersonRefusal(.notWritten(error))
            }
        }
    }
}
