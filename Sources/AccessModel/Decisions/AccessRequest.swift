package import ClinicalModel

/// A question to one controller's data, with every fact that the law may ask about. A fact that is not known is left out, and then
/// counts against the asker.
package struct AccessRequest: Hashable, Sendable {
    package var actor: Actor
    package var purpose: Purpose
    /// The day of the question, which chooses regime and policy version.
    package var date: CivilDate
    package var question: QuestionSummary
    /// Whose data is asked for.
    package var region: RegionCode
    package var controller: OrganisationCode
    package var project: Project?
    package var register: QualityRegister?
    package var permit: AccessPermit?
    /// Whether a care relation between the actor and the patient in question is on record.
    package var hasCareRelation: Bool
    /// What the person asked about has said; `.silent` for a question about many, where each person's is applied to the rows.
    package var consents: ConsentState

    package init(
        actor: Actor, purpose: Purpose, date: CivilDate, question: QuestionSummary, region: RegionCode,
        controller: OrganisationCode, project: Project? = nil, register: QualityRegister? = nil, permit: AccessPermit? = nil,
        hasCareRelation: Bool = false, consents: ConsentState = .silent
    ) {
        self.actor = actor
        self.purpose = purpose
        self.date = date
        self.question = question
        self.region = region
        self.controller = controller
        self.project = project
        self.register = register
        self.permit = permit
        self.hasCareRelation = hasCareRelation
        self.consents = consents
    }

    /// Where the asker stands towards the data.
    package var recipient: Recipient { .of(actor, region: region, controller: controller) }
}
