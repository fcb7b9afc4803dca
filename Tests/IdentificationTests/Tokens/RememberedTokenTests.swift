import ClinicalModel
import Identification
import StructuredText
import Testing

struct RememberedTokenTests {
    let provider = TestProvider()

    @Test func `A key that was taken away opens until the next recheck, and not longer`() async throws {
        let (old, new) = (try await TestKey.make(.edDSA, "1"), try await TestKey.make(.edDSA, "2"))
        provider.publish([old])
        let seconds = provider.clock.now.milliseconds / 1000
        let token = try old.token(Care.claims(provider.clock.now, ["exp": JSONValue(integerLiteral: seconds + 7200)]))
        let verifier = try provider.verifier([Care.issuer()])
        let first = try await verifier.verify(token)
        provider.publish([new])
        provider.clock.advance(seconds: 11)
        _ = try await verifier.verify(try new.token(Care.claims(provider.clock.now)))
        #expect(provider.fetches == 2)
        provider.clock.advance(seconds: 888)
        // Known by its digest: no key is asked for.
        #expect(try await verifier.verify(token) == first)
        #expect(provider.fetches == 2)
        provider.clock.advance(seconds: 1)
        await #expect(throws: TokenError(.unknownKey, detail: "kid")) { try await verifier.verify(token) }
    }

    @Test func `However many tokens come, a bounded number is remembered`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        var limits = TokenVerifier.Limits()
        limits.verified = 10
        let verifier = provider.verifier([try Care.issuer()], limits: limits)
        let used = try key.token(Care.claims(provider.clock.now))
        for number in 0..<50 {
            _ = try await verifier.verify(
                try key.token(Care.claims(provider.clock.now, ["jti": JSONValue(integerLiteral: number)])))
            _ = try await verifier.verify(used)
            #expect(verifier.remembered <= 10)
        }
        #expect(verifier.remembered >= 5)
    }

    @Test func `A refused token is not remembered as good`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let verifier = try provider.verifier([Care.issuer()])
        let token = try key.token(Care.claims(provider.clock.now, ["aud": "other"]))
        for _ in 0..<2 {
            await #expect(throws: TokenError(.audience, detail: "aud")) { try await verifier.verify(token) }
        }
        #expect(verifier.remembered == 0)
    }
}
