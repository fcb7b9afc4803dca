package import StructuredText

/// The five classes of Horak et al. 2022 (doi:10.1016/j.gim.2022.01.001), from the harmless to the harmful.
package enum OncogenicityClass: String, Sendable, CaseIterable, Comparable {
    case benign
    case likelyBenign = "likely-benign"
    case uncertain = "uncertain-significance"
    case likelyOncogenic = "likely-oncogenic"
    case oncogenic

    /// The class of a sum of points: ≥ 10, 6–9, 0–5, −1 to −6, ≤ −7 (Horak et al. 2022, after Tavtigian et al. 2020).
    package init(points: Int) {
        switch points {
        case 10...: self = .oncogenic
        case 6...9: self = .likelyOncogenic
        case 0...5: self = .uncertain
        case -6 ... -1: self = .likelyBenign
        default: self = .benign
        }
    }

    package static func < (a: OncogenicityClass, b: OncogenicityClass) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .benign: 0
        case .likelyBenign: 1
        case .uncertain: 2
        case .likelyOncogenic: 3
        case .oncogenic: 4
        }
    }

    package var name: LocalizedText {
        switch self {
        case .benign: LocalizedText(sv: "Benign", en: "Benign")
        case .likelyBenign: LocalizedText(sv: "Sannolikt benign", en: "Likely benign")
        case .uncertain:
            LocalizedText(sv: "Variant med oklar klinisk signifikans (VUS)", en: "Variant of uncertain significance (VUS)")
        case .likelyOncogenic: LocalizedText(sv: "Sannolikt onkogen", en: "Likely oncogenic")
        case .oncogenic: LocalizedText(sv: "Onkogen", en: "Oncogenic")
        }
    }
}
