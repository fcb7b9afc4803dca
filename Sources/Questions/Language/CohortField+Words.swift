internal import ClinicalModel
internal import GenomeModel

extension CohortField {
    /// The values of a field that has few; empty for the others.
    package var words: [String] {
        switch self {
        case .region: RegionCode.all.map(\.description)
        case .assayKind: AssayVersion.Kind.allCases.map(\.rawValue)
        case .area: Area.allCases.map(\.rawValue)
        case .sex: Sex.allCases.map(\.rawValue)
        case .origin: Origin.allCases.map(\.rawValue)
        case .provider, .laboratory, .assay, .age, .diagnosis, .carrier, .phenotype, .phenotypeExcluded, .treatment: []
        }
    }
}
