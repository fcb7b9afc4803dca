import Identification
import StructuredText
import Testing

struct KeySetTests {
    let provider = TestProvider()

    @Test func `A new key is found at once, and one that was taken away is gone`() async throws {
        let (old, new) = (try await TestKey.make(.edDSA, "1"), try await TestKey.make(.edDSA, "2"))
        provider.publish([old])
        let cache = try provider.cache()
        _ = try await cache.key("1", for: .edDSA)
        provider.publish([new])
        provider.clock.advance(seconds: 11)
        _ = try await cache.key("2", for: .edDSA)
        #expect(provider.fetches == 2)
        provider.clock.advance(seconds: 11)
        await #expect(throws: TokenError(.unknownKey, detail: "kid")) { try await cache.key("1", for: .edDSA) }
    }

    @Test func `Tokens under made-up keys do not make the node ask without end`() async throws {
        provider.publish([try await TestKey.make(.edDSA, "1")])
        let cache = try provider.cache()
        for number in 0..<200 {
            await #expect(throws: TokenError(.unknownKey, detail: "kid")) { try await cache.key("x\(number)", for: .edDSA) }
            provider.clock.advance(milliseconds: 100)
        }
        // Twenty seconds, one fetch in ten.
        #expect(provider.fetches == 2)
    }

    @Test func `Many who need keys at once cause one fetch`() async throws {
        provider.publish([try await TestKey.make(.edDSA, "1")])
        let cache = try provider.cache()
        let found = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { (try? await cache.key("1", for: .edDSA)) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(found == 50)
        #expect(provider.fetches == 1)
    }

    @Test func `Old keys serve while the provider is down, up to the limit`() async throws {
        provider.publish([try await TestKey.make(.edDSA, "1")])
        let cache = try provider.cache()
        _ = try await cache.key("1", for: .edDSA)
        provider.breakDown()
        for _ in 0..<23 {
            provider.clock.advance(seconds: 3600)
            _ = try await cache.key("1", for: .edDSA)
            await cache.settle()
        }
        #expect(provider.fetches == 24)
        provider.clock.advance(seconds: 3599)
        _ = try await cache.key("1", for: .edDSA)
        await cache.settle()
        provider.clock.advance(seconds: 1)
        await #expect(throws: TokenError(.keysUnavailable)) { try await cache.key("1", for: .edDSA) }
        provider.breakDown(false)
        provider.clock.advance(seconds: 10)
        _ = try await cache.key("1", for: .edDSA)
    }

    @Test func `A provider that is down from the start is asked again`() async throws {
        provider.publish([try await TestKey.make(.edDSA, "1")])
        provider.breakDown()
        let cache = try provider.cache()
        for _ in 0..<5 {
            await #expect(throws: TokenError(.keysUnavailable)) { try await cache.key("1", for: .edDSA) }
        }
        #expect(provider.fetches == 1)
        provider.breakDown(false)
        provider.clock.advance(seconds: 10)
        _ = try await cache.key("1", for: .edDSA)
    }

    @Test func `Keys are fetched again beside their use`() async throws {
        let (old, new) = (try await TestKey.make(.edDSA, "1"), try await TestKey.make(.edDSA, "2"))
        provider.publish([old])
        let cache = try provider.cache()
        _ = try await cache.key("1", for: .edDSA)
        provider.publish([new])
        provider.clock.advance(seconds: 600)
        _ = try await cache.key("1", for: .edDSA)
        await cache.settle()
        #expect(provider.fetches == 2)
        _ = try await cache.key("2", for: .edDSA)
        #expect(provider.fetches == 2)
    }

    @Test(arguments: ["", "{}", "[]", #"{"keys":{}}"#, #"{"keys":[]}"#, #"{"keys":[1,null,"a"]}"#, #"{"keys":[{}]}"#])
    func `An answer without keys is no answer`(_ text: String) async {
        #expect(await KeySetCache.parse(Array(text.utf8)) == nil)
    }

    @Test func `Keys for other things are left out, others of the set serve`() async throws {
        let good = try await TestKey.make(.es256, "good")
        func with(_ key: JSONValue, _ name: String, _ value: JSONValue) -> JSONValue {
            JSONValue(members: (key.members ?? []).filter { $0.name != name }.map { ($0.name, $0.value) } + [(name, value)])
        }
        let small =
            "r_xMHMmB5epNIemRdt5_DpgJtq5fqDoyUH3bwio9bIeJfU3AX2pxJTyzyIcPz4lervHP20bUeuynm5fZPwGqNBORka1NSUx70XsbaqUPNydfy8iF"
            + "dPxCq2ERcqNIxGYMlueNHIEPW5aetxwaBEjwQb5uziJG68ZW83jxH2n43vs"
        let others: [JSONValue] = [
            with(good.jwk, "use", "enc"), with(good.jwk, "key_ops", ["sign"]), with(good.jwk, "crv", "P-384"),
            with(good.jwk, "alg", "ES384"), with(good.jwk, "kty", "oct"), with(good.jwk, "x", "AAAA"),
            with(good.jwk, "x", good.jwk["y"] ?? nil), with(PublishedKeys.RSA.jwk, "alg", "PS256"),
            with(PublishedKeys.RSA.jwk, "n", JSONValue(.string(small))),
            with(PublishedKeys.Edwards.jwk, "crv", "X25519"), with(PublishedKeys.Edwards.jwk, "x", "AAAA"),
            // Published with its private half: everybody can sign with it.
            with(PublishedKeys.Edwards.jwk, "d", JSONValue(.string(PublishedKeys.Edwards.seed))),
            ["kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T"],
        ]
        for other in others { #expect(await VerificationKey(other) == nil, "\(other.canonicalText)") }
        let set: JSONValue = ["keys": JSONValue(others + [good.jwk])]
        let keys = try #require(await KeySetCache.parse(Array(set.canonicalText.utf8)))
        #expect(keys.map(\.identifier) == ["good"])
    }

    @Test(arguments: [
        ("https://idp.example/keys", true), ("http://127.0.0.1:8080/keys", true), ("http://localhost/keys", true),
        ("http://[::1]:8080/keys", true), ("http://idp.example/keys", false), ("http://127.0.0.1.example/keys", false),
        ("http://127.0.0.1@idp.example/keys", false), ("http://0177.0.0.1/keys", false), ("ftp://idp.example", false),
        ("http://localhost.example/keys", false), ("https://", false), ("", false), ("/etc/keys", false),
    ])
    func `Keys come encrypted, or from the own machine`(_ text: String, _ isGood: Bool) {
        #expect((KeySetAddress(text) != nil) == isGood)
    }
}
