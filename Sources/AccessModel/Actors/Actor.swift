package import ClinicalModel

/// Who asks: a member of staff, a researcher, a patient or a system, with everything the law may ask about them.
package struct Actor: Hashable, Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case clinicalGeneticist = "clinical-geneticist"
        case molecularPathologist = "molecular-pathologist"
        case bioinformatician
        case laboratoryScientist = "laboratory-scientist"
        case physician
        case nurse
        case geneticCounsellor = "genetic-counsellor"
        case dataSteward = "data-steward"
        case logReviewer = "log-reviewer"
        case researcher
        case registerHolder = "register-holder"
        case statistician
        case accessBody = "access-body"
        case patient
        case system

        /// The roles that may see carriers when comparing with the own provider's other patients.
        package static let ofLaboratories: Set<Role> = [
            .clinicalGeneticist, .molecularPathologist, .bioinformatician, .laboratoryScientist,
        ]
    }

    /// Stable: an HSA identity, an ORCID, or the persona's name.
    package let identity: String
    package let name: String
    package let role: Role
    /// Nil for somebody who works in no region, such as a national authority.
    package let region: RegionCode?
    /// The care provider in the sense of the Patient Data Act: the controller that employs the actor.
    package let provider: OrganisationCode?
    package let careUnit: OrganisationCode?
    /// The purposes of the actor's commission; a question under another is refused.
    package let purposes: Set<Purpose>
    /// Registration numbers of the approved studies that name the actor.
    package let projects: Set<String>
    /// For a patient, their own pseudonym by region.
    package let selves: [RegionCode: Pseudonym]

    package init(
        identity: String, name: String, role: Role, region: RegionCode?, provider: OrganisationCode?,
        careUnit: OrganisationCode?, purposes: Set<Purpose>, projects: Set<String> = [], selves: [RegionCode: Pseudonym] = [:]
    ) {
        self.identity = identity
        self.name = name
        self.role = role
        self.region = region
        self.provider = provider
        self.careUnit = careUnit
        self.purposes = purposes
        self.projects = projects
        self.selves = selves
    }
}
