internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Operations
internal import Records
internal import StructuredText

/// One person: what the region holds, what they say yes and no to, and who takes part in their care.
enum PersonOperations {
    static let all = [show, statements, state, begin]

    private static let place: [Parameter] = [
        .path("region", .regionCode, "The region's code."),
        .path("person", .pseudonym, "The person's pseudonym in that region."),
    ]

    private static let show = APIOperation(
        "show-person", .get, "/api/v1/regions/{region}/persons/{person}", .people, sv: "Vad finns om en person? Det loggas.",
        en: "What is there about a person? It is logged.",
        outcomes: [.init(.ok, "What the records hold.", PersonJSON.schema)]
    ) { call in
        call.answer(PersonJSON.json(try await shown(call)))
    }
    .with(\.parameters, place)
    .with(\.problems, [.notFound])

    private static let statements = APIOperation(
        "list-statements", .get, "/api/v1/regions/{region}/persons/{person}/statements", .people,
        sv: "Vad har personen sagt ja och nej till? Det loggas.", en: "What has the person said yes and no to? It is logged.",
        outcomes: [
            .init(.ok, "In the order in which they were recorded.", .object([.init("statements", .list(PersonJSON.statement))]))
        ]
    ) { call in
        call.answer(["statements": JSONValue(try await shown(call).statements.map(PersonJSON.json))])
    }
    .with(\.parameters, place)
    .with(\.problems, [.notFound])

    /// The record, after the law has been asked whether the actor may see the person; the asking is logged either way.
    private static func shown(_ call: Call) async throws -> PersonRecord {
        let terms = try call.terms()
        let partition = try call.partition()
        let view = try await ShowPerson(
            partition: partition, law: call.node.regulations.law, actor: terms.actor, purpose: terms.purpose,
            person: try call.person()
        ).run()
        let decision: Decision
        switch view {
        case .shown(let record): return record
        case .refused(let refused, _): decision = refused
        }
        var problem = Problem(
            .forbidden, "decision-refused",
            decision.reasonsAgainst.first?.text ?? LocalizedText(sv: "Det är inte tillåtet.", en: "It is not allowed."),
            remedy: LocalizedText(
                sv: "POST /api/v1/decisions/explain säger på vilka villkor uppgifter får läsas.",
                en: "POST /api/v1/decisions/explain says on what terms records may be read."))
        problem.details = [("decision", decision.json(call.language))]
        throw problem
    }

    private static let state = APIOperation(
        "record-statement", .post, "/api/v1/regions/{region}/persons/{person}/statements", .people,
        sv: "Anteckna ett ja eller nej; det gäller från nästa fråga.",
        en: "Record a yes or a no; it takes effect with the next question.",
        outcomes: [
            .init(
                .created, "Whether it has effect, and from when.",
                .object([
                    .init("inForce", .boolean),
                    .init("from", .described("Null where the law only proposes it.", .nullable(.day))),
                ]))
        ]
    ) { call in
        let terms = try call.terms()
        guard let kind = call.body["kind"]?.string.flatMap({ ConsentKind(rawValue: $0) }), let isGiven = call.body["given"]?.bool
        else {
            throw Problem(
                .badRequest, "body-malformed",
                LocalizedText(sv: "Ställningstagandet är inte helt.", en: "The statement is not whole."),
                remedy: LocalizedText(sv: "Ange kind och given.", en: "Give kind and given."))
        }
        var statement = RecordStatement(
            partition: try call.partition(), law: call.node.regulations.law, actor: terms.actor, purpose: terms.purpose,
            person: try call.person(), kind: kind, isGiven: isGiven)
        statement.study = call.body["study"]?.string
        statement.from = call.body["from"]?.string.flatMap { CivilDate($0) }
        if let giver = call.body["giver"]?.string.flatMap({ ConsentEvent.Giver(rawValue: $0) }) { statement.giver = giver }
        let (effect, from) = try await statement.run()
        let holds: JSONValue =
            switch effect {
            case .inForce: ["inForce": true, "from": JSONValue(.string(from.description))]
            case .withoutEffect(let until): ["inForce": false, "from": JSONValue(until?.description)]
            }
        return call.answer(holds, .created)
    }
    .with(\.parameters, place)
    .with(
        \.body,
        .json(
            .object([
                .init("kind", .words(ConsentKind.self)),
                .init(
                    "given",
                    .described("True where the block, objection or consent holds from here, false where it ends.", .boolean)),
                .init(
                    "study", .described("The study's registration number, for the kind study.", .text(.init(lengths: 1...64))),
                    isRequired: false),
                .init("from", .described("The first day; today where it is left out.", .day), isRequired: false),
                .init("giver", .words(ConsentEvent.Giver.self), isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound])

    private static let begin = APIOperation(
        "begin-care", .post, "/api/v1/regions/{region}/persons/{person}/care-relations", .people,
        sv: "Anteckna att du deltar i vården av personen.", en: "Put on record that you take part in the person's care.",
        outcomes: [.init(.created, "It holds.", .object([.init("from", .day), .init("to", .nullable(.day))]))]
    ) { call in
        let terms = try call.terms()
        let to = call.body["to"]?.string.flatMap { CivilDate($0) }
        let from = try await TakePart(
            partition: try call.partition(), actor: terms.actor, purpose: terms.purpose, person: try call.person(),
            from: call.body["from"]?.string.flatMap { CivilDate($0) }, to: to
        ).run()
        return call.answer(["from": JSONValue(.string(from.description)), "to": JSONValue(to?.description)], .created)
    }
    .with(\.parameters, place)
    .with(\.body, .json(.object([.init("from", .day, isRequired: false), .init("to", .day, isRequired: false)])))
    .with(\.problems, [.notFound])
}
