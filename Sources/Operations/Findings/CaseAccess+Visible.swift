internal import AccessModel
internal import ClinicalModel
internal import Records

extension CaseAccess {
    /// Those of `people` who may be seen, for a list of what there is to open. It tells nothing of anybody and logs nothing; opening does both.
    /// Cost: one pass over statements, care relations and controllers, and one decision for each way in which people differ in these.
    func visible(among people: Set<Pseudonym>) throws -> Set<Pseudonym> { Set(try controllers(ofVisible: people).keys) }

    /// The same, each with whose records they are in.
    func controllers(ofVisible people: Set<Pseudonym>) throws -> [Pseudonym: OrganisationCode] {
        let records = partition.records
        let date = partition.now().date
        let controllers = try records.controllers()
        let inCare = Set(try records.peopleInCare(of: actor.identity, on: date))
        let statements = try records.peopleWithConsentEvents(kinds: Set(ConsentKind.allCases))
        var policies: [OrganisationCode: PolicyBook] = [:]
        var decided: [Standing: Bool] = [:]
        return try people.reduce(into: [:]) { visible, person in
            guard let controller = controllers[person] ?? partition.settings.defaultController else { return }
            let standing = Standing(
                controller: controller, isInCare: inCare.contains(person), said: statements[person] ?? [],
                isSelf: actor.selves[partition.layout.region] == person)
            let isVisible = try decided[standing] ?? decision(about: person, standing, &policies, date)
            decided[standing] = isVisible
            if isVisible { visible[person] = controller }
        }
    }

    private func decision(
        about person: Pseudonym, _ standing: Standing, _ policies: inout [OrganisationCode: PolicyBook], _ date: CivilDate
    ) throws -> Bool {
        let book = try policies[standing.controller] ?? partition.policies(of: standing.controller)
        policies[standing.controller] = book
        let decision = DecideAboutPerson(
            partition: partition, law: law, actor: actor, purpose: purpose, person: person, date: date
        ).decision(of: standing.controller, hasCareRelation: standing.isInCare, said: standing.said, policies: book)
        return decision.granularity == .record
    }

    /// Everything about a person that a decision asks for.
    private struct Standing: Hashable {
        let controller: OrganisationCode
        let isInCare: Bool
        let said: [ConsentEvent]
        let isSelf: Bool
    }
}
