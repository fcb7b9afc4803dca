import ClinicalModel
import Crypto
import Identification
import StructuredText
import TestSupport
import Testing

struct OneTimeTokenTests {
    let provider = TestProvider()

    @Test func `A token that may be used once is refused the second time`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let verifier = try provider.verifier([Care.issuer()])
        let token = try key.token(Care.claims(provider.clock.now, ["single_use": true, "jti": "a"]))
        _ = try await verifier.verify(token)
        await #expect(throws: TokenError(.replayed, detail: "jti")) { try await verifier.verify(token) }
        // The same identifier in other words is the same token.
        let reworded = try key.token(Care.claims(provider.clock.now, ["single_use": true, "jti": "a", "name": "Other"]))
        await #expect(throws: TokenError(.replayed, detail: "jti")) { try await verifier.verify(reworded) }
        _ = try await verifier.verify(try key.token(Care.claims(provider.clock.now, ["single_use": true, "jti": "b"])))
        // Nor does it come to life again when it is over.
        provider.clock.advance(seconds: 331)
        await #expect(throws: TokenError(.expired, detail: "exp")) { try await verifier.verify(token) }
        #expect(verifier.remembered == 0)
    }

    @Test func `Of many uses at the same time one is the first`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let verifier = try provider.verifier([Care.issuer()])
        let token = try key.token(Care.claims(provider.clock.now, ["single_use": true, "jti": "a"]))
        let accepted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 { group.addTask { (try? await verifier.verify(token)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(accepted == 1)
    }

    @Test(
        arguments: [
            ("no identifier", ["single_use": true], "jti"), ("an empty one", ["single_use": true, "jti": ""], "jti"),
            ("neither yes nor no", ["single_use": "true", "jti": "a"], "single_use"),
        ] as [(String, [String: JSONValue], String)])
    func `What cannot be told apart is not let in`(_ name: String, _ changes: [String: JSONValue], _ claim: String) async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        let token = try key.token(Care.claims(provider.clock.now, changes.mapValues { Optional($0) }))
        await #expect(throws: TokenError(.claims, detail: claim)) {
            try await provider.verifier([try Care.issuer()]).verify(token)
        }
    }

    @Test func `An issuer's settings may make every token one for one use, or none`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        var issuer = try Care.issuer()
        issuer.singleUse = .all
        let strict = provider.verifier([issuer])
        let token = try key.token(Care.claims(provider.clock.now, ["jti": "a"]))
        _ = try await strict.verify(token)
        await #expect(throws: TokenError(.replayed, detail: "jti")) { try await strict.verify(token) }
        issuer.singleUse = .none
        let lenient = provider.verifier([issuer])
        let claimed = try key.token(Care.claims(provider.clock.now, ["single_use": true, "jti": "a"]))
        for _ in 0..<2 { _ = try await lenient.verify(claimed) }
    }

    @Test func `A full memory lets nothing new in, and has room again when something is over`() async throws {
        let key = try await TestKey.make(.edDSA, "1")
        provider.publish([key])
        var limits = TokenVerifier.Limits()
        limits.oneTime = 3
        let verifier = provider.verifier([try Care.issuer()], limits: limits)
        func token(_ number: Int) throws -> String {
            try key.token(
                Care.claims(provider.clock.now, ["single_use": true, "jti": JSONValue(.string(String(number)))]))
        }
        let first = try token(0)
        _ = try await verifier.verify(first)
        for number in 1..<3 { _ = try await verifier.verify(try token(number)) }
        await #expect(throws: TokenError(.memoryFull, detail: "jti")) { try await verifier.verify(try token(3)) }
        await #expect(throws: TokenError(.replayed, detail: "jti")) { try await verifier.verify(first) }
        provider.clock.advance(seconds: 332)
        _ = try await verifier.verify(try token(4))
    }
}

struct ReplayMemoryTests {
    /// The obvious memory that forgets nothing, beside the one that does.
    @Test(arguments: [UInt64(1), 2, 3])
    func `It answers as a memory without end would, for whatever is not over`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let memory = ReplayMemory(capacity: 10_000)
        var seen: [Int: Int] = [:]
        var now = 1_000_000
        for _ in 0..<3000 {
            now += Int.random(in: 0...400, using: &generator)
            let number = Int.random(in: 0..<200, using: &generator)
            let end = seen[number] ?? now + Int.random(in: 0...20_000, using: &generator)
            let verdict = memory.admit(
                SHA256.hash(data: Array("\(number)".utf8)), until: Timestamp(milliseconds: end),
                now: Timestamp(milliseconds: now))
            if end / 1000 < now / 1000 {
                #expect(verdict == .late)
                seen[number] = nil
            } else {
                #expect(verdict == (seen[number] == nil ? .fresh : .replayed))
                seen[number] = end
            }
        }
        #expect(memory.count <= 200)
    }

    @Test func `What was forgotten stays refused when the clock is set back`() {
        let memory = ReplayMemory(capacity: 10)
        let key = SHA256.hash(data: [1])
        let end = Timestamp(milliseconds: 10_500)
        #expect(memory.admit(key, until: end, now: Timestamp(milliseconds: 10_000)) == .fresh)
        #expect(
            memory.admit(SHA256.hash(data: [2]), until: Timestamp(milliseconds: 90_000), now: Timestamp(milliseconds: 60_000))
                == .fresh)
        #expect(memory.count == 1)
        #expect(memory.admit(key, until: end, now: Timestamp(milliseconds: 10_000)) == .late)
    }
}
