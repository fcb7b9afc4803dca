package import StructuredText

/// How much one criterion weighs, in the order of its weight.
package enum EvidenceStrength: String, Sendable, CaseIterable, Comparable {
    case supporting, moderate, strong
    case veryStrong = "very-strong"
    /// Of BA1 alone: decides by itself, and has no points.
    case standAlone = "stand-alone"

    /// Points towards its direction: Tavtigian et al. 2020 (doi:10.1002/humu.24088), table 2. Nil for stand-alone evidence, which the point
    /// system leaves out.
    package var points: Int? {
        switch self {
        case .supporting: 1
        case .moderate: 2
        case .strong: 4
        case .veryStrong: 8
        case .standAlone: nil
        }
    }

    /// As ClinGen appends it to a criterion used at another strength than its own: `PM2_Supporting`.
    package var suffix: String {
        switch self {
        case .supporting: "Supporting"
        case .moderate: "Moderate"
        case .strong: "Strong"
        case .veryStrong: "VeryStrong"
        case .standAlone: "StandAlone"
        }
    }

    package static func < (a: EvidenceStrength, b: EvidenceStrength) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .supporting: 0
        case .moderate: 1
        case .strong: 2
        case .veryStrong: 3
        case .standAlone: 4
        }
    }

    package var name: LocalizedText {
        switch self {
        case .supporting: LocalizedText(sv: "stödjande", en: "supporting")
        case .moderate: LocalizedText(sv: "måttlig", en: "moderate")
        case .strong: LocalizedText(sv: "stark", en: "strong")
        case .veryStrong: LocalizedText(sv: "mycket stark", en: "very strong")
        case .standAlone: LocalizedText(sv: "avgörande i sig", en: "stand-alone")
        }
    }
}
