internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
package import Hummingbird
package import Identification
internal import Interchange
internal import NIOCore
package import Operations
internal import Questions
internal import ReportModel
internal import StructuredText

/// What other nodes ask this one. It answers for its own partitions and asks nobody else; each decides by its own policy and writes its own
/// ledger. Nothing is computed before the signature has been verified.
package struct PeerRoutes: Sendable {
    private let name: String
    private let version: String
    private let own: [RegionCode: RegionSource]
    private let verifier: PeerSignatureVerifier
    private let vouching: [String: Vouching]
    private let now: @Sendable () -> Timestamp
    private let answers = AnswerMemory()
    private let questions = MessageMemory<PeerProtocol.Endpoint, RelayedQuestion>()

    /// `vouching` by the peers' names; a peer that is not in it vouches for the people of its own regions. `own` are the partitions of
    /// the node where it is not given.
    package init(
        node: RunningNode, verifier: PeerSignatureVerifier, vouching: [String: Vouching] = [:], version: String,
        own: [RegionSource]? = nil
    ) {
        name = node.name
        self.version = version
        self.verifier = verifier
        self.vouching = vouching
        now = node.now
        let sources = own ?? node.partitions.values.map { .partition($0, node.regulations) }
        self.own = Dictionary(sources.map { ($0.region, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Beside the routes for people: what authenticates them does not apply here.
    package func add(to router: some RouterMethods<APIContext>) {
        router.get(RouterPath(PeerProtocol.Endpoint.status.path)) { _, _ in status() }
        for endpoint in [PeerProtocol.Endpoint.question, .figures, .entries] {
            router.post(RouterPath(endpoint.path)) { request, _ in try await answer(request, at: endpoint) }
        }
        router.post(RouterPath(PeerProtocol.Endpoint.release.path)) { request, _ in try await receive(request) }
        router.post(RouterPath(PeerProtocol.Endpoint.classifications.path)) { request, _ in try await classifications(request) }
    }

    private func status() -> Response {
        let status = PeerStatus(name: name, regions: own.keys.sorted(), version: version)
        return PeerRoutes.response(PeerProtocol.json, status.message)
    }

    private func answer(_ request: Request, at endpoint: PeerProtocol.Endpoint) async throws -> Response {
        let (peer, signed, body) = try await verified(request, at: endpoint)
        let question: RelayedQuestion
        do throws(PeerMessageError) {
            question = try read(body, at: endpoint)
        } catch {
            throw Problem(error)
        }
        try check(question, signed, of: peer)
        let bytes = try await answers.answer(
            AnswerMemory.Key(peer: peer.name, question: question.asked.identifier, body: signed.body),
            for: .milliseconds(question.patience)
        ) {
            try await compute(question, for: peer)
        }
        return PeerRoutes.response(endpoint == .figures ? PeerProtocol.bulk : PeerProtocol.json, bytes)
    }

    /// Who sends a request, what they signed, and the signed bytes.
    private func verified(
        _ request: Request, at endpoint: PeerProtocol.Endpoint
    ) async throws -> (KnownPeer, PeerQuestion, [UInt8]) {
        let signature = HTTPField.Name(PeerQuestion.field).flatMap { request.headers[$0] }
        // Without one the body is not even read.
        guard let signature else { throw Problem(PeerSignatureError(.missing)) }
        let body: [UInt8]
        do {
            body = Array((try await request.body.collect(upTo: endpoint.requestLimit)).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem(
                .contentTooLarge, "body-too-large",
                LocalizedText(sv: "Frågan är större än frågor är.", en: "The question is larger than questions are."),
                remedy: LocalizedText(sv: "Fråga i mindre delar.", en: "Ask in smaller parts."))
        }
        let signed: (peer: KnownPeer, question: PeerQuestion)
        do throws(PeerSignatureError) {
            signed = try verifier.verify(signature, method: request.method.rawValue, path: request.head.path ?? "", body: body)
        } catch {
            throw Problem(error)
        }
        return (signed.peer, signed.question, body)
    }

    /// Takes in a request for more than a region answers by itself. Nothing is remembered here: the same again changes nothing.
    private func receive(_ request: Request) async throws -> Response {
        let (peer, signed, body) = try await verified(request, at: .release)
        let message: ReleaseMessage
        do throws(PeerMessageError) {
            message = try ReleaseMessage(body, from: peer.name)
        } catch {
            throw Problem(error)
        }
        let asker = message.request.asker
        guard asker.identity == signed.actor, message.request.purpose == signed.purpose else {
            throw Problem(
                .forbidden, "signature-actor",
                LocalizedText(
                    sv: "Begäran nämner en annan person eller ett annat ändamål än dess signatur.",
                    en: "The request names another actor or purpose than its signature."),
                remedy: LocalizedText(sv: "Signera den begäran som skickas.", en: "Sign the request that is sent."))
        }
        try check(asker.actor(for: message.request.purpose), vouchedFor: peer)
        let source = try held(message.request.region)
        do {
            let steps = try await source.release(message)
            return PeerRoutes.response(PeerProtocol.json, ReleaseReply.bytes(steps, of: message.request.id))
        } catch let error as ReleaseError {
            throw Problem(
                error.code == .differs ? .conflict : .unprocessableContent, "release", error.message, remedy: error.remedy)
        }
    }

    /// What a region here has classified, for one of the peer's own. Nothing is remembered: the same again changes nothing.
    private func classifications(_ request: Request) async throws -> Response {
        let (peer, signed, body) = try await verified(request, at: .classifications)
        let message: ClassificationMessage
        do throws(PeerMessageError) {
            message = try ClassificationMessage(body)
        } catch {
            throw Problem(error)
        }
        guard signed.actor == Actor.Role.system.rawValue, signed.purpose == .classificationSharing,
            peer.regions.contains(message.from)
        else {
            throw Problem(
                .forbidden, "signature-actor",
                LocalizedText(
                    sv: "Noden frågar för en region som inte är dess egen.",
                    en: "The node asks for a region that is not its own."),
                remedy: LocalizedText(
                    sv: "Jämför regionerna i nodernas konfigurationer.", en: "Compare the regions in the nodes' configurations."))
        }
        let source = try held(message.to)
        return PeerRoutes.response(PeerProtocol.json, try await source.classifications(message).bytes)
    }

    /// A region of this node.
    private func held(_ region: RegionCode) throws -> RegionSource {
        guard let source = own[region] else {
            throw Problem(
                .notFound, "region-not-here",
                LocalizedText(sv: "Den tillfrågade regionen finns inte på noden.", en: "The region asked is not at this node."),
                remedy: LocalizedText(
                    sv: "Jämför regionerna i nodernas konfigurationer.", en: "Compare the regions in the nodes' configurations."))
        }
        return source
    }

    private func read(_ body: [UInt8], at endpoint: PeerProtocol.Endpoint) throws(PeerMessageError) -> RelayedQuestion {
        // What comes in bulk does not come twice.
        guard endpoint == .question else { return try RelayedQuestion(body, at: endpoint) }
        let (question, name) = try questions.meaning(of: body, named: "identifier", in: endpoint) {
            bytes throws(PeerMessageError) in try RelayedQuestion(bytes, at: endpoint)
        }
        return name.map(question.named) ?? question
    }

    /// The peer may speak for the actor.
    private func check(_ actor: Actor, vouchedFor peer: KnownPeer) throws {
        guard (vouching[peer.name] ?? .regions(peer.regions)).covers(actor) else {
            throw Problem(
                .forbidden, "actor-not-vouched",
                LocalizedText(
                    sv: "Noden godtar inte den andra nodens ord om vem som frågar.",
                    en: "This node does not take the peer's word for who asks."),
                remedy: LocalizedText(
                    sv: "Fråga från personens egen region, eller be den som driver noden låta den andra noden svara för alla.",
                    en: "Ask from the actor's own region, or have the node's operator let this peer vouch for everyone."))
        }
    }

    /// What was signed and what is asked are the same, the peer may speak for the actor, and it asks about today.
    private func check(_ question: RelayedQuestion, _ signed: PeerQuestion, of peer: KnownPeer) throws {
        let asked = question.asked
        guard asked.actor.identity == signed.actor, asked.purpose == signed.purpose else {
            throw Problem(
                .forbidden, "signature-actor",
                LocalizedText(
                    sv: "Frågan nämner en annan person eller ett annat ändamål än dess signatur.",
                    en: "The question names another actor or purpose than its signature."),
                remedy: LocalizedText(sv: "Signera den fråga som skickas.", en: "Sign the question that is sent."))
        }
        try check(asked.actor, vouchedFor: peer)
        // The date chooses law and policy: nobody gets tomorrow's by asking for it. One day for what clocks and zones differ.
        guard abs(asked.date.daysSince1970 - now().date.daysSince1970) <= 1 else {
            throw Problem(
                .forbidden, "date-foreign",
                LocalizedText(sv: "Frågan gäller en annan dag än i dag.", en: "The question is about another day than today."),
                remedy: LocalizedText(
                    sv: "Fråga om i dag, och jämför nodernas klockor.", en: "Ask for today, and compare the nodes' clocks."))
        }
        guard asked.regions.contains(where: { own[$0] != nil }) else {
            throw Problem(
                .notFound, "region-not-here",
                LocalizedText(
                    sv: "Ingen av de tillfrågade regionerna finns på noden.", en: "None of the regions asked is at this node."),
                remedy: LocalizedText(
                    sv: "Jämför regionerna i nodernas konfigurationer.", en: "Compare the regions in the nodes' configurations."))
        }
    }

    private func compute(_ question: RelayedQuestion, for peer: KnownPeer) async throws -> [UInt8] {
        var asked = question.asked
        // The ledger says through whom it came.
        asked.process += " via " + peer.name
        var ask = AskRegions(sources: asked.regions.compactMap { own[$0] })
        ask.patience = .milliseconds(question.patience)
        let replies: PeerReplies
        do {
            switch question.ask {
            case .answer: replies = .answer(try await ask.run(asked).replies)
            case .figures(let variants): replies = .figures(try await ask.figures(asked, of: variants).figures)
            case .entries(let selection): replies = .entries(try await ask.entries(asked, selection).entries)
            }
        } catch is AskedQuestionError {
            throw Problem(
                .unprocessableContent, "question",
                LocalizedText(
                    sv: "Frågan kan inte ställas som den är skriven.", en: "The question cannot be put as it is written."),
                remedy: LocalizedText(
                    sv: "Kontrollera varianten mot referensgenomet.", en: "Check the variant against the assembly."))
        }
        return replies.message(to: asked.identifier, from: name).bytes
    }

    private static func response(_ type: String, _ bytes: [UInt8]) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        if let field = HTTPField.Name(PeerProtocol.digestField) { headers[field] = BodyDigest(of: bytes).contentDigest }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
