internal import AccessModel
internal import ClinicalModel
internal import Records

/// Decides what an actor may have of one person's records. It reads what the region knows of care relation, statements and policy, and
/// computes nothing.
struct DecideAboutPerson {
    let partition: Partition
    let law: LawBook
    let actor: Actor
    let purpose: Purpose
    let person: Pseudonym
    let date: CivilDate
    var dataKinds: Set<DataKind> = [.clinical, .genomic]
    var project: Project?
    var register: QualityRegister?
    var permit: AccessPermit?
    /// The actor's own region vouches for the care relation. It counts for actors of other regions only: about its own staff this region
    /// knows better.
    var isVouchedFor = false

    var hasCareRelation: Bool {
        get throws {
            if isVouchedFor, actor.region != partition.layout.region { return true }
            return try partition.records.hasCareRelation(actor.identity, with: person, on: date)
        }
    }

    /// The decision of one controller about its own records.
    func callAsFunction(_ controller: OrganisationCode) throws -> Decision {
        try decision(
            of: controller, hasCareRelation: hasCareRelation, said: partition.records.consentEvents(of: person),
            policies: partition.policies(of: controller))
    }

    /// The same, where what the region knows has been read already.
    func decision(
        of controller: OrganisationCode, hasCareRelation: Bool, said: [ConsentEvent], policies: PolicyBook
    ) -> Decision {
        let consents = ConsentState(said, under: law.regime(on: date), on: date)
        let request = AccessRequest(
            actor: actor, purpose: purpose, date: date,
            question: QuestionSummary(asked: .record, patient: person, dataKinds: dataKinds),
            region: partition.layout.region, controller: controller, project: project, register: register, permit: permit,
            hasCareRelation: hasCareRelation, consents: consents)
        return DecideAccess(law: law, policies: policies)(request)
    }
}
