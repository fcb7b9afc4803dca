import Crypto
import Foundation
import Identification
import StructuredText
import Testing

struct RefusedTokenTests {
    let provider = TestProvider()

    @Test(arguments: [
        ("", TokenError(.malformed)), ("a.b", TokenError(.malformed)), ("a.b.c.d", TokenError(.malformed)),
        ("....", TokenError(.malformed)), ("e30.e30.", TokenError(.algorithm, detail: "alg")),
        ("not a token", TokenError(.malformed)), ("eyJhbGciOiJFUzI1NiJ9.e30.=", TokenError(.malformed, detail: "signature")),
        ("eyJhbGciOiJFUzI1NiJ9.W10.AA", TokenError(.malformed, detail: "claims")),
        ("eyJhbGciOiJFUzI1NiJ9.e30.AA", TokenError(.issuer, detail: "iss")),
        ("W10.e30.AA", TokenError(.malformed, detail: "header")),
        (String(repeating: "a", count: 70_000), TokenError(.malformed, detail: "size")),
    ])
    func `What is no token`(_ text: String, _ error: TokenError) async throws {
        let verifier = try provider.verifier([Care.issuer()])
        await #expect(throws: error) { try await verifier.verify(text) }
        #expect(provider.fetches == 0)
    }

    @Test func `A name given twice is refused: two readers would take different ones`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let claims = Array(#"{"iss":"https://idp.example","aud":"x","aud":"samsyn"}"#.utf8)
        let text = Base64URL.encode(Array(#"{"alg":"EdDSA","kid":"1"}"#.utf8)) + "." + Base64URL.encode(claims)
        let token = text + "." + Base64URL.encode(try key.sign(Array(text.utf8)))
        await #expect(throws: TokenError(.malformed, detail: "claims")) {
            try await provider.verifier([try Care.issuer()]).verify(token)
        }
    }

    @Test(arguments: ["none", "None", "NONE", "nOnE", "", "HS256", "HS512", "RS512", "PS256", "ES384", "es256", "EdDSA "])
    func `No other algorithm, signed or not`(_ algorithm: String) async throws {
        let key = try await TestKey.make(.es256, "1")
        provider.publish([key])
        let verifier = try provider.verifier([Care.issuer()])
        let header: JSONValue = ["alg": JSONValue(.string(algorithm)), "kid": "1"]
        let claims = Care.claims(provider.clock.now)
        for token in [TestKey.unsigned(claims, header) + ".", try key.token(claims, header: header)] {
            await #expect(throws: TokenError(.algorithm, detail: "alg")) { try await verifier.verify(token) }
        }
    }

    /// The attack: the public key, which everybody has, taken for a shared secret.
    @Test func `A public key is no shared secret`() async throws {
        let key = try await TestKey.make(.rs256, "1")
        provider.publish([key])
        let verifier = try provider.verifier([Care.issuer()])
        let text = TestKey.unsigned(Care.claims(provider.clock.now), ["alg": "HS256", "kid": "1"])
        for secret in [Data(key.jwk.canonicalText.utf8), Data(PublishedKeys.RSA.modulus.utf8)] {
            let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: secret))
            await #expect(throws: TokenError(.algorithm, detail: "alg")) {
                try await verifier.verify(text + "." + Base64URL.encode(Array(code)))
            }
        }
    }

    @Test(arguments: TokenAlgorithm.allCases, TokenAlgorithm.allCases)
    func `A key verifies the algorithm of its own type and no other`(_ actual: TokenAlgorithm, _ claimed: TokenAlgorithm)
        async throws
    {
        let key = try await TestKey.make(actual, "1")
        provider.publish([key])
        let verifier = try provider.verifier([Care.issuer()])
        let token = try key.token(
            Care.claims(provider.clock.now), header: ["alg": JSONValue(.string(claimed.rawValue)), "kid": "1"])
        if actual == claimed {
            _ = try await verifier.verify(token)
        } else {
            await #expect(throws: TokenError(.algorithm, detail: "alg")) { try await verifier.verify(token) }
        }
    }

    @Test func `An algorithm that the issuer's settings leave out`() async throws {
        let key = try await TestKey.make(.rs256, "1")
        provider.publish([key])
        var issuer = try Care.issuer()
        issuer.algorithms = [.es256]
        let token = try key.token(Care.claims(provider.clock.now))
        await #expect(throws: TokenError(.algorithm, detail: "alg")) { try await provider.verifier([issuer]).verify(token) }
    }

    @Test(
        arguments: [
            ("crit", ["exp"], TokenError(.algorithm, detail: "crit")), ("crit", [], TokenError(.algorithm, detail: "crit")),
            ("b64", false, TokenError(.algorithm, detail: "b64")), ("kid", 1, TokenError(.malformed, detail: "kid")),
            ("typ", "vnd.ga4gh.visa+jwt", TokenError(.malformed, detail: "typ")),
            ("typ", "logout+jwt", TokenError(.malformed, detail: "typ")),
            ("typ", "samsyn-question+jws", TokenError(.malformed, detail: "typ")),
            ("kid", "2", TokenError(.unknownKey, detail: "kid")), ("kid", "", TokenError(.unknownKey, detail: "kid")),
        ] as [(String, JSONValue, TokenError)])
    func `Headers that ask for something else`(_ member: String, _ value: JSONValue, _ error: TokenError) async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let usual: [(String, JSONValue?)] = [("alg", "EdDSA"), ("kid", "1")]
        let header = JSONValue(members: usual.filter { $0.0 != member } + [(member, value)])
        let token = try key.token(Care.claims(provider.clock.now), header: header)
        await #expect(throws: error) { try await provider.verifier([try Care.issuer()]).verify(token) }
    }

    @Test(
        arguments: [
            ("iss", "https://foreign.example", TokenError(.issuer, detail: "iss")),
            ("iss", "https://idp.example/", TokenError(.issuer, detail: "iss")), ("iss", nil, TokenError(.issuer, detail: "iss")),
            ("iss", ["https://idp.example"], TokenError(.issuer, detail: "iss")),
            ("aud", "other", TokenError(.audience, detail: "aud")), ("aud", ["other"], TokenError(.audience, detail: "aud")),
            ("aud", [], TokenError(.audience, detail: "aud")), ("aud", nil, TokenError(.audience, detail: "aud")),
            ("aud", ["samsyn": "samsyn"], TokenError(.audience, detail: "aud")),
            ("aud", "", TokenError(.audience, detail: "aud")),
            ("exp", nil, TokenError(.claims, detail: "exp")), ("exp", "1800000000", TokenError(.claims, detail: "exp")),
            ("exp", -1, TokenError(.claims, detail: "exp")), ("exp", 0, TokenError(.expired, detail: "exp")),
            ("exp", JSONValue(.number("1e300")), TokenError(.claims, detail: "exp")),
            ("nbf", 1_900_000_000, TokenError(.notYetValid, detail: "nbf")),
            ("iat", 1_900_000_000, TokenError(.notYetValid, detail: "iat")), ("nbf", "soon", TokenError(.claims, detail: "nbf")),
        ] as [(String, JSONValue?, TokenError)])
    func `Claims that do not hold`(_ claim: String, _ value: JSONValue?, _ error: TokenError) async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let token = try key.token(Care.claims(provider.clock.now, [claim: value]))
        await #expect(throws: error) { try await provider.verifier([try Care.issuer()]).verify(token) }
    }

    @Test func `A foreign key under a known name`() async throws {
        for algorithm in [TokenAlgorithm.es256, .edDSA] {
            let (key, foreign) = (try await TestKey.make(algorithm, "1"), try await TestKey.make(algorithm, "1"))
            provider.publish([key])
            let token = try foreign.token(Care.claims(provider.clock.now))
            await #expect(throws: TokenError(.signature)) {
                try await provider.verifier([try Care.issuer()]).verify(token)
            }
        }
    }

    @Test func `A login that was too weak`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        var issuer = try Care.issuer()
        issuer.assuranceLevels = ["http://id.sambi.se/loa/loa3"]
        let verifier = provider.verifier([issuer])
        let now = provider.clock.now
        _ = try await verifier.verify(try key.token(Care.claims(now, ["acr": "http://id.sambi.se/loa/loa3"])))
        for level in ["http://id.sambi.se/loa/loa2", nil] as [JSONValue?] {
            await #expect(throws: TokenError(.claims, detail: "acr")) {
                try await verifier.verify(try key.token(Care.claims(now, ["acr": level])))
            }
        }
    }
}
