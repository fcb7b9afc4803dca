internal import ClinicalModel

/// What people with a disease are like: who gets it, how it is coded, what is seen, what is given.
///
/// How often each is drawn, and the codes, are documented in `docs/demonstration.md`; the frequencies are made up.
struct DiseaseProfile: Sendable {
    let name: String
    let area: Area
    /// Weight among those of the same list.
    let weight: Int
    /// In whole years when the sample is taken.
    let ages: ClosedRange<Int>
    /// Share of women, 0–1.
    let women: Double
    /// Each with its system's prefix.
    let codes: [String]
    var present: [String] = []
    /// Terms that are looked for and found in some, excluded in others.
    var looked: [String] = []
    var drugs: [String] = []
    /// SNOMED CT; of the specimen with the tumour.
    var bodySite: String?
    /// Genes with a recurrent somatic variant.
    var somaticGenes: [String] = []
    /// Gene of the inherited variant.
    var inheritedGene: String?

    /// The edition that is written beside a code.
    static func version(of code: String) -> String {
        switch code.prefix(while: { $0 != ":" }) {
        case "ICD10": "2025"
        case "ICDO-M", "ICDO-T": "3.2"
        case "ORPHA": "2025-07"
        case "OMIM": "2025-10"
        case "HP": "2025-01-16"
        case "ONCOTREE": "2025-10-03"
        default: "2025"
        }
    }
}
