/// The code systems in which findings are recorded.
package enum CodeSystem: String, Sendable, CaseIterable {
    case icd10 = "icd-10-se"
    case icdOTopography = "icd-o-3-topography"
    case icdOMorphology = "icd-o-3-morphology"
    case snomedCT = "snomed-ct"
    case orpha
    case omim
    case hpo
    case oncotree
    case doid
    case atc

    /// As people write it before a code: `HP:0001250`, `ICD10:C50.9`.
    package var prefix: String {
        switch self {
        case .icd10: "ICD10"
        case .icdOTopography: "ICDO-T"
        case .icdOMorphology: "ICDO-M"
        case .snomedCT: "SCT"
        case .orpha: "ORPHA"
        case .omim: "OMIM"
        case .hpo: "HP"
        case .oncotree: "ONCOTREE"
        case .doid: "DOID"
        case .atc: "ATC"
        }
    }

    /// By prefix in any case of letters, or by the system's full name.
    package init?(named text: some StringProtocol) {
        let upper = text.uppercased()
        guard let system = CodeSystem.allCases.first(where: { $0.prefix == upper || $0.rawValue.uppercased() == upper })
        else { return nil }
        self = system
    }

    /// What a diagnosis may be coded in.
    package static let ofDiagnoses: Set<CodeSystem> = [
        .icd10, .icdOTopography, .icdOMorphology, .snomedCT, .orpha, .omim, .oncotree, .doid,
    ]
}
