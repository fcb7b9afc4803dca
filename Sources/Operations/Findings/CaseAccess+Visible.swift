internal import AccessModel
internal import ClinicalModel
internal import Records

extension CaseAccess {
    /// Those of `people` who may be seen, for a list of what there is to open. It tells nothing of anybody and logs nothing; opening does both.
    /// Cost: one pass over statements, care relations and controllers, and one decision for each way in which people differ in these.
    func visible(among people: Set<Pseudonym>) throws -> Set<Pseudonym> {
        let records = partition.records
        let date = partition.now().date
        let controllers = try records.controllers()
        let inCare = Set(try records.peopleInCare(of: actor.identity, on: date))
        let statements = try records.peopleWithConsentEvents(kinds: Set(ConsentKind.allCases))
        var policies: [OrganisationCode: PolicyBook] = [:]
        var decided: [Standing: Bool] = [:]
        return try people.filter { person in
            guard let controller = controllers[person] ?? partition.settings.defaultController else { return false }
            let standing = Standing(
                controller: controller, isInCare: inCare.contains(person), said: statements[person] ?? [],
                isSelf: actor.selves[partition.layout.region] == person)
            if let known = decided[standing] { return known }
            let book = try policies[controller] ?? partition.policies(of: controller)
            policies[controller] = book
            let decision = DecideAboutPerson(
                partition: partition, law: law, actor: actor, purpose: purpose, person: person, date: date
            ).decision(of: controller, hasCareRelation: standing.isInCare, said: standing.said, policies: book)
            decided[standing] = decision.granularity == .record
            return decision.granularity == .record
        }
    }

    /// Everything about a person that a decision asks for.
    private struct Standing: Hashable {
        let controller: OrganisationCode
        let isInCare: Bool
        let said: [ConsentEvent]
        let isSelf: Bool
    }
}
