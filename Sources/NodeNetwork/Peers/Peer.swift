package import ClinicalModel
package import Identification

/// Another node, and how it is reached.
package struct Peer: Hashable, Sendable {
    package let name: String
    /// Scheme, host and port, without a slash at the end: `https://node-24.example.se:8443`.
    package let address: String
    package let key: PublicKey
    /// That it holds, by ascending code. Empty for a node that only asks.
    package let regions: [RegionCode]

    package init(name: String, address: String, key: PublicKey, regions: [RegionCode]) {
        self.name = name
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.key = key
        self.regions = regions.sorted()
    }

    /// As the verifier of its questions knows it.
    package var known: KnownPeer { KnownPeer(name: name, key: key, regions: Set(regions)) }
}
