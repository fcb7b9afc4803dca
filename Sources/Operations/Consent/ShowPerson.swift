package import AccessModel
package import ClinicalModel
internal import Records
internal import StructuredText

/// Shows what a partition holds about one person, where the law lets the actor see it; the person can see that it was done.
package struct ShowPerson: Sendable {
    package enum View: Sendable {
        /// With every reason, and whether a care relation is on record.
        case refused(Decision, hasCareRelation: Bool)
        case shown(PersonRecord)
    }

    package let partition: Partition
    package let law: LawBook
    package let actor: Actor
    package let purpose: Purpose
    package let person: Pseudonym

    package init(partition: Partition, law: LawBook, actor: Actor, purpose: Purpose, person: Pseudonym) {
        self.partition = partition
        self.law = law
        self.actor = actor
        self.purpose = purpose
        self.person = person
    }

    package func run() async throws -> View {
        let records = partition.records
        guard try records.person(person) != nil else { throw PartitionError(.unknownPerson, place: "person") }
        let today = partition.now().date
        guard let controller = try records.callSets(of: person).first?.record.controller ?? partition.settings.defaultController
        else { throw PartitionError(.unknownPerson, place: "person") }
        let decide = DecideAboutPerson(
            partition: partition, law: law, actor: actor, purpose: purpose, person: person, date: today)
        let decision = try decide(controller)
        let hasCareRelation = try decide.hasCareRelation
        let isShown = decision.granularity == .record
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .recordRead, process: "person show", purpose: purpose,
                basis: decision.basisText(.sv), decision: decision.granularity, patients: [person], returned: isShown ? 1 : 0,
                lacksCareRelation: !hasCareRelation,
                // Why nobody was shown anything, for the person to read.
                detail: isShown ? [:] : ["against": decision.againstText]))
        guard isShown else { return .refused(decision, hasCareRelation: hasCareRelation) }
        return .shown(
            try PersonRecord(
                person, in: partition, extent: PersonRecord.Extent(purpose), under: law.regime(on: today), on: today))
    }
}
