/// The eleven kinds of yes and no that a person can say about their data (`C-08`), numbered as there.
///
/// What each is based on, from when it is in force, who may give and lift it, and which purposes it stops stand in the regime:
/// the law says that, not the code.
package enum ConsentKind: String, Sendable, CaseIterable {
    /// 1. Block inside the care provider (PDL 4 kap. 4 §).
    case blockInsideProvider = "block-inside-provider"
    /// 2. Block towards other care providers (lag 2022:913).
    case blockTowardsOthers = "block-towards-others"
    /// 3. Consent to access between care providers (lag 2022:913).
    case accessBetweenProviders = "access-between-providers"
    /// 4. Objection to a quality register (PDL 7 kap. 2 §).
    case qualityRegisterObjection = "quality-register-objection"
    /// 5. Consent to one approved study.
    case study
    /// 6. Biobank consent and its limits (lag 2023:38).
    case biobank
    /// 7. Consent to reaching relatives.
    case reachRelatives = "reach-relatives"
    /// 8. Objection to being contacted about studies.
    case studyContactObjection = "study-contact-objection"
    /// 9. Objection to a precision-medicine database (SOU 2023:76).
    case precisionDatabaseObjection = "precision-database-objection"
    /// 10. General consent to studies.
    case generalStudy = "general-study"
    /// 11. Objection to secondary use under the European Health Data Space (art. 71).
    case ehdsObjection = "ehds-objection"
}

extension ConsentKind {
    /// Whether saying it is saying no: a block or an objection. The others are consents.
    package var isObjection: Bool {
        switch self {
        case .blockInsideProvider, .blockTowardsOthers, .qualityRegisterObjection, .studyContactObjection,
            .precisionDatabaseObjection, .ehdsObjection:
            true
        case .accessBetweenProviders, .study, .biobank, .reachRelatives, .generalStudy: false
        }
    }
}
