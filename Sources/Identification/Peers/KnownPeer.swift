package import ClinicalModel

/// Another node that this one answers: its name, its key, and the regions that it holds. What it may hear is decided by law and policy,
/// as for anybody; it has no rights of its own.
package struct KnownPeer: Hashable, Sendable {
    package let name: String
    package let key: PublicKey
    package let regions: Set<RegionCode>

    package init(name: String, key: PublicKey, regions: Set<RegionCode>) {
        self.name = name
        self.key = key
        self.regions = regions
    }
}
