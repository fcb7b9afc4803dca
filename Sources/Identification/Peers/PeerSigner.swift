package import AccessModel
package import ClinicalModel
internal import StructuredText

/// Signs a node's questions to other nodes, once for each question.
package struct PeerSigner: Sendable {
    /// As peers know the node.
    package let name: String
    /// Of the program.
    package let version: String
    private let key: SigningKey
    private let now: @Sendable () -> Timestamp

    package init(name: String, version: String, key: SigningKey, now: @escaping @Sendable () -> Timestamp) {
        self.name = name
        self.version = version
        self.key = key
        self.now = now
    }

    package var publicKey: PublicKey { key.publicKey }

    /// The text for the header field `PeerQuestion.field`. A second attempt at the same node needs a signature of its own: the first is
    /// used up if it arrived.
    package func sign(
        method: String, path: String, body: [UInt8], audience: Set<String>, actor: String, purpose: Purpose,
        deadline: Timestamp
    ) -> String {
        sign(
            PeerQuestion(
                issuer: name, version: version, audience: audience, method: method, path: path, body: BodyDigest(of: body),
                actor: actor, purpose: purpose, issued: now(), deadline: deadline, nonce: PeerSigner.newNonce()))
    }

    package func sign(_ question: PeerQuestion) -> String {
        CompactToken.sign(
            header: ["alg": "EdDSA", "typ": JSONValue(.string(PeerQuestion.type))], claims: question.claims, with: key)
    }

    private static func newNonce() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
}
