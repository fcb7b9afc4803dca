package import ClinicalModel
internal import Crypto
internal import StructuredText

/// Verifies the questions of known peers: who asks, that this node is meant, that the request is the signed one, that it is in time, and
/// that it comes for the first time.
///
/// Cost: an Ed25519 verification, two digests and a lookup.
package final class PeerSignatureVerifier: Sendable {
    package struct Limits: Hashable, Sendable {
        /// How much a peer's clock may differ.
        package var clockSkew = Duration.seconds(10)
        /// How far after its signing a question's deadline may lie.
        package var longest = Duration.seconds(60)
        /// Questions of one peer that are remembered until their deadline and the skew are over. A peer that asks more is refused for
        /// a while; the other peers are not.
        package var remembered = 32_768

        package init() {}
    }

    package let name: String
    package let peers: [String: KnownPeer]
    private let limits: Limits
    private let now: @Sendable () -> Timestamp
    private let started: Timestamp
    private let memories: [String: ReplayMemory]

    /// `name` is the node's own, as peers write it into their audience. Of two peers with one name the first counts.
    package init(
        name: String, peers: [KnownPeer], limits: Limits = Limits(), now: @escaping @Sendable () -> Timestamp
    ) {
        self.name = name
        self.peers = Dictionary(peers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.limits = limits
        self.now = now
        started = now()
        memories = self.peers.mapValues { _ in ReplayMemory(capacity: limits.remembered) }
    }

    /// Who asks and what they signed. `signature` is the field's value, nil where the request has none; `path` is the request's target
    /// with its query.
    package func verify(
        _ signature: String?, method: String, path: String, body: [UInt8]
    ) throws(PeerSignatureError) -> (peer: KnownPeer, question: PeerQuestion) {
        guard let signature else { throw PeerSignatureError(.missing) }
        let token: CompactToken
        do throws(TokenError) {
            token = try CompactToken(signature)
        } catch {
            throw PeerSignatureError(error.code == .algorithm ? .algorithm : .malformed)
        }
        guard token.algorithm == .edDSA else { throw PeerSignatureError(.algorithm) }
        guard token.type == PeerQuestion.type, let issuer = token.claims["iss"]?.string else {
            throw PeerSignatureError(.malformed)
        }
        guard let peer = peers[issuer], let memory = memories[issuer] else { throw PeerSignatureError(.unknownPeer) }
        guard peer.key.isValid(token.signature, over: token.signed) else { throw PeerSignatureError(.signature) }
        // From here on it is the peer that speaks.
        guard let question = PeerQuestion(token.claims) else { throw PeerSignatureError(.malformed) }
        guard question.audience.contains(name) else { throw PeerSignatureError(.audience) }
        guard question.method == method else { throw PeerSignatureError(.method) }
        guard question.path == path else { throw PeerSignatureError(.path) }
        guard question.body == BodyDigest(of: body) else { throw PeerSignatureError(.digest) }
        try checkTimes(question)
        let key = SHA256.hash(data: Array(question.nonce.utf8))
        switch memory.admit(key, until: question.deadline.adding(limits.clockSkew), now: now()) {
        case .fresh: return (peer, question)
        case .replayed: throw PeerSignatureError(.replayed)
        case .late: throw PeerSignatureError(.stale)
        case .full: throw PeerSignatureError(.memoryFull)
        }
    }

    private func checkTimes(_ question: PeerQuestion) throws(PeerSignatureError) {
        let moment = now()
        guard question.issued <= moment.adding(limits.clockSkew) else { throw PeerSignatureError(.notYetValid) }
        guard question.deadline <= question.issued.adding(limits.longest) else { throw PeerSignatureError(.window) }
        guard moment < question.deadline.adding(limits.clockSkew) else { throw PeerSignatureError(.stale) }
        guard question.issued >= started else { throw PeerSignatureError(.beforeStart) }
    }
}
