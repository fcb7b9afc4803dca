internal import Crypto

/// SHA-256 of the bytes of a request, in base64url.
package struct BodyDigest: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(of body: [UInt8]) { text = Base64URL.encode(Array(SHA256.hash(data: body))) }

    /// As a signature states it; proved by comparing it with the digest of a body.
    init(text: String) { self.text = text }

    package var description: String { text }
}
