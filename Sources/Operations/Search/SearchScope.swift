package import AccessModel
package import ClinicalModel

/// How far a question reaches (RCC's proposal of six healthcare-region databases and a national one).
package enum SearchScope: String, Sendable, CaseIterable {
    case region
    case healthcareRegion = "healthcare-region"
    case nation

    /// The regions that somebody of `actor`'s region asks. Who belongs to no region can ask the nation only.
    package func regions(of actor: Actor, among known: [RegionCode]) -> [RegionCode] {
        switch self {
        case .nation: return known
        case .region: return known.filter { $0 == actor.region }
        case .healthcareRegion:
            guard let home = actor.region, let own = Region.of(home)?.healthcareRegions.first else { return [] }
            return known.filter { Region.of($0)?.healthcareRegions.contains(own) == true }
        }
    }
}
