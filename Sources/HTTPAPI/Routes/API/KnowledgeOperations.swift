internal import AccessModel
internal import HTTPTypes
internal import KnowledgeModel
internal import Operations
internal import Records
internal import StructuredText

/// What the node knows from ClinVar, CIViC, gene lists and guidelines: its versions, what one would change, and making one current.
enum KnowledgeOperations {
    static let all = [list, difference, adopt, item]

    private static let version = Parameter.path(
        "version", .text(.init(pattern: "[0-9a-f]{8,64}", lengths: 8...64, example: "0b8841cb6799")),
        "The first digits of the SHA-256 of the version's file.")

    /// Throws `KnowledgeError.notHere` where the node keeps none.
    private static func desk(_ call: Call) throws -> (KnowledgeDesk, Actor, Purpose) {
        let terms = try call.terms()
        guard let desk = call.node.knowledge else { throw KnowledgeError(.notHere, place: "knowledge") }
        return (desk, terms.actor, terms.purpose)
    }

    private static let list = APIOperation(
        "list-knowledge", .get, "/api/v1/knowledge", .knowledge, sv: "Vilka kunskapskällor finns, i vilka versioner?",
        en: "Which sources of knowledge are there, in which versions?",
        outcomes: [.init(.ok, "By series, the versions in the order of their import.", KnowledgeJSON.list)]
    ) { call in
        let (desk, actor, purpose) = try desk(call)
        let shelves = try ListKnowledge(desk: desk, actor: actor, purpose: purpose).run()
        return call.answer(["series": JSONValue(shelves.map { KnowledgeJSON.json($0) })])
    }
    .with(\.problems, [.notFound])

    private static let difference = APIOperation(
        "show-knowledge-difference", .get, "/api/v1/knowledge/{version}/difference", .knowledge,
        sv: "Vad skulle versionen ändra, och vilka svar rör det?",
        en: "What would the version change, and which reports does that touch?",
        outcomes: [.init(.ok, "Changes in the order of the items' identities, a page at a time.", KnowledgeJSON.difference)]
    ) { call in
        let (desk, actor, purpose) = try desk(call)
        let entry = try desk.entry(call.parameter("version") ?? "")
        let view = try ShowKnowledgeDifference(desk: desk, actor: actor, purpose: purpose).run(entry.version.identifier)
        let after = try call.parameter("cursor").map { try PageCursor($0).after }
            .map { ItemIdentity(view.changes.source, $0) }
        let limit = call.number("limit") ?? 100
        let kind = call.parameter("kind").flatMap { KnowledgeChanges.Kind(rawValue: $0) }
        let changes = try view.changes.changes(after: after, kind: kind, limit: limit + 1)
        let page = Array(changes.prefix(limit))
        let next = changes.count > limit ? page.last.map { PageCursor(after: $0.identity.key).text } : nil
        return call.answer(KnowledgeJSON.json(view, page, next: next, region: actor.region))
    }
    .with(
        \.parameters,
        [version, .query("kind", .words(KnowledgeChanges.Kind.self), "Only these.")] + PageCursor.parameters
    )
    .with(\.problems, [.notFound, .conflict])

    private static let adopt = APIOperation(
        "adopt-knowledge", .post, "/api/v1/knowledge/{version}/adoption", .knowledge,
        sv: "Låt versionen bli den som gäller.", en: "Make the version the current one.",
        outcomes: [.init(.ok, "What was seen and confirmed.", KnowledgeJSON.receipt)]
    ) { call in
        let (desk, actor, purpose) = try desk(call)
        let entry = try desk.entry(call.parameter("version") ?? "")
        let receipt = try await AdoptKnowledge(desk: desk, actor: actor, purpose: purpose)
            .run(entry.version.identifier, seen: call.body["seen"]?.string ?? "", now: call.node.now())
        return call.answer(KnowledgeJSON.json(receipt))
    }
    .with(\.parameters, [version])
    .with(
        \.body,
        .json(
            .object([
                .init("seen", .text(.init(pattern: "[0-9a-f]{16}", lengths: 16...16, example: "0123456789abcdef")))
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let item = APIOperation(
        "show-knowledge-item", .get, "/api/v1/knowledge/{version}/items/{item}", .knowledge,
        sv: "En post, genom källans versioner.", en: "One item, through the versions of its series.",
        outcomes: [.init(.ok, "What each version says of it.", KnowledgeJSON.history)]
    ) { call in
        let (desk, actor, purpose) = try desk(call)
        let series = try desk.entry(call.parameter("version") ?? "").version.series
        let identity = ItemIdentity(series.source, call.parameter("item") ?? "")
        let history = try ShowKnowledgeItem(desk: desk, actor: actor, purpose: purpose).run(identity, of: series)
        return call.answer(KnowledgeJSON.json(identity, history))
    }
    .with(
        \.parameters,
        [version, .path("item", .text(.init(lengths: 1...300, example: "EID1409")), "The item's key in its source.")]
    )
    .with(\.problems, [.notFound, .conflict])
}
