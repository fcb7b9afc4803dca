import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Testing

struct PassportTests {
    let provider = TestProvider()

    /// The projects of a researcher with these visas, each a pair of claims and key; keys and issuer settings as given.
    func projects(
        _ visas: [(JSONValue, TestKey)], trusting: [TestKey], _ change: (inout VisaIssuer) -> Void = { _ in }
    ) async throws -> Credential {
        let key = try await TestKey.make(.es256, "1")
        provider.publish([key], at: Research.keySet)
        provider.publish(trusting, at: Research.visaKeySet)
        var issuer = try Research.visaIssuer()
        change(&issuer)
        let texts = try visas.map { try $1.token($0) }
        return try await provider.verifier([try Research.issuer()], visaIssuers: [issuer]).verify(
            try key.token(Research.claims(provider.clock.now, visas: texts)))
    }

    @Test(arguments: [TokenAlgorithm.rs256, .es256])
    func `A visa names a project`(_ algorithm: TokenAlgorithm) async throws {
        let key = try await TestKey.make(algorithm, "v")
        let now = provider.clock.now
        let credential = try await projects([(Research.visa(now), key)], trusting: [key]) { $0.subjectsOf = Research.url }
        #expect(credential.actor.projects == [Research.project])
        #expect(credential.expires == Timestamp(milliseconds: now.milliseconds + 300_000))
    }

    @Test func `Visas of several projects add up, and the token holds as long as the first of them`() async throws {
        let key = try await TestKey.make(.edDSA, "v")
        let now = provider.clock.now
        let short = Research.visa(
            now, ["exp": JSONValue(integerLiteral: now.milliseconds / 1000 + 60)],
            object: ["value": "https://samsyn.example/projects/2026-00001-01"])
        let credential = try await projects([(Research.visa(now), key), (short, key)], trusting: [key]) {
            $0.subjectsOf = Research.url
        }
        #expect(credential.actor.projects == [Research.project, "2026-00001-01"])
        #expect(credential.expires == Timestamp(milliseconds: now.milliseconds + 60_000))
    }

    @Test(
        arguments: [
            ("over", ["exp": 1_700_000_000], [:]), ("without an end", ["exp": nil], [:]),
            ("of a foreign issuer", ["iss": "https://foreign.example"], [:]), ("without an issuer", ["iss": nil], [:]),
            ("about somebody else", ["sub": "someone@login.example"], [:]), ("about nobody", ["sub": nil], [:]),
            ("of another type", [:], ["type": "ResearcherStatus"]), ("of no type", [:], ["type": nil]),
            ("for another platform", [:], ["value": "https://other.example/projects/2025-01234-01"]),
            ("for a way around", [:], ["value": "https://samsyn.example/projects/../2025-01234-01"]),
            ("for nothing", [:], ["value": "https://samsyn.example/projects/"]), ("without value", [:], ["value": nil]),
            ("from nobody", [:], ["source": nil]), ("asserted tomorrow", [:], ["asserted": 1_900_000_000]),
            ("never asserted", [:], ["asserted": nil]),
            ("under conditions", [:], ["conditions": [[["type": "AffiliationAndRole"]]]]),
            ("not yet valid", ["nbf": 1_900_000_000], [:]), ("that is no visa", ["ga4gh_visa_v1": nil], [:]),
        ] as [(String, [String: JSONValue?], [String: JSONValue?])])
    func `A visa that does not hold grants nothing and refuses nothing`(
        _ name: String, _ changes: [String: JSONValue?], _ object: [String: JSONValue?]
    ) async throws {
        let key = try await TestKey.make(.edDSA, "v")
        let visa = Research.visa(provider.clock.now, changes, object: object)
        let credential = try await projects([(visa, key)], trusting: [key]) { $0.subjectsOf = Research.url }
        #expect(credential.actor.projects.isEmpty)
    }

    @Test func `A visa signed by anybody else grants nothing`() async throws {
        let (key, foreign) = (try await TestKey.make(.edDSA, "v"), try await TestKey.make(.edDSA, "v"))
        let unknown = try await TestKey.make(.edDSA, "w")
        let visa = Research.visa(provider.clock.now)
        let credential = try await projects([(visa, foreign), (visa, unknown)], trusting: [key]) {
            $0.subjectsOf = Research.url
        }
        #expect(credential.actor.projects.isEmpty)
    }

    @Test func `The same subject at another issuer is somebody else, until the settings or a link say otherwise`() async throws {
        let key = try await TestKey.make(.edDSA, "v")
        let now = provider.clock.now
        let visa = Research.visa(now, ["sub": "t-77"])
        #expect(try await projects([(Research.visa(now), key)], trusting: [key]).actor.projects.isEmpty)
        #expect(try await projects([(visa, key)], trusting: [key]).actor.projects.isEmpty)
        let link = Research.visa(
            now, ["sub": "t-77"],
            object: [
                "type": "LinkedIdentities", "value": "x,https%3A%2F%2Fx.example;tove%40login.example,https%3A%2F%2Flogin.example",
            ])
        #expect(try await projects([(visa, key), (link, key)], trusting: [key]).actor.projects.isEmpty)
        let linked = try await projects([(visa, key), (link, key)], trusting: [key]) { $0.mayLink = true }
        #expect(linked.actor.projects == [Research.project])
        for value in ["tove%40login.example", "tove%4,https%3A%2F%2Flogin.example", ",;", ""] {
            let bad = Research.visa(
                now, ["sub": "t-77"], object: ["type": "LinkedIdentities", "value": JSONValue(.string(value))])
            #expect(try await projects([(visa, key), (bad, key)], trusting: [key]) { $0.mayLink = true }.actor.projects.isEmpty)
        }
    }

    @Test func `A visa issuer speaks for the sources in its settings`() async throws {
        let key = try await TestKey.make(.edDSA, "v")
        let visa = Research.visa(provider.clock.now)
        for (sources, isHeard) in [(["https://etik.example"], true), (["https://other.example"], false)] as [(Set<String>, Bool)]
        {
            let credential = try await projects([(visa, key)], trusting: [key]) {
                $0.subjectsOf = Research.url
                $0.sources = sources
            }
            #expect(credential.actor.projects.isEmpty != isHeard)
        }
    }

    @Test func `What a visa issuer out of reach would grant is unknown, and said to be`() async throws {
        let key = try await TestKey.make(.es256, "1")
        provider.publish([key], at: Research.keySet)
        let visa = try await TestKey.make(.edDSA, "v").token(Research.visa(provider.clock.now))
        let verifier = provider.verifier([try Research.issuer()], visaIssuers: [try Research.visaIssuer()])
        await #expect(throws: TokenError(.keysUnavailable, detail: "ga4gh_passport_v1")) {
            try await verifier.verify(try key.token(Research.claims(provider.clock.now, visas: [visa])))
        }
    }

    @Test func `A visa is no token to sign in with`() async throws {
        let key = try await TestKey.make(.edDSA, "v")
        provider.publish([key], at: Research.keySet)
        let claims = Research.visa(provider.clock.now, ["iss": JSONValue(.string(Research.url))])
        await #expect(throws: TokenError(.audience, detail: "aud")) {
            try await provider.verifier([try Research.issuer()]).verify(try key.token(claims))
        }
    }
}
