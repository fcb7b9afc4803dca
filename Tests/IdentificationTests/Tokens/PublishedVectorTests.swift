import Identification
import StructuredText
import Testing

/// The signatures that the standards print: an oracle that nobody here has written.
struct PublishedVectorTests {
    @Test func `RFC 7515 A.2, RS256, both ways`() async throws {
        let key = try #require(await VerificationKey(PublishedKeys.RSA.jwk))
        let signature = try #require(Base64URL.decode(PublishedKeys.RSA.signature))
        let signed = Array(("eyJhbGciOiJSUzI1NiJ9." + PublishedKeys.claims).utf8)
        #expect(key.algorithm == .rs256)
        #expect(key.isValid(signature, over: signed))
        #expect(!key.isValid(signature, over: signed.dropLast()))
        // RS256 is deterministic: the tests' own signer has to write the same.
        #expect(try await TestKey.make(.rs256, "a").sign(signed) == signature)
    }

    @Test func `RFC 7515 A.3, ES256`() async throws {
        let key = try #require(await VerificationKey(PublishedKeys.EC.jwk))
        let signature = try #require(Base64URL.decode(PublishedKeys.EC.signature))
        let signed = Array(("eyJhbGciOiJFUzI1NiJ9." + PublishedKeys.claims).utf8)
        #expect(key.algorithm == .es256)
        #expect(key.isValid(signature, over: signed))
        #expect(!key.isValid(signature, over: signed.dropLast()))
        #expect(!key.isValid([UInt8](repeating: 0, count: 64), over: signed))
        #expect(!key.isValid([], over: signed))
    }

    @Test func `RFC 8037 A, EdDSA, both ways, and the thumbprint`() async throws {
        let key = try #require(await VerificationKey(PublishedKeys.Edwards.jwk))
        let signature = try #require(Base64URL.decode(PublishedKeys.Edwards.signature))
        let signed = Array(PublishedKeys.Edwards.signed.utf8)
        #expect(key.algorithm == .edDSA)
        #expect(key.isValid(signature, over: signed))
        #expect(!key.isValid(signature, over: signed.dropLast()))
        let seed = try #require(Base64URL.decode(PublishedKeys.Edwards.seed))
        let own = try #require(SigningKey(bytes: seed))
        #expect(own.signature(over: signed) == signature)
        #expect(own.publicKey.isValid(signature, over: signed))
        #expect(own.publicKey.thumbprint == PublishedKeys.Edwards.thumbprint)
        #expect(own.publicKey.jwk["x"]?.string == PublishedKeys.Edwards.jwk["x"]?.string)
    }
}
