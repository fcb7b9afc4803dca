package import ClinicalModel
internal import Crypto
internal import StructuredText

/// Verifies bearer tokens, and remembers those it has verified until they expire.
///
/// Cost of a token that is remembered: its SHA-256 and a lookup under a lock.
package final class TokenVerifier: Sendable {
    /// How much is remembered, and for how long.
    package struct Limits: Hashable, Sendable {
        /// Verified tokens; what is used least goes first.
        package var verified = 8192
        /// A verified token is verified anew after this, so that a key that its issuer took away does not open for longer.
        package var recheck = Duration.seconds(900)
        /// One-time tokens that are not over yet.
        package var oneTime = 65_536

        package init() {}
    }

    private let check: @Sendable (String) async throws(TokenError) -> VerifiedToken
    private let now: @Sendable () -> Timestamp
    private let limits: Limits
    private let verified: VerifiedTokens?
    private let used: ReplayMemory

    private init(
        limits: Limits, remembers: Bool, now: @escaping @Sendable () -> Timestamp,
        check: @escaping @Sendable (String) async throws(TokenError) -> VerifiedToken
    ) {
        self.limits = limits
        self.now = now
        self.check = check
        verified = remembers ? VerifiedTokens(capacity: limits.verified) : nil
        used = ReplayMemory(capacity: limits.oneTime)
    }

    /// From a closure that is asked each time: for tests.
    package convenience init(_ check: @escaping @Sendable (String) async throws(TokenError) -> Credential) {
        self.init(limits: Limits(), remembers: false, now: { Timestamp(milliseconds: 0) }) { token throws(TokenError) in
            let credential = try await check(token)
            return VerifiedToken(credential: credential, until: credential.expires, end: credential.expires, oneTime: nil)
        }
    }

    /// For the tokens of `issuers`, told apart by `iss`, with the visas of `visaIssuers`, and of a development issuer where there is one.
    ///
    /// Of two issuers with one address the first counts. `fetch` gets the key set at an address, or throws; it sets its own deadline.
    package convenience init(
        issuers: [OpenIDIssuer], visaIssuers: [VisaIssuer] = [], development: DevelopmentIssuer? = nil,
        limits: Limits = Limits(), keyTimes: KeySetCache.Times = KeySetCache.Times(),
        now: @escaping @Sendable () -> Timestamp, fetch: @escaping @Sendable (KeySetAddress) async throws -> [UInt8]
    ) {
        func keys(_ address: KeySetAddress) -> KeySetCache { KeySetCache(address, times: keyTimes, now: now, fetch: fetch) }
        let passports = PassportCheck(
            issuers: Dictionary(
                visaIssuers.map { ($0.url, PassportCheck.Issuer(settings: $0, keys: keys($0.keySet))) },
                uniquingKeysWith: { first, _ in first }))
        let checks = Dictionary(
            issuers.map { ($0.url, IssuerCheck(issuer: $0, keys: keys($0.keySet), passports: passports)) },
            uniquingKeysWith: { first, _ in first })
        self.init(limits: limits, remembers: true, now: now) { text throws(TokenError) in
            let token = try CompactToken(text)
            guard let url = token.claims["iss"]?.string else { throw TokenError(.issuer, detail: "iss") }
            if let development, url == DevelopmentIssuer.url { return try development.verify(token, now: now()) }
            guard let check = checks[url] else { throw TokenError(.issuer, detail: "iss") }
            return try await check.verify(token, now: now())
        }
    }

    /// How many tokens are remembered: for metrics.
    package var remembered: Int { verified?.count ?? 0 }

    package func verify(_ token: String) async throws(TokenError) -> Credential {
        guard let verified else { return try await check(token).credential }
        let digest = SHA256.hash(data: Array(token.utf8))
        if let credential = verified.credential(of: digest, now: now()) { return credential }
        let found = try await check(token)
        if let oneTime = found.oneTime {
            switch used.admit(oneTime, until: found.end, now: now()) {
            case .fresh: return found.credential
            case .replayed: throw TokenError(.replayed, detail: "jti")
            case .late: throw TokenError(.expired, detail: "exp")
            case .full: throw TokenError(.memoryFull, detail: "jti")
            }
        }
        verified.insert(found.credential, of: digest, until: min(found.until, now().adding(limits.recheck)))
        return found.credential
    }
}
