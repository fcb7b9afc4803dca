internal import AsyncHTTPClient
internal import NodeNetwork
internal import Operations
internal import ServiceLifecycle

/// Looks after the peers while the node runs, so that one that was away is found again by itself.
struct WatchingService: Service {
    let remote: RemoteRegions

    /// A node without peers has nothing to look after, and a service that ends takes the others with it.
    func run() async throws {
        await cancelWhenGracefulShutdown { await remote.run() }
        try? await gracefulShutdown()
    }
}

/// Brings requests to regions that were away, and fetches what has become of them, while the node runs.
struct BringingService: Service {
    let node: RunningNode

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(60))
                if !Task.isCancelled { _ = try? await ExchangeReleases(node: node).run() }
            }
        }
    }
}

/// Lets go of the connections to others when the node ends.
struct ClosingService: Service {
    let clients: [HTTPClient]

    func run() async throws {
        try? await gracefulShutdown()
        for client in clients { try await client.shutdown() }
    }
}
