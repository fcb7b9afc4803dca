internal import AccessModel
package import Records
package import StructuredText

/// Brings a request to the region that holds the data, and what that region has done about it back. Done again at every look at it, and
/// every so often by the node itself; nothing is lost where the region is away.
package struct ExchangeRelease: Sendable {
    package let node: RunningNode
    package let release: String

    package init(node: RunningNode, release: String) {
        self.node = node
        self.release = release
    }

    /// The request as it then stands, and why the region could not be reached where it could not. Throws `ReleaseError.unknown`.
    package func run() async throws -> (release: RecordedRelease, trouble: LocalizedText?) {
        guard let releases = node.releases, let known = try releases.release(release) else {
            throw ReleaseError(.unknown, place: release)
        }
        let request = known.request
        if let own = request.asker.region.flatMap({ node.partitions[$0] }) {
            try await ReleaseLedger(partition: own).write(known)
        }
        guard let source = node.sources.first(where: { $0.region == request.region }) else {
            return (known, ReleaseError(.unknownRegion, place: release).message)
        }
        do {
            let own = known.steps.filter { $0.side == .asker }
            let steps = try await source.release(ReleaseMessage(request: request, steps: own, node: node.name))
            // What the region says of itself, and nothing that it says of the asker.
            try releases.keep(steps.filter { $0.side == .holder }, of: release, brought: own.count, at: node.now())
        } catch let error as ReleaseUnreached {
            return (
                known,
                error.reason ?? LocalizedText(sv: "Regionen går inte att nå just nu.", en: "The region cannot be reached now.")
            )
        }
        let current = try releases.release(release) ?? known
        if let own = request.asker.region.flatMap({ node.partitions[$0] }) {
            try await ReleaseLedger(partition: own).write(current)
        }
        return (current, nil)
    }
}

/// Exchanges every request of which either side may not know everything yet.
package struct ExchangeReleases: Sendable {
    package let node: RunningNode

    package init(node: RunningNode) { self.node = node }

    /// How many regions were reached. One that fails does not stop the others.
    package func run() async throws -> Int {
        guard let releases = node.releases else { return 0 }
        var reached = 0
        for known in try releases.unsettled() {
            let exchange = try? await ExchangeRelease(node: node, release: known.request.id).run()
            if let exchange, exchange.trouble == nil { reached += 1 }
        }
        return reached
    }
}
