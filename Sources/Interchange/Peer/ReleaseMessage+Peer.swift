package import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

extension ReleaseMessage {
    /// As it goes over the wire.
    package var bytes: [UInt8] {
        let json: JSONValue = [
            "protocol": JSONValue(PeerProtocol.version), "release": request.peerJSON, "steps": JSONValue(steps.map(\.peerJSON)),
        ]
        return Array(json.canonicalText.utf8)
    }

    /// Reads what came in from `node`.
    package init(_ bytes: [UInt8], from node: String) throws(PeerMessageError) {
        guard bytes.count <= PeerProtocol.Endpoint.release.requestLimit else {
            throw PeerMessageError(.outOfBounds, at: "message")
        }
        let fields = try PeerFields.message(bytes)
        self.init(
            request: try ReleaseRequest(try fields.object("release")), steps: try ReleaseStep.read(fields), node: node)
    }
}

/// What the holding side answers: everything that it has done about a request.
package enum ReleaseReply {
    package static func bytes(_ steps: [ReleaseStep], of request: String) -> [UInt8] {
        let json: JSONValue = [
            "protocol": JSONValue(PeerProtocol.version), "request": JSONValue(.string(request)),
            "steps": JSONValue(steps.map(\.peerJSON)),
        ]
        return Array(json.canonicalText.utf8)
    }

    /// Throws where it is an answer about another request, or speaks for the side that asks.
    package static func read(_ bytes: [UInt8], of request: String) throws(PeerMessageError) -> [ReleaseStep] {
        let fields = try PeerFields.message(bytes)
        guard try fields.text("request") == request else { throw fields.fault(.inconsistent, "request") }
        let steps = try ReleaseStep.read(fields)
        guard steps.allSatisfy({ $0.side == .holder }), Set(steps.map(\.number)).count == steps.count else {
            throw fields.fault(.inconsistent, "steps")
        }
        return steps
    }
}

extension ReleaseRequest {
    fileprivate var peerJSON: JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(id))), ("region", JSONValue(.string(region.description))),
            ("asker", asker.actor(for: purpose).peerJSON), ("purpose", JSONValue(.string(purpose.rawValue))),
            ("question", JSONValue(.string(question))), ("assembly", JSONValue(.string(assembly.rawValue))),
            ("answered", JSONValue(.string(answered))), ("wish", JSONValue(.string(wish.rawValue))),
            ("words", JSONValue(.string(words))), ("sent", JSONValue(sent.milliseconds)),
            ("careRelation", JSONValue(hasCareRelation)),
        ])
    }

    fileprivate init(_ fields: PeerFields) throws(PeerMessageError) {
        self.init(
            id: try fields.value("id") { ReleaseRequest.isIdentifier($0) ? $0 : nil },
            region: try fields.value("region") { RegionCode($0) }, asker: Asker(try Actor(try fields.object("asker"))),
            purpose: try fields.word("purpose"), question: try fields.text("question", limit: 64 << 10),
            assembly: try fields.word("assembly"), answered: try fields.text("answered"), wish: try fields.word("wish"),
            words: try fields.text("words", limit: 32 << 10),
            sent: Timestamp(milliseconds: try fields.number("sent", in: 0...253_402_300_799_000)),
            hasCareRelation: try fields.flag("careRelation"))
    }
}

extension ReleaseStep {
    fileprivate var peerJSON: JSONValue {
        JSONValue(members: [
            ("side", JSONValue(.string(side.rawValue))), ("number", JSONValue(number)), ("seen", JSONValue(seen)),
            ("kind", JSONValue(.string(kind.rawValue))), ("actor", JSONValue(.string(actor))),
            ("name", JSONValue(.string(name))), ("unit", unit.map { JSONValue(.string($0)) }),
            ("words", JSONValue(.string(words))), ("time", JSONValue(time.milliseconds)),
        ])
    }

    fileprivate static func read(_ fields: PeerFields) throws(PeerMessageError) -> [ReleaseStep] {
        var steps: [ReleaseStep] = []
        for step in try fields.objects("steps", limit: ReleaseMessage.stepLimit) {
            steps.append(
                ReleaseStep(
                    side: try step.word("side"), number: try step.number("number", in: 1...ReleaseMessage.stepLimit),
                    seen: try step.number("seen", in: 0...ReleaseMessage.stepLimit), kind: try step.word("kind"),
                    actor: try step.text("actor"), name: try step.text("name"), unit: try step.optionalText("unit"),
                    words: try step.text("words", limit: 32 << 10),
                    time: Timestamp(milliseconds: try step.number("time", in: 0...253_402_300_799_000))))
        }
        return steps
    }
}
