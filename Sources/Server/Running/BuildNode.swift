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
internal import WebUI

/// A node that is ready to run.
package struct NodeApplication: Sendable {
    private let services: ServiceGroup

    fileprivate init(services: ServiceGroup) { self.services = services }

    /// Runs until SIGTERM or SIGINT, and then until what is under way is finished, a minute at the longest. Throws
    /// `ServerError` where an address cannot be had.
    package func run() async throws { try await services.run() }

    /// Stops it as a signal does; `run` returns when what is under way is finished, or has had a minute.
    package func stop() async { await services.triggerGracefulShutdown() }
}

/// The one place of wiring: from a configuration to a node. Opens partitions, loads law and codes, knows peers and identity providers; nothing
/// listens yet. `greet` is given what whoever started it reads, once it listens.
package func buildNode(
    _ configuration: NodeConfiguration, resources: NodeResources, isDevelopment: Bool,
    greet: @escaping @Sendable (String) -> Void = { _ in }
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
        try await FetchKeys(get: ProviderExchange(client: client).get).run(address)
    }
    let peers = try PeerWiring(configuration, logger)
    let limits = configuration.limits.requests
    let local = partitions.values.map { RegionSource.partition($0, regulations) }
    let genes = try LoadGenes(directory: resources.codes).run()
    let pages = try PageTemplates(folder: resources.web + "/templates")
    let printing = try PrintReport(folder: resources.web, templates: pages)
    let knowledge = try OpenKnowledge(
        state: configuration.state, codes: resources.codes, hierarchies: regulations.hierarchies,
        genes: genes, citing: partitions.values.map(CitingRegion.init)
    ).run()
    try await LogKnowledgeInForce(desk: knowledge).run()
    let node = RunningNode(
        name: configuration.name, partitions: partitions, regulations: regulations,
        sources: (local + peers.remote.sources).map { $0.counting(metrics) },
        enquiries: try EnquiryDatabase(path: configuration.state.path(of: .enquiries)),
        releases: try ReleaseDatabase(path: configuration.state.path(of: .releases)),
        knowledge: knowledge, genes: genes,
        uploadLimit: configuration.limits.uploadMebibytes << 20,
        annotations: AnnotationDesk(places: configuration.limits.annotations),
        templates: try LoadTemplates(directory: resources.templates).run(),
        printing: { try await printing.run($0, $1) }, peers: { peers.remote.states },
        isDevelopment: development != nil,
        patience: .milliseconds(configuration.limits.patience))
    let beacon = BeaconRoutes(
        node: node, tokens: tokens, genes: genes, version: programVersion,
        address: configuration.publicAddress.map { $0 + "/beacon" }, limits: limits)
    let answering = PeerRoutes(
        node: node, verifier: peers.verifier, vouching: peers.vouching, version: programVersion, own: local)
    let logins = try LoginWiring(configuration, development: development, client: client)
    let site = try PageWiring(
        configuration: configuration, resources: resources, templates: pages, node: node, development: development,
        providers: logins.providers, loginTokens: logins.tokens, apiDescription: APIOperations.document
    ).site()
    let router = buildRouter(
        node: node, tokens: tokens, limits: limits, entrance: configuration.entrance,
        metrics: RequestMetrics { metrics.request(method: $0, route: $1, status: $2, seconds: $3) },
        adding: { router in
            beacon.add(to: router)
            answering.add(to: router)
            // After every route: what comes here is for the pages, or for nobody.
            router.add(middleware: ServePages(buildPages(site)))
        }, problemPage: ServePages.problemPage(ProblemPages(site: site)))
    let application = Application(
        router: router, server: try nodeServer(configuration),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.listen.host, port: configuration.listen.port), serverName: "samsyn",
            backlog: configuration.limits.connections,
            availableConnectionsDelegate: MaximumAvailableConnections(configuration.limits.connections)),
        onServerRunning: { _ in greet(greeting(configuration, isDevelopment: isDevelopment)) }, logger: logger)
    // They are stopped from the last to the first: what requests under way still need comes before what serves them.
    var services: [any Service] = [
        ClosingService(clients: [client] + peers.clients), WatchingService(remote: peers.remote), BringingService(node: node),
    ]
    if let address = configuration.metrics {
        let listener = metricsApplication(metrics, node, at: address, logger)
        services.append(ListeningService(subject: "metrics", address: address, listener: listener))
    }
    services.append(ListeningService(subject: "listen", address: configuration.listen, listener: application))
    var group = ServiceGroupConfiguration(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = .seconds(60)
    return NodeApplication(services: ServiceGroup(configuration: group))
}

/// The program's version: what peers and `/health` are told.
package let programVersion = "0.4.0"

private func greeting(_ configuration: NodeConfiguration, isDevelopment: Bool) -> String {
    let scheme = configuration.tls == nil ? "http" : "https"
    let line = "\(configuration.name) listens on \(scheme)://\(configuration.listen.text)\n"
    return isDevelopment ? line + DevelopmentIssuer.warning.en + "\n" : line
}

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
