internal import AccessModel
internal import StructuredText

extension Prerequisite {
    /// In a list of what is required.
    var title: LocalizedText {
        switch self {
        case .commission: LocalizedText(sv: "uppdrag", en: "commission")
        case .careRelation: LocalizedText(sv: "vårdrelation", en: "care relation")
        case .namedPatient: LocalizedText(sv: "en viss patient", en: "one patient")
        case .ownProvider: LocalizedText(sv: "egen vårdgivare", en: "own care provider")
        case .patientConsentToAccess: LocalizedText(sv: "patientens samtycke", en: "the patient's consent")
        case .laboratoryRole: LocalizedText(sv: "laboratorieroll", en: "laboratory role")
        case .specialisedCareRole: LocalizedText(sv: "roll i specialiserad vård", en: "role in specialised care")
        case .frozenCriteria: LocalizedText(sv: "låsta kriterier", en: "frozen criteria")
        case .plannedStudy: LocalizedText(sv: "planerad studie", en: "planned study")
        case .ethicsApproval: LocalizedText(sv: "etikgodkännande", en: "ethics approval")
        case .approvalPeriod: LocalizedText(sv: "godkännandets tid", en: "the approval's period")
        case .approvalRegion: LocalizedText(sv: "godkännandets regioner", en: "the approval's regions")
        case .approvalDataKinds: LocalizedText(sv: "godkännandets uppgifter", en: "the approval's data")
        case .approvalPeople: LocalizedText(sv: "godkännandets personer", en: "the approval's people")
        case .studyConsent: LocalizedText(sv: "samtycke till studien", en: "consent to the study")
        case .registerHolderIsCPUA:
            LocalizedText(sv: "centralt personuppgiftsansvar", en: "central responsibility for the register")
        case .accessBodyPermit: LocalizedText(sv: "tillstånd", en: "permit")
        case .permitPeriod: LocalizedText(sv: "tillståndets tid", en: "the permit's period")
        case .permitDataKinds: LocalizedText(sv: "tillståndets uppgifter", en: "the permit's data")
        case .ownData: LocalizedText(sv: "egna uppgifter", en: "own data")
        }
    }
}
