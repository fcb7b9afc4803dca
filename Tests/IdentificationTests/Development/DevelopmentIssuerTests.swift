import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Testing

struct DevelopmentIssuerTests {
    let provider = TestProvider()
    static let doctor = Actor(
        identity: "lakare-umea", name: "Karin Test", role: .physician, region: RegionCode("24"),
        provider: OrganisationCode("SE24-NUS"), careUnit: nil, purposes: [.ownPatientCare, .feasibility])

    func issuer(_ key: SigningKey = SigningKey(), personas: [String: Actor] = ["lakare-umea": doctor]) throws -> DevelopmentIssuer
    {
        let permission = try #require(DevelopmentPermission(address: "127.0.0.1", isDevelopment: true))
        return DevelopmentIssuer(permission, personas: personas, key: key, now: { provider.clock.now })
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.255.0.3", true), ("::1", true), ("[::1]", true), ("localhost", true), ("0.0.0.0", false),
        ("::", false), ("10.0.0.1", false), ("", false), ("127.0.0.1.example", false), ("localhost.example", false),
        ("127.1", false), ("127.0.0.256", false), ("127.0.0.01", false), ("1270.0.0.1", false), ("127.0.0.+1", false),
    ])
    func `It is permitted on the own machine only, and only where it was asked for`(_ address: String, _ isLoopback: Bool) {
        #expect((DevelopmentPermission(address: address, isDevelopment: true) != nil) == isLoopback)
        #expect(DevelopmentPermission(address: address, isDevelopment: false) == nil)
    }

    @Test func `A persona's token says that it is one`() async throws {
        let issuer = try issuer()
        let verifier = provider.verifier([], development: issuer)
        let credential = try await verifier.verify(try issuer.token(persona: "lakare-umea", purpose: .feasibility))
        #expect(credential.actor == DevelopmentIssuerTests.doctor)
        #expect(credential.purpose == .feasibility)
        #expect(credential.isDevelopment)
        #expect(try await verifier.verify(try issuer.token(persona: "lakare-umea")).purpose == nil)
        provider.clock.advance(seconds: 3602)
        await #expect(throws: TokenError(.expired, detail: "exp")) {
            provider.clock.advance(seconds: -3602)
            let token = try issuer.token(persona: "lakare-umea")
            provider.clock.advance(seconds: 3602)
            _ = try await verifier.verify(token)
        }
    }

    @Test func `Who is no persona gets no token, nor one for a purpose of others`() throws {
        #expect(throws: DevelopmentIssuerError.personaUnknown) { try issuer().token(persona: "nobody") }
        #expect(throws: DevelopmentIssuerError.purposeNotOfPersona) {
            try issuer().token(persona: "lakare-umea", purpose: .research)
        }
    }

    @Test func `A token says no more than the node's own file of personas`() async throws {
        let key = SigningKey()
        let rich = Actor(
            identity: "x", name: "x", role: .physician, region: nil, provider: nil, careUnit: nil, purposes: [.research])
        let elsewhere = try issuer(key, personas: ["lakare-umea": rich, "stranger": rich])
        let verifier = provider.verifier([], development: try issuer(key))
        await #expect(throws: TokenError(.claims, detail: "samsyn_purpose")) {
            try await verifier.verify(try elsewhere.token(persona: "lakare-umea", purpose: .research))
        }
        await #expect(throws: TokenError(.claims, detail: "sub")) {
            try await verifier.verify(try elsewhere.token(persona: "stranger"))
        }
    }

    @Test func `Where there is no development issuer its tokens are foreign`() async throws {
        let issuer = try issuer()
        let token = try issuer.token(persona: "lakare-umea")
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        await #expect(throws: TokenError(.issuer, detail: "iss")) {
            try await provider.verifier([try Care.issuer()]).verify(token)
        }
        await #expect(throws: TokenError(.unknownKey, detail: "kid")) {
            try await provider.verifier([], development: try self.issuer()).verify(token)
        }
        // An identity provider cannot pass itself off as it.
        let claims = Care.claims(provider.clock.now, ["iss": "urn:samsyn:development", "aud": "samsyn-development"])
        await #expect(throws: TokenError(.unknownKey, detail: "kid")) {
            try await provider.verifier([try Care.issuer()], development: issuer).verify(try key.token(claims))
        }
    }

    @Test func `Its key set is one that others could read`() async throws {
        let key = SigningKey()
        let set = try issuer(key).keySet
        let keys = try #require(await KeySetCache.parse(Array(set.canonicalText.utf8)))
        #expect(keys.map(\.identifier) == [key.publicKey.thumbprint])
        #expect(!set.canonicalText.contains("\"d\""))
    }
}
