/// Why somebody asks. Every question names one, and the law says for each who decides and how much may be answered.
package enum Purpose: String, Sendable, CaseIterable {
    /// Care of the patient in the own region.
    case ownPatientCare = "own-patient-care"
    /// Care of the patient, on another region's records, under shared documentation (lag 2022:913).
    case sharedDocumentation = "shared-documentation"
    /// Care of another patient: patients A, B and C for the care of D (SOU 2023:76). Proposed.
    case anotherPatientsCare = "another-patients-care"
    /// Comparison with the own provider's other patients, by laboratory roles.
    case ownProviderComparison = "own-provider-comparison"
    /// A figure before planned clinical research (PDL 5 kap. 7 §).
    case feasibility
    /// Research with ethics approval.
    case research
    case qualityRegister = "quality-register"
    case qualityFollowUp = "quality-follow-up"
    case statistics
    /// Secondary use under the European Health Data Space: the access body decides.
    case ehdsSecondaryUse = "ehds-secondary-use"
    /// The patient's own access.
    case ownAccess = "own-access"
    /// The running of the laboratory: intake, quality, re-analysis.
    case laboratoryOperation = "laboratory-operation"
    /// How a laboratory classifies a variant, told to other laboratories without persons.
    case classificationSharing = "classification-sharing"
}
