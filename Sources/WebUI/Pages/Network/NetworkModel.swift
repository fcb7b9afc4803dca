internal import ClinicalModel
internal import Operations
internal import StructuredText

/// The nodes: this one, and how the others are seen from here.
struct NetworkModel: PageModel {
    let name: String
    let version: String
    let isDevelopment: Bool
    let partitions: [RegionCode]
    let peers: [PeerState]

    var json: JSONValue {
        [
            "name": JSONValue(.string(name)), "version": JSONValue(.string(version)), "development": JSONValue(isDevelopment),
            "partitions": JSONValue(partitions.map(\.description)),
            "peers": JSONValue(
                peers.map { peer in
                    [
                        "name": JSONValue(.string(peer.name)), "regions": JSONValue(peer.regions.map(\.description)),
                        "version": JSONValue(peer.version), "circuit": JSONValue(.string(peer.circuit.rawValue)),
                        "latency_ms": JSONValue(peer.latency), "lastAnswer": JSONValue(peer.lastAnswer?.description),
                    ] as JSONValue
                }),
        ]
    }
}
