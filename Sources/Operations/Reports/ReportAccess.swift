internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// Whether an actor may do something with a report about a person: their role and commission, then law, policy and the person's own word. What
/// was done, or refused, stands in the ledger before this returns.
struct ReportAccess {
    let partition: Partition
    let law: LawBook
    let actor: Actor
    let purpose: Purpose
    let act: AdministrativeAct

    /// Throws `AdministrativeRefusal`, and `ReportError.notShown` with the reasons. `reference` is the report's identifier, or the case's name.
    func check(_ person: Pseudonym, process: String, reference: String, changes: Bool) async throws {
        try AdministrativeRights.check(act, by: actor, for: purpose, in: partition.layout.region)
        let records = partition.records
        let today = partition.now().date
        guard try records.person(person) != nil,
            let controller = try records.callSets(of: person).first?.record.controller ?? partition.settings.defaultController
        else { throw ReportError(.unknown, place: "report") }
        let decide = DecideAboutPerson(
            partition: partition, law: law, actor: actor, purpose: purpose, person: person, date: today)
        let decision = try decide(controller)
        let isAllowed = try decision.granularity == .record && isShown(person, to: controller)
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), changes && isAllowed ? .report : .recordRead, process: process, purpose: purpose,
                basis: decision.basisText(.sv), decision: isAllowed ? .record : .refused, patients: [person],
                returned: isAllowed ? 1 : 0, reference: reference, lacksCareRelation: try !decide.hasCareRelation,
                detail: isAllowed ? [:] : ["against": decision.againstText]))
        guard isAllowed else {
            throw ReportError(.notShown(reasons: decision.reasonsAgainst.map(\.text)), place: "report")
        }
    }

    /// Data that is not to be shown any more is shown to its own unit alone, and to the person.
    func isShown(_ person: Pseudonym, to controller: OrganisationCode) throws -> Bool {
        guard try partition.records.hasStoppedShowing(person) else { return true }
        return actor.provider == controller || actor.selves[partition.layout.region] == person
    }
}
