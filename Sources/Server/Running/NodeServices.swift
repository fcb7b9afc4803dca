internal import AsyncHTTPClient
internal import NodeNetwork
internal import Operations
internal import ServiceLifecycle

// ServiceLifecycle names a service by describing it, and what Swift makes of a value by itself is everything in it: the whole node, 19 MB of
// text that stayed for as long as it ran. So each says its name.

/// Looks after the peers while the node runs, so that one that was away is found again by itself.
struct WatchingService: Service, CustomStringConvertible {
    let remote: RemoteRegions

    var description: String { "watching peers" }

    /// A node without peers has nothing to look after, and a service that ends takes the others with it.
    func run() async throws {
        await cancelWhenGracefulShutdown { await remote.run() }
        try? await gracefulShutdown()
    }
}

/// Brings requests to regions that were away, fetches what has become of them, and what other regions have classified, while the node runs.
struct BringingService: Service, CustomStringConvertible {
    let node: RunningNode

    var description: String { "bringing requests to peers" }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(60))
                if !Task.isCancelled { _ = try? await ExchangeReleases(node: node).run() }
                if !Task.isCancelled { _ = try? await ExchangeClassifications(node: node).run() }
            }
        }
    }
}

/// Lets go of the connections to others when the node ends.
struct ClosingService: Service, CustomStringConvertible {
    let clients: [HTTPClient]

    var description: String { "closing connections to others" }

    func run() async throws {
        try? await gracefulShutdown()
        for client in clients { try await client.shutdown() }
    }
}
