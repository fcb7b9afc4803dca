internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import Operations
internal import ServiceLifecycle

/// What Prometheus reads, on a port of its own: whoever reaches it sees figures of the node and nothing else.
func metricsApplication(
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
