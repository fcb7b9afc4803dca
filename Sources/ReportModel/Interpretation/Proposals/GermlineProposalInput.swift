/// Everything that a germline proposal may be computed from. What is not here is not guessed.
package struct GermlineProposalInput: Hashable, Sendable {
    /// Consequences for one transcript, MANE Select where there is one.
    package var consequences: [SequenceOntologyTerm] = []
    /// As the evidence text names it: `NM_007294.4`.
    package var transcript: String?
    package var populations: [PopulationObservation] = []
    package var thresholds: FrequencyThresholds = .general
    /// Variants that are common and not known to be harmless: BA1 must not be used for them (Ghosh et al. 2018 lists nine).
    package var isBA1Exception: Bool?
    package var nullFacts = NullVariantFacts()
    package var scores: ComputationalScores = .none
    /// Whether the base is highly conserved between species; nil where nobody has looked.
    package var isHighlyConserved: Bool?
    /// For an in-frame change: whether it lies in a repeat; nil where nobody knows.
    package var liesInRepeat: Bool?

    package init() {}
}
