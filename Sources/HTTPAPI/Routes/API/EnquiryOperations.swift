internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Operations
internal import Records
internal import StructuredText

/// Study enquiries: one way in to every region, a number or an interval from each, and the regions' own words beside one another.
enum EnquiryOperations {
    static let all = [list, register, show, ask, answer, close]

    private static let enquiry = Parameter.path(
        "enquiry", .text(.init(pattern: "enq-[0-9a-f]{16}", lengths: 20...20, example: "enq-0123456789abcdef")),
        "The enquiry's identifier.")

    /// The enquiries of this node, and who asks. Throws a `Problem` where the node takes none.
    private static func enquiries(_ call: Call) throws -> (EnquiryDatabase, Actor) {
        let actor = try call.terms().actor
        guard let enquiries = call.node.enquiries else {
            throw Problem(
                .notFound, "enquiries-not-here",
                LocalizedText(sv: "Noden tar inte emot studieförfrågningar.", en: "This node takes no study enquiries."),
                remedy: LocalizedText(
                    sv: "Vänd dig till nätverkets nationella ingång.", en: "Turn to the network's national entry."))
        }
        return (enquiries, actor)
    }

    /// For what whoever asks does: under the purpose that the law speaks of, and no other.
    private static func asking(_ call: Call) throws -> (EnquiryDatabase, Actor) {
        let found = try enquiries(call)
        try EnquiryError.requireFeasibility(try call.terms().purpose)
        return found
    }

    private static func table(_ call: Call, _ enquiries: EnquiryDatabase, _ actor: Actor) throws -> JSONValue {
        try ShowEnquiry(enquiries: enquiries, actor: actor, enquiry: call.parameter("enquiry") ?? "")
            .run(on: call.node.now().date).json(in: call.language)
    }

    private static let list = APIOperation(
        "list-enquiries", .get, "/api/v1/enquiries", .enquiries, sv: "Vilka studieförfrågningar rör mig?",
        en: "Which study enquiries concern me?",
        outcomes: [.init(.ok, "In the order in which they came.", .object([.init("enquiries", .list(EnquiryJSON.enquiry))]))]
    ) { call in
        let (enquiries, actor) = try enquiries(call)
        return call.answer([
            "enquiries": JSONValue(try ListEnquiries(enquiries: enquiries, actor: actor).run().map(\.json))
        ])
    }
    .with(\.problems, [.notFound])

    private static let register = APIOperation(
        "register-enquiry", .post, "/api/v1/enquiries", .enquiries, sv: "Registrera en studieförfrågan. Den kan inte ändras.",
        en: "Register a study enquiry. It cannot be changed; the same content is the same enquiry.",
        outcomes: [.init(.created, "As it was registered.", EnquiryJSON.enquiry)]
    ) { call in
        let (enquiries, actor) = try asking(call)
        let enquiry = try RegisterEnquiry(enquiries: enquiries, actor: actor, draft: try EnquiryDraft(json: call.body))
            .run(now: call.node.now())
        return call.answer(enquiry.json, .created, headers: [.location: "/api/v1/enquiries/\(enquiry.id)"])
    }
    .with(\.body, .json(EnquiryJSON.draft))
    .with(\.bodyLimit, 256 << 10)
    .with(\.problems, [.notFound, .unprocessableContent])

    private static let show = APIOperation(
        "show-enquiry", .get, "/api/v1/enquiries/{enquiry}", .enquiries, sv: "Vad har varje region svarat, och när?",
        en: "What did each region answer, and when?",
        outcomes: [.init(.ok, "The regions beside one another.", EnquiryJSON.table)]
    ) { call in
        let (enquiries, actor) = try enquiries(call)
        return call.answer(try table(call, enquiries, actor))
    }
    .with(\.parameters, [enquiry])
    .with(\.problems, [.notFound])

    private static let ask = APIOperation(
        "ask-enquiry", .post, "/api/v1/enquiries/{enquiry}/ask", .enquiries,
        sv: "Frys förfrågan och fråga varje region som inte har räknat.",
        en: "Freeze the enquiry and ask every region that has not computed.",
        outcomes: [.init(.ok, "The regions beside one another.", EnquiryJSON.table)]
    ) { call in
        let (enquiries, actor) = try asking(call)
        try await AskEnquiry(
            enquiries: enquiries, regions: try call.node.asking(.nation, by: actor), actor: actor,
            enquiry: call.parameter("enquiry") ?? ""
        ).run(now: call.node.now)
        return call.answer(try table(call, enquiries, actor))
    }
    .with(\.parameters, [enquiry])
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let answer = APIOperation(
        "answer-enquiry", .post, "/api/v1/enquiries/{enquiry}/answers", .enquiries,
        sv: "Svara för den egna regionen. Ett senare svar tar det tidigares plats.",
        en: "Answer for one's own region. A later answer takes the place of an earlier one.",
        outcomes: [.init(.created, "The regions beside one another.", EnquiryJSON.table)]
    ) { call in
        let (enquiries, actor) = try enquiries(call)
        try AnswerEnquiry(
            enquiries: enquiries, actor: actor, enquiry: call.parameter("enquiry") ?? "",
            draft: try OpinionDraft(json: call.body)
        ).run(now: call.node.now())
        return call.answer(try table(call, enquiries, actor), .created)
    }
    .with(\.parameters, [enquiry])
    .with(\.body, .json(EnquiryJSON.opinion))
    .with(\.bodyLimit, 256 << 10)
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static let close = APIOperation(
        "close-enquiry", .post, "/api/v1/enquiries/{enquiry}/close", .enquiries,
        sv: "Avsluta förfrågan. Allt finns kvar att läsa.", en: "Close the enquiry. Everything stays to be read.",
        outcomes: [.init(.ok, "The regions beside one another.", EnquiryJSON.table)]
    ) { call in
        let (enquiries, actor) = try asking(call)
        try CloseEnquiry(enquiries: enquiries, actor: actor, enquiry: call.parameter("enquiry") ?? "").run(now: call.node.now())
        return call.answer(try table(call, enquiries, actor))
    }
    .with(\.parameters, [enquiry])
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])
}
