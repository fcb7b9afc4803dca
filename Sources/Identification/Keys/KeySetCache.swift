package import ClinicalModel
internal import StructuredText

/// An issuer's public keys: fetched when first needed, fetched again while they are used, and kept for a while when the issuer cannot be
/// reached.
///
/// A key that the issuer has taken away is gone with the next fetch that succeeds. Fetches come one at a time and at most one in
/// `Times.between`, whatever tokens say; how long one may take is the affair of the closure.
package actor KeySetCache {
    package struct Times: Hashable, Sendable {
        /// From this age on keys are fetched again beside their use.
        package var fresh = Duration.seconds(600)
        /// From this age on they are not used: the issuer has been out of reach for so long.
        package var kept = Duration.seconds(86_400)
        /// The least time between two fetches; a token under a new key waits so long at most.
        package var between = Duration.seconds(10)

        package init() {}
    }

    package static let keyLimit = 64

    private let address: KeySetAddress
    private let times: Times
    private let now: @Sendable () -> Timestamp
    private let fetch: @Sendable (KeySetAddress) async throws -> [UInt8]
    private var keys: [VerificationKey] = []
    private var fetched: Timestamp?
    private var tried: Timestamp?
    private var refreshing: Task<Void, Never>?

    package init(
        _ address: KeySetAddress, times: Times = Times(), now: @escaping @Sendable () -> Timestamp,
        fetch: @escaping @Sendable (KeySetAddress) async throws -> [UInt8]
    ) {
        self.address = address
        self.times = times
        self.now = now
        self.fetch = fetch
    }

    /// The key of that name for that algorithm. A token without a key's name gets the only key of its algorithm, if there is only one.
    package func key(_ identifier: String?, for algorithm: TokenAlgorithm) async throws(TokenError) -> VerificationKey {
        if isUsable, let key = held(identifier, algorithm) {
            if let fetched, now() >= fetched.adding(times.fresh) { _ = refresh() }
            return key
        }
        if let refreshing = refresh() { await refreshing.value }
        guard isUsable else { throw TokenError(.keysUnavailable) }
        if let key = held(identifier, algorithm) { return key }
        let isOther = identifier != nil && keys.contains { $0.identifier == identifier && $0.algorithm != algorithm }
        throw isOther ? TokenError(.algorithm, detail: "alg") : TokenError(.unknownKey, detail: "kid")
    }

    /// Waits for a fetch that is under way.
    package func settle() async { await refreshing?.value }

    private var isUsable: Bool { fetched.map { now() < $0.adding(times.kept) } ?? false }

    private func held(_ identifier: String?, _ algorithm: TokenAlgorithm) -> VerificationKey? {
        let candidates = keys.filter { $0.algorithm == algorithm && (identifier == nil || $0.identifier == identifier) }
        return candidates.count == 1 ? candidates[0] : nil
    }

    /// The fetch under way, or a new one where it is time for one.
    private func refresh() -> Task<Void, Never>? {
        if let refreshing { return refreshing }
        let moment = now()
        if let tried, moment < tried.adding(times.between) { return nil }
        tried = moment
        let task = Task { await load(at: moment) }
        refreshing = task
        return task
    }

    private func load(at moment: Timestamp) async {
        if let bytes = try? await fetch(address), let found = await KeySetCache.parse(bytes) {
            keys = found
            fetched = moment
        }
        refreshing = nil
    }

    /// The keys of a JSON Web Key Set that are of use. Nil where there are none: an issuer without keys is an issuer out of order.
    package static func parse(_ bytes: [UInt8]) async -> [VerificationKey]? {
        guard let list = (try? JSONReader.read(bytes))?["keys"]?.array, list.count <= keyLimit else { return nil }
        var keys: [VerificationKey] = []
        for json in list {
            if let key = await VerificationKey(json) { keys.append(key) }
        }
        return keys.isEmpty ? nil : keys
    }
}
