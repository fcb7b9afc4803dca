internal import AsyncHTTPClient
internal import ClinicalModel
internal import HTTPAPI
internal import Identification
internal import Logging
internal import NIOSSL
internal import NodeNetwork
internal import Operations

/// The other nodes of a configuration: a client for each, what is believed of each, and the key that this one signs with.
struct PeerWiring: Sendable {
    let remote: RemoteRegions
    let verifier: PeerSignatureVerifier
    let vouching: [String: Vouching]
    let clients: [HTTPClient]

    init(_ configuration: NodeConfiguration, _ logger: Logger) throws {
        var clients: [PeerClient] = []
        var connections: [HTTPClient] = []
        var known: [KnownPeer] = []
        var vouching: [String: Vouching] = [:]
        let key = try NodeKeys.signingKey(configuration.signingKey)
        for peer in configuration.peers {
            let publicKey = try NodeKeys.publicKey(of: peer)
            known.append(KnownPeer(name: peer.name, key: publicKey, regions: Set(peer.regions)))
            vouching[peer.name] = peer.vouchesForEveryone ? .everyone : .regions(Set(peer.regions))
            var settings = PeerClient.configuration
            if peer.address.hasPrefix("https") { settings.tlsConfiguration = try NodeCertificates.clientConfiguration(peer) }
            let connection = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
            connections.append(connection)
            clients.append(
                PeerClient(
                    peer: Peer(name: peer.name, address: peer.address, key: publicKey, regions: peer.regions), http: connection))
        }
        var settings = RemoteRegions.Settings()
        settings.patience = .milliseconds(configuration.limits.patience)
        settings.breaker.failures = configuration.limits.failures
        settings.breaker.rest = .seconds(configuration.limits.rest)
        settings.breaker.longestRest = .seconds(configuration.limits.rest * 4)
        remote = RemoteRegions(
            clients: clients,
            signer: PeerSigner(name: configuration.name, version: programVersion, key: key, now: Timestamp.now),
            settings: settings, log: logger)
        verifier = PeerSignatureVerifier(name: configuration.name, peers: known, now: Timestamp.now)
        self.vouching = vouching
        self.clients = connections
    }
}
