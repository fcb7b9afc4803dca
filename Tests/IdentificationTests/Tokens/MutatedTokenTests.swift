import Identification
import StructuredText
import TestSupport
import Testing

struct MutatedTokenTests {
    let provider = TestProvider()
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ".utf8)

    /// One edit of the kinds that happen, and that attackers make.
    static func mutate(_ token: [UInt8], _ other: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = token
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: bytes[place] = generator.pick(alphabet)
        case 1: bytes.insert(generator.pick(alphabet), at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        case 4: bytes.removeLast(Int.random(in: 1...min(40, bytes.count), using: &generator))
        // A part of another good token.
        case 5:
            var parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            let others = other.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            let part = Int.random(in: 0..<3, using: &generator)
            parts[part] = others[part]
            bytes = Array(parts.joined(separator: [UInt8(ascii: ".")]))
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<7, using: &generator)
        }
        return bytes
    }

    @Test(arguments: TokenAlgorithm.allCases)
    func `No changed token is accepted`(_ algorithm: TokenAlgorithm) async throws {
        let key = try await TestKey.make(algorithm, "1")
        provider.publish([key])
        let verifier = try provider.verifier([Care.issuer()])
        let token = try key.token(Care.claims(provider.clock.now))
        let other = try key.token(
            Care.claims(provider.clock.now, ["samsyn_purpose": "own-patient-care", "employeeHsaId": "SE2321000222-9999"]))
        _ = try await verifier.verify(token)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<1500 {
            let changed = String(
                decoding: MutatedTokenTests.mutate(Array(token.utf8), Array(other.utf8), &generator), as: UTF8.self)
            guard changed != token, changed != other else { continue }
            await #expect(throws: TokenError.self, "\(changed)") { try await verifier.verify(changed) }
        }
        #expect(verifier.remembered == 1)
    }
}
