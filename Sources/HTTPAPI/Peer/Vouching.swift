package import AccessModel
package import ClinicalModel

/// For whom this node takes a peer's word. A peer has let somebody in and says who they are; nothing else proves it here.
package enum Vouching: Hashable, Sendable {
    /// For people who work in one of these regions, and for those who work in none. Not for patients, who are known by pseudonyms of
    /// the region that is asked.
    case regions(Set<RegionCode>)
    /// For everybody: the national entry, where people of all regions come in.
    case everyone

    package func covers(_ actor: Actor) -> Bool {
        switch self {
        case .everyone: true
        case .regions(let regions): actor.selves.isEmpty && actor.role != .patient && (actor.region.map(regions.contains) ?? true)
        }
    }
}
