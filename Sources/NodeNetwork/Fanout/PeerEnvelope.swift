internal import AccessModel
internal import ClinicalModel
internal import Identification
internal import Interchange
internal import Questions
internal import ReportModel

/// A question ready to be sent: its bytes, and the signature that is good for every peer that is asked.
struct PeerEnvelope: Sendable {
    let endpoint: PeerProtocol.Endpoint
    let type: String
    let body: [UInt8]
    let signature: String
    private let sign: @Sendable (Set<String>) -> String

    init(_ question: RelayedQuestion, audience: Set<String>, until deadline: Timestamp, signer: PeerSigner) {
        let (type, body) = question.message
        self.init(
            type, body, to: question.ask.endpoint, audience: audience, actor: question.asked.actor.identity,
            purpose: question.asked.purpose, until: deadline, signer: signer)
    }

    /// A request ready to be brought to one peer, on behalf of whoever sent it.
    init(_ message: ReleaseMessage, to peer: String, until deadline: Timestamp, signer: PeerSigner) {
        self.init(
            PeerProtocol.json, message.bytes, to: .release, audience: [peer], actor: message.request.asker.identity,
            purpose: message.request.purpose, until: deadline, signer: signer)
    }

    /// A region's asking after another's classifications, on nobody's behalf.
    init(_ message: ClassificationMessage, to peer: String, until deadline: Timestamp, signer: PeerSigner) {
        self.init(
            PeerProtocol.json, message.bytes, to: .classifications, audience: [peer], actor: Actor.Role.system.rawValue,
            purpose: .classificationSharing, until: deadline, signer: signer)
    }

    private init(
        _ type: String, _ body: [UInt8], to endpoint: PeerProtocol.Endpoint, audience: Set<String>, actor: String,
        purpose: Purpose,
        until deadline: Timestamp, signer: PeerSigner
    ) {
        self.endpoint = endpoint
        self.type = type
        self.body = body
        sign = { audience in
            signer.sign(
                method: "POST", path: endpoint.path, body: body, audience: audience, actor: actor, purpose: purpose,
                deadline: deadline)
        }
        signature = sign(audience)
    }

    /// A signature of its own for a second request to one peer: the first is used up if it arrived.
    func signatureAgain(for peer: String) -> String { sign([peer]) }
}
