package import ClinicalModel

/// From when a rule holds.
package enum InForce: Hashable, Sendable {
    case from(CivilDate)
    /// Written down by an inquiry or somebody else, and without effect.
    case proposed

    package var date: CivilDate? {
        switch self {
        case .from(let date): date
        case .proposed: nil
        }
    }

    package func holds(on date: CivilDate) -> Bool { self.date.map { $0 <= date } ?? false }
}
