internal import Crypto

/// The secret that proves that whoever redeems a code is the one who asked for it (RFC 7636, method S256).
package struct CodeVerifier: Hashable, Sendable {
    package let text: String

    package init(_ random: RandomBytes = .system) { text = SecretText(random).text }

    /// As it was written down, 43 to 128 characters.
    package init?(_ text: String) {
        guard (43...128).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    /// What the authorization endpoint is told of it.
    package var challenge: String { Base64URL.encode(Array(SHA256.hash(data: Array(text.utf8)))) }
}
