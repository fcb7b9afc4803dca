package import StructuredText

/// The diseases that a template is made for.
package enum DiagnosisArea: String, Sendable, CaseIterable {
    case lungCancer = "lung-cancer"
    case breastCancer = "breast-cancer"
    case solidTumour = "solid-tumour"
    case haematology
    case hereditaryCancer = "hereditary-cancer"
    case rareDisease = "rare-disease"

    package var name: LocalizedText {
        switch self {
        case .lungCancer: LocalizedText(sv: "Lungcancer", en: "Lung cancer")
        case .breastCancer: LocalizedText(sv: "Bröstcancer", en: "Breast cancer")
        case .solidTumour: LocalizedText(sv: "Solid tumör", en: "Solid tumour")
        case .haematology: LocalizedText(sv: "Blodsjukdom", en: "Haematology")
        case .hereditaryCancer: LocalizedText(sv: "Ärftlig cancer", en: "Hereditary cancer")
        case .rareDisease: LocalizedText(sv: "Sällsynt sjukdom", en: "Rare disease")
        }
    }
}
