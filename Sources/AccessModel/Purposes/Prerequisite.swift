/// What has to be the case before a purpose is answered. The list is closed: a law file names these and no others, and each that is
/// missing is a refusal of its own.
package enum Prerequisite: String, Sendable, CaseIterable {
    /// The purpose belongs to the actor's commission.
    case commission
    /// A care relation to the patient is on record.
    case careRelation = "care-relation"
    /// The question is about one patient.
    case namedPatient = "named-patient"
    case ownProvider = "own-provider"
    /// The patient has agreed to access between care providers.
    case patientConsentToAccess = "patient-consent-to-access"
    case laboratoryRole = "laboratory-role"
    case specialisedCareRole = "specialised-care-role"
    /// The criteria were frozen before anything ran.
    case frozenCriteria = "frozen-criteria"
    case plannedStudy = "planned-study"
    /// A project with an ethics approval is named.
    case ethicsApproval = "ethics-approval"
    case approvalPeriod = "approval-period"
    case approvalRegion = "approval-region"
    case approvalDataKinds = "approval-data-kinds"
    /// The approval's project names the actor.
    case approvalPeople = "approval-people"
    /// The patient asked about has agreed to the study, where the approval says that they must.
    case studyConsent = "study-consent"
    /// The actor holds the register: it is the authority that is centrally responsible for its data (CPUA).
    case registerHolderIsCPUA = "register-holder-is-cpua"
    case accessBodyPermit = "access-body-permit"
    case permitPeriod = "permit-period"
    case permitDataKinds = "permit-data-kinds"
    /// The patient asks about themselves.
    case ownData = "own-data"

    /// What this one is a detail of: while that is missing, its own absence is not told besides.
    package var presupposes: Prerequisite? {
        switch self {
        case .approvalPeriod, .approvalRegion, .approvalDataKinds, .approvalPeople, .studyConsent: .ethicsApproval
        case .permitPeriod, .permitDataKinds: .accessBodyPermit
        default: nil
        }
    }
}
