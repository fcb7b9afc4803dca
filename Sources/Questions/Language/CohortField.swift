package import ClinicalModel

/// What a condition of the cohort language can be about, by the word that people write. (`all` and `carries` stand without a comparison.)
package enum CohortField: String, Sendable, CaseIterable {
    case region, provider, laboratory, assay
    case assayKind = "assay-kind"
    case area, diagnosis, carrier, phenotype
    case phenotypeExcluded = "phenotype-excluded"
    case sex, age, origin, treatment

    /// The code systems of the field; empty where its values are no codes.
    package var systems: Set<CodeSystem> {
        switch self {
        case .diagnosis, .carrier: CodeSystem.ofDiagnoses
        case .phenotype, .phenotypeExcluded: [.hpo]
        case .treatment: [.atc]
        case .region, .provider, .laboratory, .assay, .assayKind, .area, .sex, .age, .origin: []
        }
    }

    var takesCodes: Bool { !systems.isEmpty }
}
