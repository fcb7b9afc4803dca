import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Synchronization
import Testing

/// A clock that stands still until it is told otherwise.
final class TestClock: Sendable {
    private let moment = Mutex(TestClock.start)
    /// 21 November 2026, in the middle of the day.
    static let start = Timestamp(milliseconds: 20_778 * 86_400_000 + 43_200_000)

    var now: Timestamp { moment.withLock { $0 } }

    func advance(milliseconds: Int) {
        moment.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + milliseconds) }
    }

    func advance(seconds: Int) { advance(milliseconds: seconds * 1000) }
}

/// A made-up identity provider with its key sets, as a node fetches them.
final class TestProvider: Sendable {
    private struct State {
        var sets: [String: [JSONValue]] = [:]
        var fetches = 0
        var isDown = false
    }

    private let state = Mutex(State())
    let clock = TestClock()

    var fetches: Int { state.withLock { $0.fetches } }

    func publish(_ keys: [JSONValue], at address: String = TestProvider.keySet) {
        state.withLock { $0.sets[address] = keys }
    }

    func publish(_ keys: [TestKey], at address: String = TestProvider.keySet) { publish(keys.map(\.jwk), at: address) }

    func breakDown(_ isDown: Bool = true) { state.withLock { $0.isDown = isDown } }

    struct Unreachable: Error {}

    func fetch(_ address: KeySetAddress) throws -> [UInt8] {
        try state.withLock { state in
            state.fetches += 1
            guard !state.isDown, let keys = state.sets[address.text] else { throw Unreachable() }
            let set: JSONValue = ["keys": JSONValue(keys)]
            return Array(set.canonicalText.utf8)
        }
    }

    static let url = "https://idp.example"
    static let keySet = "https://idp.example/keys"

    func cache(_ times: KeySetCache.Times = KeySetCache.Times()) throws -> KeySetCache {
        let address = try #require(KeySetAddress(TestProvider.keySet))
        return KeySetCache(address, times: times, now: { self.clock.now }, fetch: { try self.fetch($0) })
    }

    func verifier(
        _ issuers: [OpenIDIssuer], visaIssuers: [VisaIssuer] = [], development: DevelopmentIssuer? = nil,
        limits: TokenVerifier.Limits = TokenVerifier.Limits()
    ) -> TokenVerifier {
        TokenVerifier(
            issuers: issuers, visaIssuers: visaIssuers, development: development, limits: limits, now: { self.clock.now },
            fetch: { try self.fetch($0) })
    }
}

/// Claims and settings of care as the tests use them.
enum Care {
    static func issuer() throws -> OpenIDIssuer {
        let mapping = CareClaims(providers: [
            "SE2321000222-0001": CareClaims.Provider(
                code: try #require(OrganisationCode("SE24-NUS")), region: try #require(RegionCode("24"))),
            "232100-0222": CareClaims.Provider(
                code: try #require(OrganisationCode("SE24-NUS")), region: try #require(RegionCode("24"))),
            "SE2321000016-0002": CareClaims.Provider(
                code: try #require(OrganisationCode("SE01-KAROLINSKA")), region: try #require(RegionCode("01"))),
        ])
        return OpenIDIssuer(
            url: TestProvider.url, audiences: ["samsyn", "samsyn-test"],
            keySet: try #require(KeySetAddress(TestProvider.keySet)), claims: .care(mapping))
    }

    /// A geneticist's, for five minutes from now, with these claims set; nil takes one away.
    static func claims(_ now: Timestamp, _ changes: [String: JSONValue?] = [:]) -> JSONValue {
        let seconds = now.milliseconds / 1000
        let usual: [String: JSONValue] = [
            "iss": JSONValue(.string(TestProvider.url)), "aud": "samsyn", "sub": "f3a1",
            "iat": JSONValue(integerLiteral: seconds),
            "exp": JSONValue(integerLiteral: seconds + 300), "name": "Karin Test", "employeeHsaId": "SE2321000222-1A2B",
            "healthCareProviderHsaId": "SE2321000222-0001", "healthCareUnitHsaId": "SE2321000222-KGEN",
            "commissionHsaId": "SE2321000222-UPP1", "commissionPurpose": "Vård och behandling",
            "systemRole": ["other;thing", "samsyn;clinical-geneticist"],
        ]
        let all = usual.mapValues { Optional($0) }.merging(changes) { $1 }
        return JSONValue(members: all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}
