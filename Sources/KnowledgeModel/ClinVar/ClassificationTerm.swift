/// A word of an aggregate classification (<https://www.ncbi.nlm.nih.gov/clinvar/docs/clinsig/>), as ClinVar's VCF spells it.
package enum ClassificationTerm: String, Sendable, CaseIterable {
    case pathogenic = "Pathogenic"
    case likelyPathogenic = "Likely_pathogenic"
    case pathogenicLowPenetrance = "Pathogenic,_low_penetrance"
    case likelyPathogenicLowPenetrance = "Likely_pathogenic,_low_penetrance"
    case uncertain = "Uncertain_significance"
    case likelyBenign = "Likely_benign"
    case benign = "Benign"
    case establishedRisk = "Established_risk_allele"
    case likelyRisk = "Likely_risk_allele"
    case uncertainRisk = "Uncertain_risk_allele"
    case conflicting = "Conflicting_classifications_of_pathogenicity"
    case drugResponse = "drug_response"
    case association
    case associationNotFound = "association_not_found"
    case riskFactor = "risk_factor"
    case protective
    case affects = "Affects"
    case confersSensitivity = "confers_sensitivity"
    case other
    case notProvided = "not_provided"
    case noneForTheSingleVariant = "no_classification_for_the_single_variant"
    case noneFromUnflagged = "no_classifications_from_unflagged_records"
    // Of oncogenicity.
    case oncogenic = "Oncogenic"
    case likelyOncogenic = "Likely_oncogenic"
    case conflictingOncogenicity = "Conflicting_classifications_of_oncogenicity"

    /// By the VCF's word; the words before 2024 are taken too.
    package init?(word: String) {
        let current = word == "Conflicting_interpretations_of_pathogenicity" ? ClassificationTerm.conflicting.rawValue : word
        guard let term = ClassificationTerm(rawValue: current) else { return nil }
        self = term
    }

    /// The side of the boundaries that a report depends on.
    package var side: ClassificationSide {
        switch self {
        case .pathogenic, .likelyPathogenic, .pathogenicLowPenetrance, .likelyPathogenicLowPenetrance, .oncogenic,
            .likelyOncogenic:
            .pathogenic
        case .uncertain: .uncertain
        case .likelyBenign, .benign: .benign
        case .conflicting, .conflictingOncogenicity: .conflicting
        case .establishedRisk, .likelyRisk, .uncertainRisk, .drugResponse, .association, .associationNotFound, .riskFactor,
            .protective, .affects, .confersSensitivity, .other, .notProvided, .noneForTheSingleVariant, .noneFromUnflagged:
            .unsaid
        }
    }

    /// How certain the word is of its side: 2 without, 1 with "likely" or a low penetrance, 0 for what takes no side.
    package var certainty: Int {
        switch self {
        case .pathogenic, .benign, .oncogenic: 2
        case .likelyPathogenic, .likelyBenign, .likelyOncogenic, .pathogenicLowPenetrance, .likelyPathogenicLowPenetrance: 1
        default: 0
        }
    }
}

/// Which side of the boundaries between pathogenic, uncertain and benign a classification lies on.
package enum ClassificationSide: String, Sendable, CaseIterable {
    case pathogenic, uncertain, benign, conflicting
    /// It says nothing of pathogenicity.
    case unsaid
}
