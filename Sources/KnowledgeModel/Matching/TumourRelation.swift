package import ClinicalModel

/// How the disease of an evidence item relates to the tumour type of the patient.
package enum TumourRelation: Hashable, Sendable {
    case same
    /// The item is about a broader disease: the patient's is a kind of it.
    case broader
    /// The item is about cancer as such.
    case any
    /// The item is about a kind of the patient's disease.
    case narrower
    /// Neither, but both are kinds of this.
    case related(Code)
    case other
    /// The item names no coded disease, or the patient's is in no hierarchy.
    case unknown

    /// The closer is the smaller.
    package var rank: Int {
        switch self {
        case .same: 0
        case .broader: 1
        case .any: 2
        case .narrower: 3
        case .related: 4
        case .unknown: 5
        case .other: 6
        }
    }

    /// Whether what holds for the item's disease holds for the patient's.
    package var includesPatient: Bool { rank <= 2 }
}
