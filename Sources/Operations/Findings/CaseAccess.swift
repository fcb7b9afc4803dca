package import AccessModel
package import ClinicalModel
internal import Records
internal import StructuredText

/// Whom of a case an actor may see, by law, policy, care relation and what each person has said. Each person is decided about by
/// themselves, since a family's members may have said different things.
package struct CaseAccess: Sendable {
    package let partition: Partition
    package let law: LawBook
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, law: LawBook, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.law = law
        self.actor = actor
        self.purpose = purpose
    }

    /// The people of `people` who may be seen, in their order, and the first decision against where somebody may not be. That it was looked
    /// is in the ledger, with everybody whom it was about.
    package func open(
        _ people: [Pseudonym], process: String, reference: String
    ) async throws -> (seen: [Pseudonym], refusal: Decision?) {
        var seen: [Pseudonym] = []
        var refusals: [(person: Pseudonym, decision: Decision)] = []
        var basis: Decision?
        var lacksCareRelation = false
        for person in people {
            let decide = DecideAboutPerson(
                partition: partition, law: law, actor: actor, purpose: purpose, person: person, date: partition.now().date)
            let decision = try decide(try controller(of: person))
            if decision.granularity == .record {
                seen.append(person)
                basis = basis ?? decision
                if try !decide.hasCareRelation { lacksCareRelation = true }
            } else {
                refusals.append((person, decision))
            }
        }
        if let basis {
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .recordRead, process: process, purpose: purpose,
                    basis: basis.basisText(.sv), decision: basis.granularity, patients: seen, returned: seen.count,
                    reference: reference, lacksCareRelation: lacksCareRelation))
        }
        for (person, decision) in refusals {
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .recordRead, process: process, purpose: purpose,
                    basis: decision.basisText(.sv), decision: decision.granularity, patients: [person], returned: 0,
                    reference: reference, detail: ["against": decision.againstText]))
        }
        return (seen, refusals.first?.decision)
    }

    /// Throws `FindingRefusal` where one of the people may not be seen: what is done about a finding needs all of it.
    func require(_ people: [Pseudonym], process: String, reference: String) async throws {
        if let decision = try await open(people, process: process, reference: reference).refusal {
            throw FindingRefusal(.refused(decision.weightiestReason))
        }
    }

    func controller(of person: Pseudonym) throws -> OrganisationCode {
        guard
            let controller = try partition.records.callSets(of: person).first?.record.controller
                ?? partition.settings.defaultController
        else { throw PartitionError(.unknownPerson, place: "person") }
        return controller
    }
}
