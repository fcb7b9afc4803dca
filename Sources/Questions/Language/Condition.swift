package import ClinicalModel
package import GenomeModel

/// One test of one call set and the person it is from. Lists mean "one of these" and are not empty.
package enum Condition: Hashable, Sendable {
    /// The region where the person lives.
    case region([RegionCode])
    /// Who ordered the analysis.
    case provider([OrganisationCode])
    case laboratory([OrganisationCode])
    /// Assay with version, as the index names it.
    case assay([String])
    case assayKind([AssayVersion.Kind])
    case area([Area])
    /// The person is affected.
    case diagnosis(CodeSelection)
    /// The person carries the cause of the disease without having it.
    case carrier(CodeSelection)
    case phenotype(CodeSelection)
    /// The sign was looked for and is not there.
    case phenotypeExcluded(CodeSelection)
    case sex([Sex])
    /// On the date of the question.
    case age(AgeSpan)
    case origin([Origin])
    case treatment(CodeSelection)
    /// The call set carries the variant, the structural event, or one of those that a phrase means. It is kept as it was written:
    /// `SoughtCall` says what it means in an assembly.
    case carries(String)

    /// The codes of a condition about codes; nil for the others.
    package var codes: CodeSelection? {
        switch self {
        case .diagnosis(let codes), .carrier(let codes), .phenotype(let codes), .phenotypeExcluded(let codes),
            .treatment(let codes):
            codes
        case .region, .provider, .laboratory, .assay, .assayKind, .area, .sex, .age, .origin, .carries: nil
        }
    }
}
