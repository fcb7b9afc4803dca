import Identification
import Server
import Synchronization
import Testing

@Suite("Keys that are found by what an issuer says of itself")
struct KeyDiscoveryTests {
    private static let issuer = "https://idp.example/realm"
    private static let description = "https://idp.example/realm/.well-known/openid-configuration"

    private struct Refused: Error {}

    /// Fetches from a table, and notes the addresses.
    private final class Web: Sendable {
        private let pages: [String: String]
        private let asked = Mutex<[String]>([])

        init(_ pages: [String: String]) { self.pages = pages }

        var addresses: [String] { asked.withLock { $0 } }

        func fetch(_ address: KeySetAddress) async throws -> String {
            let bytes = try await FetchKeys { address in
                self.asked.withLock { $0.append(address) }
                guard let page = self.pages[address] else { throw Refused() }
                return Array(page.utf8)
            }.run(address)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test("The description is asked first, and the keys where it says")
    func found() async throws {
        let web = Web([
            Self.description: #"{"issuer": "https://idp.example/realm", "jwks_uri": "https://keys.example/jwks"}"#,
            "https://keys.example/jwks": "the keys",
        ])
        let address = try #require(KeySetAddress(discoveredFrom: Self.issuer))
        #expect(address.text == Self.description)
        #expect(try await web.fetch(address) == "the keys")
        #expect(web.addresses == [Self.description, "https://keys.example/jwks"])
    }

    @Test("Keys that the configuration names are asked for, and nothing else")
    func named() async throws {
        let web = Web(["https://idp.example/keys": "the keys"])
        #expect(try await web.fetch(try #require(KeySetAddress("https://idp.example/keys"))) == "the keys")
        #expect(web.addresses == ["https://idp.example/keys"])
    }

    @Test(
        "A description of another issuer, one without keys, and keys that others could change on their way lead nowhere",
        arguments: [
            ("nothing", KeyDiscoveryError.notJSON),
            (#"{"jwks_uri": "https://keys.example/jwks"}"#, .otherIssuer),
            (#"{"issuer": "https://idp.example/realm/", "jwks_uri": "https://keys.example/jwks"}"#, .otherIssuer),
            (#"{"issuer": "https://evil.example", "jwks_uri": "https://keys.example/jwks"}"#, .otherIssuer),
            (#"{"issuer": "https://idp.example/realm"}"#, .noKeys),
            (#"{"issuer": "https://idp.example/realm", "jwks_uri": "http://keys.example/jwks"}"#, .noKeys),
            (#"{"issuer": "https://idp.example/realm", "jwks_uri": 7}"#, .noKeys),
        ])
    func refused(_ page: String, _ error: KeyDiscoveryError) async throws {
        let web = Web([Self.description: page, "https://keys.example/jwks": "the keys", "http://keys.example/jwks": "the keys"])
        let address = try #require(KeySetAddress(discoveredFrom: Self.issuer))
        await #expect(throws: error) { try await web.fetch(address) }
        #expect(web.addresses == [Self.description], "nothing is fetched from where it pointed")
    }

    @Test("A description that cannot be had is an error like any other")
    func away() async throws {
        let address = try #require(KeySetAddress(discoveredFrom: Self.issuer))
        await #expect(throws: Refused.self) { try await Web([:]).fetch(address) }
    }

    @Test(
        "An issuer is asked at its own address, with one slash",
        arguments: [
            ("https://idp.example", "https://idp.example/.well-known/openid-configuration"),
            ("https://idp.example/", "https://idp.example/.well-known/openid-configuration"),
            ("http://localhost:8080/r", "http://localhost:8080/r/.well-known/openid-configuration"),
        ])
    func address(_ issuer: String, _ expected: String) throws {
        let address = try #require(KeySetAddress(discoveredFrom: issuer))
        #expect((address.text, address.describes) == (expected, issuer))
    }

    @Test(
        "What is no address on the web over HTTPS is not asked",
        arguments: ["http://idp.example", "urn:issuer", "idp.example", "https://idp.example?a=b", "https://idp.example#x"])
    func noAddress(_ issuer: String) { #expect(KeySetAddress(discoveredFrom: issuer) == nil) }

    @Test("A configuration without keys has them found, and one whose issuer cannot be asked says so with its line")
    func configured() throws {
        let text = ConfigurationFault.sound.replacing(", keys: \"https://idp.example/keys\"", with: "")
        let configuration = try LoadNodeConfiguration.parse(text, file: "node.yaml")
        #expect(configuration.providers.first?.keySet.text == "https://idp.example/.well-known/openid-configuration")
        let urn = text.replacing("https://idp.example", with: "urn:idp")
        let error = #expect(throws: (any Error).self) { try LoadNodeConfiguration.parse(urn, file: "node.yaml") }
        #expect("\(try #require(error))".hasPrefix("node.yaml, line 13"))
        #expect("\(try #require(error))".contains("nothing can be asked at this issuer for its keys. Give keys"))
    }
}
