internal import FoundationEssentials
internal import JWTKit
package import StructuredText

/// One key of an issuer's key set: it verifies one algorithm, the one that its own type says, whatever a token's header claims.
package struct VerificationKey: Sendable {
    /// `kid`.
    package let identifier: String?
    package let algorithm: TokenAlgorithm
    private let key: any JWTAlgorithm

    /// Reads a JSON Web Key (RFC 7517). Nil for a key that is not for verifying, of an algorithm that is not accepted, damaged, too weak
    /// (RSA under 2048 bits), or published with its private half: such a key proves nothing.
    package init?(_ json: JSONValue) async {
        guard json.members != nil, json["use"].map({ $0.string == "sig" }) ?? true,
            json["key_ops"].map({ $0.array?.contains { $0.string == "verify" } == true }) ?? true,
            !["d", "p", "q", "k"].contains(where: { json[$0] != nil })
        else { return nil }
        let jwk: JWK
        switch (json["kty"]?.string, json["crv"]?.string, json["alg"]?.string) {
        case ("RSA", nil, nil), ("RSA", nil, "RS256"):
            algorithm = .rs256
            jwk = .rsa(.rs256, identifier: "key", modulus: json["n"]?.string, exponent: json["e"]?.string)
        case ("EC", "P-256", nil), ("EC", "P-256", "ES256"):
            algorithm = .es256
            jwk = .ecdsa(.es256, identifier: "key", x: json["x"]?.string, y: json["y"]?.string, curve: .p256)
        // RFC 9864 writes `Ed25519` for what RFC 8037 calls `EdDSA`.
        case ("OKP", "Ed25519", nil), ("OKP", "Ed25519", "EdDSA"), ("OKP", "Ed25519", "Ed25519"):
            algorithm = .edDSA
            jwk = .octetKeyPair(.eddsa, identifier: "key", x: json["x"]?.string, y: nil, curve: .ed25519)
        default: return nil
        }
        let collection = JWTKeyCollection()
        guard (try? await collection.add(jwk: jwk)) != nil, let key = try? await collection.getKey(for: "key") else {
            return nil
        }
        self.key = key
        identifier = json["kid"]?.string
    }

    package func isValid(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        (try? key.verify(signature, signs: bytes)) ?? false
    }

    func verify(_ token: CompactToken) throws(TokenError) {
        guard token.algorithm == algorithm else { throw TokenError(.algorithm, detail: "alg") }
        guard isValid(token.signature, over: token.signed) else { throw TokenError(.signature) }
    }
}
