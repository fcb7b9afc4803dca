import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Testing

struct AcceptedTokenTests {
    let provider = TestProvider()

    @Test(arguments: TokenAlgorithm.allCases)
    func `A token of every accepted algorithm says who asks`(_ algorithm: TokenAlgorithm) async throws {
        let key = try await TestKey.make(algorithm, "1")
        provider.publish([key])
        let now = provider.clock.now
        let credential = try await provider.verifier([try Care.issuer()]).verify(try key.token(Care.claims(now)))
        #expect(credential.actor.identity == "SE2321000222-1A2B")
        #expect(credential.actor.name == "Karin Test")
        #expect(credential.actor.role == .clinicalGeneticist)
        #expect(credential.actor.region?.description == "24")
        #expect(credential.actor.provider?.text == "SE24-NUS")
        #expect(credential.actor.careUnit?.text == "SE2321000222-KGEN")
        #expect(credential.issuer == TestProvider.url)
        #expect(credential.expires == Timestamp(milliseconds: now.milliseconds + 300_000))
        #expect(!credential.isDevelopment)
    }

    @Test(
        arguments: [
            ("one audience", "samsyn"), ("another", "samsyn-test"), ("a list", ["other", "samsyn"]),
            ("a list of one", ["samsyn"]),
        ] as [(String, JSONValue)])
    func `The audience is a text or a list`(_ name: String, _ audience: JSONValue) async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let token = try key.token(Care.claims(provider.clock.now, ["aud": audience]))
        _ = try await provider.verifier([try Care.issuer()]).verify(token)
    }

    @Test(arguments: ["JWT", "jwt", "at+jwt", "application/at+jwt"])
    func `Types of tokens that say who somebody is`(_ type: String) async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let token = try key.token(
            Care.claims(provider.clock.now), header: ["alg": "EdDSA", "kid": "1", "typ": JSONValue(.string(type))])
        _ = try await provider.verifier([try Care.issuer()]).verify(token)
    }

    @Test func `A token without a key's name takes the only key of its algorithm`() async throws {
        let (first, second) = (try await TestKey.make(.edDSA, "1"), try await TestKey.make(.es256, "2"))
        provider.publish([first, second])
        let token = try first.token(Care.claims(provider.clock.now), header: ["alg": "EdDSA"])
        _ = try await provider.verifier([try Care.issuer()]).verify(token)
        // With two of them it would be a guess.
        let other = TestProvider()
        other.publish([first, try await TestKey.make(.edDSA, "3")])
        await #expect(throws: TokenError(.unknownKey, detail: "kid")) {
            try await other.verifier([try Care.issuer()]).verify(token)
        }
    }

    @Test func `Keys and addresses of keys in the header are not looked at`() async throws {
        let (key, foreign) = (try await TestKey.make(.es256, "1"), try await TestKey.make(.es256, "1"))
        provider.publish([key])
        let claims = Care.claims(provider.clock.now)
        let header: JSONValue = [
            "alg": "ES256", "kid": "1", "jwk": foreign.jwk, "jku": "https://attacker.example/keys",
            "x5u": "https://attacker.example",
        ]
        let verifier = try provider.verifier([Care.issuer()])
        _ = try await verifier.verify(try key.token(claims, header: header))
        await #expect(throws: TokenError(.signature)) { try await verifier.verify(try foreign.token(claims, header: header)) }
        #expect(provider.fetches == 1)
    }

    @Test func `Issuers are told apart by iss, each with its own keys and audience`() async throws {
        let (first, second) = (try await TestKey.make(.edDSA, "1"), try await TestKey.make(.edDSA, "1"))
        let address = try #require(KeySetAddress("https://other.example/keys"))
        let other = OpenIDIssuer(
            url: "https://other.example", audiences: ["other"], keySet: address, claims: try Care.issuer().claims)
        provider.publish([first])
        provider.publish([second], at: address.text)
        let verifier = try provider.verifier([Care.issuer(), other])
        let claims = Care.claims(provider.clock.now, ["iss": "https://other.example", "aud": "other"])
        #expect(try await verifier.verify(try second.token(claims)).issuer == "https://other.example")
        // The first provider's key does not speak for the second, nor its audience for the other's.
        await #expect(throws: TokenError(.signature)) { try await verifier.verify(try first.token(claims)) }
        await #expect(throws: TokenError(.audience, detail: "aud")) {
            try await verifier.verify(try second.token(Care.claims(provider.clock.now, ["iss": "https://other.example"])))
        }
    }
}
