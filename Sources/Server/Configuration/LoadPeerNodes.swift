internal import ClinicalModel
internal import Identification
internal import Operations

/// Reads the peers of a configuration. Names are unique and a region is at one node only: else an answer would count it twice.
struct LoadPeerNodes {
    /// The node's own name and regions.
    let node: String
    let regions: [RegionCode]
    let place: ConfigurationPlace

    func run(_ list: AccessFileNode?) throws(AccessFileError) -> [NodeConfiguration.PeerNode] {
        var peers: [NodeConfiguration.PeerNode] = []
        for element in try list?.list() ?? [] {
            let peer = try peer(element)
            if let problem = conflict(peer, with: peers) { throw element.error(problem) }
            peers.append(peer)
        }
        return peers
    }

    private func peer(_ node: AccessFileNode) throws(AccessFileError) -> NodeConfiguration.PeerNode {
        let fields = try node.fields([
            "name", "address", "public-key", "regions", "vouches-for", "authority", "client-certificate", "client-key",
        ])
        let certificate = try fields.optional("client-certificate", place.path)
        let key = try fields.optional("client-key", place.path)
        guard (certificate == nil) == (key == nil) else {
            throw node.error(
                .other("half of a client certificate.", remedy: "Give client-certificate and client-key, or neither."))
        }
        return try NodeConfiguration.PeerNode(
            name: fields["name"].nodeName(), address: fields["address"].webAddress(),
            publicKey: publicKey(fields["public-key"]), regions: LoadNodeConfiguration.regionList(fields["regions"]),
            vouchesForEveryone: fields.optional("vouches-for", vouchesForEveryone) ?? false,
            authority: fields.optional("authority", place.path), clientCertificate: certificate, clientKey: key)
    }

    private func publicKey(_ node: AccessFileNode) throws(AccessFileError) -> String {
        let text = try node.text()
        guard PublicKey(text) != nil else {
            throw node.error(
                .other(
                    "not a node's public key.",
                    remedy: "Write it as samsyn node key prints it at the peer: ed25519: and 44 characters."))
        }
        return text
    }

    private func vouchesForEveryone(_ node: AccessFileNode) throws(AccessFileError) -> Bool {
        switch try node.text() {
        case "own-regions": return false
        case "everyone": return true
        case let other: throw node.error(.unknownValue(other, known: ["own-regions", "everyone"]))
        }
    }

    private func conflict(
        _ peer: NodeConfiguration.PeerNode, with others: [NodeConfiguration.PeerNode]
    ) -> AccessFileError.Code? {
        if peer.name == node || others.contains(where: { $0.name == peer.name }) {
            return .other("the name \(peer.name) is taken.", remedy: "Give each node a name of its own.")
        }
        if let region = peer.regions.first(where: regions.contains) {
            return .other(
                "the node itself holds region \(region), which is given to \(peer.name).",
                remedy: "Name each region at the one node that holds it.")
        }
        for other in others {
            guard let region = peer.regions.first(where: other.regions.contains) else { continue }
            return .other(
                "region \(region) is at \(other.name) and at \(peer.name).",
                remedy: "Name each region at the one node that holds it.")
        }
        return nil
    }
}
