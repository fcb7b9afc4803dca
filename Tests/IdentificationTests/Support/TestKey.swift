import Crypto
import Identification
import JWTKit
import StructuredText

/// A key of a made-up identity provider, with both halves.
struct TestKey: Sendable {
    let identifier: String
    let algorithm: TokenAlgorithm
    let publicMembers: JSONValue
    let sign: @Sendable ([UInt8]) throws -> [UInt8]

    /// As a key set publishes it.
    var jwk: JSONValue {
        JSONValue(
            members: (publicMembers.members ?? []).map { ($0.name, Optional($0.value)) }
                + [("kid", JSONValue(.string(identifier))), ("alg", JSONValue(.string(algorithm.rawValue))), ("use", "sig")])
    }

    static func make(_ algorithm: TokenAlgorithm, _ identifier: String) async throws -> TestKey {
        switch algorithm {
        case .es256:
            let key = P256.Signing.PrivateKey()
            let point = Array(key.publicKey.rawRepresentation)
            return TestKey(
                identifier: identifier, algorithm: .es256,
                publicMembers: [
                    "kty": "EC", "crv": "P-256", "x": JSONValue(.string(Base64URL.encode(Array(point[..<32])))),
                    "y": JSONValue(.string(Base64URL.encode(Array(point[32...])))),
                ]
            ) { Array(try key.signature(for: $0).rawRepresentation) }
        case .rs256:
            // Making an RSA key takes long; the standard's serves as well.
            typealias Published = PublishedKeys.RSA
            let key = try Insecure.RSA.PrivateKey(
                modulus: Published.modulus, exponent: Published.exponent, privateExponent: Published.privateExponent,
                prime1: Published.prime1, prime2: Published.prime2)
            let signer = try await JWTKeyCollection().add(rsa: key, digestAlgorithm: .sha256).getKey()
            return TestKey(identifier: identifier, algorithm: .rs256, publicMembers: Published.jwk) { try signer.sign($0) }
        case .edDSA:
            let key = Curve25519.Signing.PrivateKey()
            return TestKey(
                identifier: identifier, algorithm: .edDSA,
                publicMembers: [
                    "kty": "OKP", "crv": "Ed25519",
                    "x": JSONValue(.string(Base64URL.encode(Array(key.publicKey.rawRepresentation)))),
                ]
            ) { Array(try key.signature(for: $0)) }
        }
    }

    /// A token under this key, with the header that it should have unless another is given.
    func token(_ claims: JSONValue, header: JSONValue? = nil) throws -> String {
        let header = header ?? ["alg": JSONValue(.string(algorithm.rawValue)), "kid": JSONValue(.string(identifier))]
        let text = TestKey.unsigned(claims, header)
        return text + "." + Base64URL.encode(try sign(Array(text.utf8)))
    }

    static func unsigned(_ claims: JSONValue, _ header: JSONValue) -> String {
        [header, claims].map { Base64URL.encode(Array($0.canonicalText.utf8)) }.joined(separator: ".")
    }
}
