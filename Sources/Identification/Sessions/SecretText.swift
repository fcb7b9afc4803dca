internal import Crypto

/// 256 random bits as a browser carries them: 43 characters of base64url. Never shown in a log.
package struct SecretText: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// From the system's source of randomness, or a test's.
    package init(_ random: RandomBytes = .system) { text = Base64URL.encode(random.take(32)) }

    /// What a browser sent. Nil for what was never given out in this form.
    package init?(sent text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text)?.count == 32 else { return nil }
        self.text = text
    }

    /// What the server keeps: who reads its memory cannot be somebody.
    var digest: SHA256Digest { SHA256.hash(data: Array(text.utf8)) }

    /// Whether somebody sent this very text, in time that does not depend on where they differ.
    package func matches(_ sent: String?) -> Bool {
        guard let sent else { return false }
        return SHA256.hash(data: Array(sent.utf8)) == digest
    }

    package var description: String { "secret" }
}

/// A source of random bytes.
package struct RandomBytes: Sendable {
    package let take: @Sendable (Int) -> [UInt8]

    package init(take: @escaping @Sendable (Int) -> [UInt8]) { self.take = take }

    /// The system's, fit for keys.
    package static let system = RandomBytes { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
