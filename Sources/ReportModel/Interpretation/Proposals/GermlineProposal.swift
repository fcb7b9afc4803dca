package import StructuredText

/// The criteria that data alone support, marked as proposed, and for each other criterion why it is left to humans.
package struct GermlineProposal: Hashable, Sendable {
    package enum Left: String, Sendable, CaseIterable {
        /// Needs a patient, a family, a literature or a laboratory: never computed here.
        case needsHuman = "needs-human"
        /// Could be computed if the data were there.
        case dataMissing = "data-missing"
        /// The data are there, and do not support it.
        case notSupported = "not-supported"

        package var text: LocalizedText {
            switch self {
            case .needsHuman: LocalizedText(sv: "bedöms av människa", en: "assessed by people")
            case .dataMissing: LocalizedText(sv: "uppgifter saknas", en: "data are missing")
            case .notSupported: LocalizedText(sv: "stöds inte av uppgifterna", en: "not supported by the data")
            }
        }
    }

    package static let rules = RuleSet(name: "samsyn-germline", version: "1")

    package let criteria: [AppliedCriterion]
    package let left: [ACMGCriterion: Left]
    /// What PVS1 came to, for whoever has to decide it.
    package let nullVariant: PVS1Decision

    /// In the order of the criteria; the same input always gives the same.
    package init(_ input: GermlineProposalInput) {
        let nullVariant = PVS1Decision(input.consequences, facts: input.nullFacts)
        var found: [ACMGCriterion: GermlineVerdict] = [:]
        found.merge(FrequencyCriteria.verdicts(input)) { $1 }
        found[.pvs1] = NullCriterion.verdict(nullVariant, input)
        found.merge(ComputationCriteria.verdicts(input, nullVariant)) { $1 }
        found.merge(LengthCriteria.verdicts(input, nullVariant)) { $1 }
        criteria = ACMGCriterion.allCases.compactMap { criterion in
            guard case .supported(let strength, let evidence)? = found[criterion] else { return nil }
            return AppliedCriterion(criterion, at: strength, evidence: evidence, isProposed: true)
        }
        var left: [ACMGCriterion: Left] = [:]
        for criterion in ACMGCriterion.allCases {
            switch found[criterion] {
            case .supported: break
            case .left(let reason): left[criterion] = reason
            case nil: left[criterion] = .needsHuman
            }
        }
        self.left = left
        self.nullVariant = nullVariant
    }
}

/// What the data say about one criterion.
enum GermlineVerdict {
    case supported(EvidenceStrength, LocalizedText)
    case left(GermlineProposal.Left)
}
