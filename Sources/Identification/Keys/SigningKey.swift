internal import Crypto
internal import FoundationEssentials
internal import JWTKit
internal import StructuredText

/// An Ed25519 private key (RFC 8032): of a node, or of a development issuer. It is shown nowhere but in `pem`.
package struct SigningKey: Sendable, CustomStringConvertible {
    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's source of randomness.
    package init() { key = Curve25519.Signing.PrivateKey() }

    /// Reads a key as people store it: PEM (PKCS #8, as `openssl genpkey -algorithm ed25519` writes it), or base64 of 32 bytes.
    package init?(stored text: String) {
        let trimmed = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        if trimmed.hasPrefix("-----BEGIN") {
            guard let read = try? EdDSA.PrivateKey(pem: trimmed) else { return nil }
            self.init(bytes: Array(read.rawRepresentation))
        } else {
            guard let data = Data(base64Encoded: trimmed) else { return nil }
            self.init(bytes: Array(data))
        }
    }

    /// Nil where there are not exactly 32 bytes.
    package init?(bytes: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    /// For the one who writes a new key into a file.
    package var pem: String { EdDSA.PrivateKey(backing: key).pemRepresentation }

    package var publicKey: PublicKey { PublicKey(key.publicKey) }

    package var description: String { "signing key of \(publicKey)" }

    /// 64 bytes.
    package func signature(over bytes: [UInt8]) -> [UInt8] {
        // Signing fails only where memory is out; nobody verifies an empty signature.
        (try? key.signature(for: bytes)).map(Array.init) ?? []
    }
}
