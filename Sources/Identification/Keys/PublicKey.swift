internal import Crypto
internal import FoundationEssentials
package import StructuredText

/// An Ed25519 public key. A configuration writes it `ed25519:` and base64 of its 32 bytes.
package struct PublicKey: Hashable, Sendable, CustomStringConvertible {
    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

    /// Reads what `description` writes.
    package init?(_ text: String) {
        guard text.hasPrefix("ed25519:"), let data = Data(base64Encoded: String(text.dropFirst(8))) else { return nil }
        self.init(bytes: Array(data))
    }

    /// Nil where there are not exactly 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    package var bytes: [UInt8] { Array(key.rawRepresentation) }

    package var description: String { "ed25519:" + key.rawRepresentation.base64EncodedString() }

    package func isValid(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        signature.count == 64 && key.isValidSignature(signature, for: bytes)
    }

    /// The key's thumbprint (RFC 7638, members of RFC 8037): a name that follows from the key.
    package var thumbprint: String {
        let members: JSONValue = ["crv": "Ed25519", "kty": "OKP", "x": JSONValue(.string(Base64URL.encode(bytes)))]
        return Base64URL.encode(Array(SHA256.hash(data: members.canonicalBytes)))
    }

    /// As a key set publishes it (RFC 8037), named by its thumbprint.
    package var jwk: JSONValue {
        [
            "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": JSONValue(.string(thumbprint)),
            "x": JSONValue(.string(Base64URL.encode(bytes))),
        ]
    }

    package static func == (a: PublicKey, b: PublicKey) -> Bool { a.bytes == b.bytes }
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
