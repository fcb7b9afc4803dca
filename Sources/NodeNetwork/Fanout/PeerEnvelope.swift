internal import AccessModel
internal import ClinicalModel
internal import Identification
internal import Interchange
internal import Questions
internal import ReportModel

/// A question ready to be sent: its bytes, and the signature that is good for every peer that is asked.
struct PeerEnvelope: Sendable {
    let type: String
    let body: [UInt8]
    let signature: String
    private let sign: @Sendable (Set<String>) -> String

    init(_ question: RelayedQuestion, audience: Set<String>, until deadline: Timestamp, signer: PeerSigner) {
        let (type, body) = question.message
        let (asked, path) = (question.asked, question.ask.endpoint.path)
        self.type = type
        self.body = body
        sign = { audience in
            signer.sign(
                method: "POST", path: path, body: body, audience: audience, actor: asked.actor.identity,
                purpose: asked.purpose, deadline: deadline)
        }
        signature = sign(audience)
    }

    /// A request ready to be brought to one peer, on behalf of whoever sent it.
    init(_ message: ReleaseMessage, to peer: String, until deadline: Timestamp, signer: PeerSigner) {
        let body = message.bytes
        let request = message.request
        type = PeerProtocol.json
        self.body = body
        sign = { audience in
            signer.sign(
                method: "POST", path: PeerProtocol.Endpoint.release.path, body: body, audience: audience,
                actor: request.asker.identity, purpose: request.purpose, deadline: deadline)
        }
        signature = sign([peer])
    }

    /// A region's asking after another's classifications, on nobody's behalf.
    init(_ message: ClassificationMessage, to peer: String, until deadline: Timestamp, signer: PeerSigner) {
        let body = message.bytes
        type = PeerProtocol.json
        self.body = body
        sign = { audience in
            signer.sign(
                method: "POST", path: PeerProtocol.Endpoint.classifications.path, body: body, audience: audience,
                actor: Actor.Role.system.rawValue, purpose: .classificationSharing, deadline: deadline)
        }
        signature = sign([peer])
    }

    /// A signature of its own for a second request to one peer: the first is used up if it arrived.
    func signatureAgain(for peer: String) -> String { sign([peer]) }
}
