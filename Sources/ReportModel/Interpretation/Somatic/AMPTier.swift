package import StructuredText

/// Clinical significance of a tumour's variant: AMP, ASCO and CAP, Li et al. 2017 (doi:10.1016/j.jmoldx.2016.10.002), tiers with the levels
/// of evidence that each has.
package enum AMPTier: String, Sendable, CaseIterable {
    case oneA = "I-A"
    case oneB = "I-B"
    case twoC = "II-C"
    case twoD = "II-D"
    case three = "III"
    case four = "IV"

    package enum Level: String, Sendable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
    }

    /// 1–4.
    package var tier: Int {
        switch self {
        case .oneA, .oneB: 1
        case .twoC, .twoD: 2
        case .three: 3
        case .four: 4
        }
    }

    /// Nil for tiers III and IV, which rest on no level.
    package var level: Level? {
        switch self {
        case .oneA: .a
        case .oneB: .b
        case .twoC: .c
        case .twoD: .d
        case .three, .four: nil
        }
    }

    /// What the level means. "Approved" is by the FDA in the paper; a Swedish laboratory reads it as EMA's approval, and says so.
    package var text: LocalizedText {
        switch self {
        case .oneA:
            LocalizedText(
                sv: "Stark klinisk betydelse: godkänd behandling eller ingår i vårdprogram för tumörformen",
                en: "Strong clinical significance: approved therapy or included in professional guidelines for the tumour type")
        case .oneB:
            LocalizedText(
                sv: "Stark klinisk betydelse: välgjorda studier med samsyn bland experter",
                en: "Strong clinical significance: well-powered studies with consensus from experts")
        case .twoC:
            LocalizedText(
                sv: "Möjlig klinisk betydelse: godkänd för annan tumörform, prövningsläkemedel eller flera små studier",
                en: "Potential clinical significance: approved for another tumour type, investigational, or several small studies"
            )
        case .twoD:
            LocalizedText(
                sv: "Möjlig klinisk betydelse: prekliniska studier eller enstaka fall utan samsyn",
                en: "Potential clinical significance: preclinical trials or a few case reports without consensus")
        case .three: LocalizedText(sv: "Oklar klinisk betydelse", en: "Unknown clinical significance")
        case .four: LocalizedText(sv: "Benign eller sannolikt benign", en: "Benign or likely benign")
        }
    }
}
