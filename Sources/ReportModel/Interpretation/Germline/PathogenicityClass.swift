package import StructuredText

/// The five classes of Richards et al. 2015 (doi:10.1038/gim.2015.30), from the harmless to the harmful.
package enum PathogenicityClass: String, Sendable, CaseIterable, Comparable {
    case benign
    case likelyBenign = "likely-benign"
    case uncertain = "uncertain-significance"
    case likelyPathogenic = "likely-pathogenic"
    case pathogenic

    /// 1–5, as Swedish laboratories number them.
    package var number: Int {
        switch self {
        case .benign: 1
        case .likelyBenign: 2
        case .uncertain: 3
        case .likelyPathogenic: 4
        case .pathogenic: 5
        }
    }

    package static func < (a: PathogenicityClass, b: PathogenicityClass) -> Bool { a.number < b.number }

    package var name: LocalizedText {
        switch self {
        case .benign: LocalizedText(sv: "Benign", en: "Benign")
        case .likelyBenign: LocalizedText(sv: "Sannolikt benign", en: "Likely benign")
        case .uncertain:
            LocalizedText(sv: "Variant med oklar klinisk signifikans (VUS)", en: "Variant of uncertain significance (VUS)")
        case .likelyPathogenic:
            LocalizedText(sv: "Sannolikt patogen (sannolikt sjukdomsorsakande)", en: "Likely pathogenic")
        case .pathogenic: LocalizedText(sv: "Patogen (sjukdomsorsakande)", en: "Pathogenic")
        }
    }
}
