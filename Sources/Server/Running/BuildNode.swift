internal import AsyncHTTPClient
internal import ClinicalModel
internal import Foundation
internal import HTTPAPI
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Identification
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NodeNetwork
internal import Operations
internal import Questions
internal import Records
internal import ServiceLifecycle
internal import StructuredText
internal import UnixSignals

/// A node that is ready to run.
package struct NodeApplication: Sendable {
    /// What whoever started it reads.
    package let greeting: String
    private let services: ServiceGroup

    fileprivate init(greeting: String, services: ServiceGroup) {
        self.greeting = greeting
        self.services = services
    }

    /// Runs until SIGTERM or SIGINT, and then until what is under way is finished, a minute at the longest.
    package func run() async throws { try await services.run() }

    /// Stops it as a signal does; `run` returns when what is under way is finished, or has had a minute.
    package func stop() async { await services.triggerGracefulShutdown() }
}

/// The one place of wiring: from a configuration to a node. Opens partitions, loads law and codes, knows peers and identity providers; nothing
/// listens yet.
package func buildNode(
    _ configuration: NodeConfiguration, resources: NodeResources, isDevelopment: Bool
) async throws -> NodeApplication {
    let logger = nodeLogger(configuration, isDevelopment: isDevelopment)
    let development = try developmentIssuer(configuration, isDevelopment: isDevelopment)
    let regulations = Regulations(
        law: try LoadLaw.read(resources.law), hierarchies: try LoadCodes(directory: resources.codes).run())
    let partitions = try await OpenPartitions(configuration: configuration).run()
    let metrics = NodeMetrics(node: configuration.name, version: programVersion)
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    let tokens = TokenVerifier(
        issuers: configuration.providers, visaIssuers: configuration.visaIssuers, development: development, now: Timestamp.now
    ) { address in
        let response = try await client.execute(HTTPClientRequest(url: address.text), timeout: .seconds(10))
        guard response.status.code == 200 else { throw ServerError(.address, "The key set cannot be fetched.", remedy: "") }
        return Array(buffer: try await response.body.collect(upTo: 1 << 20))
    }
    let peers = try PeerWiring(configuration, logger)
    let local = partitions.values.map { RegionSource.partition($0, regulations) }
    let node = RunningNode(
        name: configuration.name, partitions: partitions, regulations: regulations,
        sources: (local + peers.remote.sources).map { $0.counting(metrics) },
        enquiries: try EnquiryDatabase(path: "\(configuration.data)/enquiries-\(configuration.name).sqlite"),
        peers: { peers.remote.states }, isDevelopment: development != nil,
        patience: .milliseconds(configuration.limits.patience))
    let beacon = BeaconRoutes(
        node: node, tokens: tokens, genes: try LoadGenes(directory: resources.codes).run(), version: programVersion,
        address: configuration.publicAddress.map { $0 + "/beacon" })
    let answering = PeerRoutes(
        node: node, verifier: peers.verifier, vouching: peers.vouching, version: programVersion, own: local)
    let router = buildRouter(
        node: node, tokens: tokens,
        metrics: RequestMetrics { metrics.request(method: $0, route: $1, status: $2, seconds: $3) }
    ) { router in
        beacon.add(to: router)
        answering.add(to: router)
    }
    let application = Application(
        router: router, server: try nodeServer(configuration),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.listen.host, port: configuration.listen.port), serverName: "samsyn",
            backlog: configuration.limits.connections,
            availableConnectionsDelegate: MaximumAvailableConnections(configuration.limits.connections)),
        logger: logger)
    // They are stopped from the last to the first: what requests under way still need comes before what serves them.
    var services: [any Service] = [
        ClosingService(clients: [client] + peers.clients), WatchingService(remote: peers.remote),
    ]
    if let address = configuration.metrics {
        services.append(metricsApplication(metrics, node, at: address, logger))
    }
    services.append(application)
    let scheme = configuration.tls == nil ? "http" : "https"
    var greeting = "\(configuration.name) listens on \(scheme)://\(configuration.listen.text)\n"
    if development != nil { greeting += DevelopmentIssuer.warning.en + "\n" }
    var group = ServiceGroupConfiguration(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = .seconds(60)
    return NodeApplication(greeting: greeting, services: ServiceGroup(configuration: group))
}

/// The program's version: what peers and `/health` are told.
package let programVersion = "0.4.0"

private func nodeLogger(_ configuration: NodeConfiguration, isDevelopment: Bool) -> Logger {
    var constant = [("node", configuration.name)]
    if isDevelopment { constant.append(("development", "anybody can sign in as anybody")) }
    let names = constant
    var logger = Logger(label: "samsyn") { _ in JSONLogHandler(constant: names) }
    logger.logLevel = Logger.Level(rawValue: configuration.logLevel.rawValue) ?? .info
    return logger
}

private func nodeServer(_ configuration: NodeConfiguration) throws -> HTTPServerBuilder {
    let idle = TimeAmount.seconds(Int64(configuration.limits.idle))
    let limits = HTTP1Channel.Configuration(
        additionalChannelHandlers: [GuardConnection(limits: GuardConnection.Limits(grace: idle))], idleTimeout: idle,
        httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 64))
    let plain = HTTPServerBuilder.http1(configuration: limits)
    guard let tls = configuration.tls else { return plain }
    return try .tls(plain, tlsConfiguration: NodeCertificates.serverConfiguration(tls))
}

private func metricsApplication(
    _ metrics: NodeMetrics, _ node: RunningNode, at address: NodeConfiguration.Address, _ logger: Logger
) -> some Service {
    let router = Router()
    router.get("metrics") { _, _ in
        let text = metrics.text(peers: node.peers().map { ($0.name, $0.circuit.rawValue, $0.latency) })
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
    return Application(
        router: router, server: .http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(30))),
        configuration: ApplicationConfiguration(
            address: .hostname(address.host, port: address.port), serverName: "samsyn",
            availableConnectionsDelegate: MaximumAvailableConnections(64)),
        logger: logger)
}

/// Looks after the peers while the node runs, so that one that was away is found again by itself.
private struct WatchingService: Service {
    let remote: RemoteRegions

    /// A node without peers has nothing to look after, and a service that ends takes the others with it.
    func run() async throws {
        await cancelWhenGracefulShutdown { await remote.run() }
        try? await gracefulShutdown()
    }
}

/// Lets go of the connections to others when the node ends.
private struct ClosingService: Service {
    let clients: [HTTPClient]

    func run() async throws {
        try? await gracefulShutdown()
        for client in clients { try await client.shutdown() }
    }
}

extension RegionSource {
    /// The same, with each answer's state counted.
    fileprivate func counting(_ metrics: NodeMetrics) -> RegionSource {
        let name = region.description
        let (ask, figures, entries) = (ask, figures, entries)
        return RegionSource(
            region: region,
            ask: { asked in
                let reply = try await ask(asked)
                metrics.answer(region: name, state: reply.answer.state.rawValue)
                return reply
            },
            figures: { asked, variants in
                let reply = try await figures(asked, variants)
                metrics.answer(region: name, state: reply.answer.state.rawValue)
                return reply
            },
            entries: { asked, selection in
                let reply = try await entries(asked, selection)
                metrics.answer(region: name, state: reply.answer.state.rawValue)
                return reply
            })
    }
}
