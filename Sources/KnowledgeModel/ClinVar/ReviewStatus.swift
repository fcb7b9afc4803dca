/// How well a classification was reviewed, in ClinVar's own table (<https://www.ncbi.nlm.nih.gov/clinvar/docs/review_status/>).
package enum ReviewStatus: String, Sendable, CaseIterable {
    case practiceGuideline = "practice_guideline"
    case expertPanel = "reviewed_by_expert_panel"
    case multipleSubmitters = "criteria_provided,_multiple_submitters,_no_conflicts"
    /// Of somatic clinical impact, where submitters can differ without conflict.
    case multipleSubmittersAsSuch = "criteria_provided,_multiple_submitters"
    case conflicting = "criteria_provided,_conflicting_classifications"
    case singleSubmitter = "criteria_provided,_single_submitter"
    case noCriteria = "no_assertion_criteria_provided"
    case noClassification = "no_classification_provided"
    case notForTheSingleVariant = "no_classification_for_the_single_variant"
    case onlyFlagged = "no_classifications_from_unflagged_records"

    /// By ClinVar's words with underscores; the words before 2024 are taken too.
    package init?(words: String) {
        if let status = ReviewStatus(rawValue: ReviewStatus.formerWords[words] ?? words) { self = status } else { return nil }
    }

    /// ClinVar's gold stars, 0–4.
    package var stars: Int {
        switch self {
        case .practiceGuideline: 4
        case .expertPanel: 3
        case .multipleSubmitters, .multipleSubmittersAsSuch: 2
        case .conflicting, .singleSubmitter: 1
        case .noCriteria, .noClassification, .notForTheSingleVariant, .onlyFlagged: 0
        }
    }

    private static let formerWords = [
        "criteria_provided,_conflicting_interpretations": "criteria_provided,_conflicting_classifications",
        "no_assertion_provided": "no_classification_provided",
        "no_assertion_for_the_individual_variant": "no_classification_for_the_single_variant",
        "no_interpretation_for_the_single_variant": "no_classification_for_the_single_variant",
    ]
}
