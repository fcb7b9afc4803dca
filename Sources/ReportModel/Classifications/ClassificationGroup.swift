/// The three groups whose boundaries decide what is done about a carrier, and between which ClinVar sees a conflict.
package enum ClassificationGroup: String, Sendable, CaseIterable, Comparable {
    case benign, uncertain, pathogenic

    package static func < (a: ClassificationGroup, b: ClassificationGroup) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .benign: 0
        case .uncertain: 1
        case .pathogenic: 2
        }
    }
}

extension PathogenicityClass {
    package var group: ClassificationGroup {
        switch self {
        case .benign, .likelyBenign: .benign
        case .uncertain: .uncertain
        case .likelyPathogenic, .pathogenic: .pathogenic
        }
    }
}
