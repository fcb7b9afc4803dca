import ClinicalModel
import Identification
import StructuredText
import Testing

/// The edges of validity, to the millisecond, with a skew of 30 seconds.
struct TokenTimeTests {
    let provider = TestProvider()

    @Test(
        arguments: [
            ("exp", 0, nil), ("exp", -29_999, nil), ("exp", -30_000, .expired), ("exp", -30_001, .expired),
            ("nbf", 0, nil), ("nbf", 30_000, nil), ("nbf", 30_001, .notYetValid), ("iat", 30_000, nil),
            ("iat", 30_001, .notYetValid),
        ] as [(String, Int, TokenError.Code?)])
    func `A token holds from nbf less the skew until before exp with it`(
        _ claim: String, _ offset: Int, _ code: TokenError.Code?
    ) async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let moment = provider.clock.now.milliseconds + offset
        // As NumericDate, with the fraction of a second.
        let date = JSONValue(.number("\(moment / 1000).\(String(1000 + moment % 1000).dropFirst())"))
        let token = try key.token(Care.claims(provider.clock.now, [claim: date]))
        let verifier = try provider.verifier([Care.issuer()])
        if let code {
            await #expect(throws: TokenError(code, detail: claim)) { try await verifier.verify(token) }
        } else {
            _ = try await verifier.verify(token)
        }
    }

    @Test func `A remembered token is over at the same millisecond as any other`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let token = try key.token(Care.claims(provider.clock.now))
        let verifier = try provider.verifier([Care.issuer()])
        _ = try await verifier.verify(token)
        provider.clock.advance(milliseconds: 329_999)
        _ = try await verifier.verify(token)
        provider.clock.advance(milliseconds: 1)
        await #expect(throws: TokenError(.expired, detail: "exp")) { try await verifier.verify(token) }
        // Setting the clock back does not bring it to life before its time, but it had its time.
        provider.clock.advance(milliseconds: -1)
        _ = try await verifier.verify(token)
    }

    @Test func `Without skew the edges are the claims' own`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        var issuer = try Care.issuer()
        issuer.clockSkew = .zero
        let token = try key.token(Care.claims(provider.clock.now))
        let verifier = provider.verifier([issuer])
        provider.clock.advance(milliseconds: 299_999)
        _ = try await verifier.verify(token)
        provider.clock.advance(milliseconds: 1)
        await #expect(throws: TokenError(.expired, detail: "exp")) { try await verifier.verify(token) }
    }
}
