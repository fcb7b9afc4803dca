/// The eighteen rules of Richards et al. 2015, table 5 (pmc.ncbi.nlm.nih.gov/articles/PMC4544753/table/T5), under their numbers there.
package enum ACMGCombiningRule: String, Sendable, CaseIterable {
    case pathogenicIA = "P(i)(a)"
    case pathogenicIB = "P(i)(b)"
    case pathogenicIC = "P(i)(c)"
    case pathogenicID = "P(i)(d)"
    case pathogenicII = "P(ii)"
    case pathogenicIIIA = "P(iii)(a)"
    case pathogenicIIIB = "P(iii)(b)"
    case pathogenicIIIC = "P(iii)(c)"
    case likelyPathogenicI = "LP(i)"
    case likelyPathogenicII = "LP(ii)"
    case likelyPathogenicIII = "LP(iii)"
    case likelyPathogenicIV = "LP(iv)"
    case likelyPathogenicV = "LP(v)"
    case likelyPathogenicVI = "LP(vi)"
    case benignI = "B(i)"
    case benignII = "B(ii)"
    case likelyBenignI = "LB(i)"
    case likelyBenignII = "LB(ii)"

    /// The class that it gives.
    package var pathogenicityClass: PathogenicityClass {
        switch self {
        case .pathogenicIA, .pathogenicIB, .pathogenicIC, .pathogenicID, .pathogenicII, .pathogenicIIIA, .pathogenicIIIB,
            .pathogenicIIIC:
            .pathogenic
        case .likelyPathogenicI, .likelyPathogenicII, .likelyPathogenicIII, .likelyPathogenicIV, .likelyPathogenicV,
            .likelyPathogenicVI:
            .likelyPathogenic
        case .benignI, .benignII: .benign
        case .likelyBenignI, .likelyBenignII: .likelyBenign
        }
    }

    package var direction: ACMGCriterion.Direction { pathogenicityClass > .uncertain ? .pathogenic : .benign }

    /// How many criteria of each strength it asks for, at least.
    package var places: [EvidenceStrength: Int] {
        switch self {
        case .pathogenicIA: [.veryStrong: 1, .strong: 1]
        case .pathogenicIB: [.veryStrong: 1, .moderate: 2]
        case .pathogenicIC: [.veryStrong: 1, .moderate: 1, .supporting: 1]
        case .pathogenicID: [.veryStrong: 1, .supporting: 2]
        case .pathogenicII: [.strong: 2]
        case .pathogenicIIIA: [.strong: 1, .moderate: 3]
        case .pathogenicIIIB: [.strong: 1, .moderate: 2, .supporting: 2]
        case .pathogenicIIIC: [.strong: 1, .moderate: 1, .supporting: 4]
        case .likelyPathogenicI: [.veryStrong: 1, .moderate: 1]
        case .likelyPathogenicII: [.strong: 1, .moderate: 1]
        case .likelyPathogenicIII: [.strong: 1, .supporting: 2]
        case .likelyPathogenicIV: [.moderate: 3]
        case .likelyPathogenicV: [.moderate: 2, .supporting: 2]
        case .likelyPathogenicVI: [.moderate: 1, .supporting: 4]
        case .benignI: [.standAlone: 1]
        case .benignII: [.strong: 2]
        case .likelyBenignI: [.strong: 1, .supporting: 1]
        case .likelyBenignII: [.supporting: 2]
        }
    }

    package func isMet(by counts: EvidenceCounts) -> Bool { counts.fills(places, direction) }
}
