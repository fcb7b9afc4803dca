package import StructuredText

/// How firm the study behind an evidence item is (CIViC, <https://civic.readthedocs.io/en/latest/model/evidence/level.html>).
package enum EvidenceLevel: String, Sendable, CaseIterable, Comparable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"

    package var name: LocalizedText {
        switch self {
        case .a: LocalizedText(sv: "A, etablerad", en: "A, validated association")
        case .b: LocalizedText(sv: "B, klinisk evidens", en: "B, clinical evidence")
        case .c: LocalizedText(sv: "C, fallstudie", en: "C, case study")
        case .d: LocalizedText(sv: "D, preklinisk evidens", en: "D, preclinical evidence")
        case .e: LocalizedText(sv: "E, indirekt evidens", en: "E, inferential association")
        }
    }

    /// Higher is firmer: E 1 … A 5.
    package var strength: Int {
        switch self {
        case .a: 5
        case .b: 4
        case .c: 3
        case .d: 2
        case .e: 1
        }
    }

    /// The weaker first.
    package static func < (a: EvidenceLevel, b: EvidenceLevel) -> Bool { a.strength < b.strength }
}

/// What an evidence item is about.
package enum EvidenceType: String, Sendable, CaseIterable {
    case predictive = "Predictive"
    case diagnostic = "Diagnostic"
    case prognostic = "Prognostic"
    case predisposing = "Predisposing"
    case oncogenic = "Oncogenic"
    case functional = "Functional"
}

/// Whether the study supports what the item says.
package enum EvidenceDirection: String, Sendable, CaseIterable {
    case supports = "Supports"
    case doesNotSupport = "Does Not Support"
    case notApplicable = "N/A"
}

/// How far the editors have come with an item.
package enum EvidenceStatus: String, Sendable, CaseIterable {
    case accepted
    case submitted
    case rejected

    var strength: Int {
        switch self {
        case .accepted: 2
        case .submitted: 1
        case .rejected: 0
        }
    }
}

/// Which genome an item is about, where CIViC says so.
package enum EvidenceOrigin: String, Sendable, CaseIterable {
    case somatic = "Somatic"
    case rareGermline = "Rare Germline"
    case commonGermline = "Common Germline"
    case combined = "Combined"
    case mixed = "Mixed"
    case unknown = "Unknown"
    case notApplicable = "N/A"

    package var isGermline: Bool { self == .rareGermline || self == .commonGermline }
}
