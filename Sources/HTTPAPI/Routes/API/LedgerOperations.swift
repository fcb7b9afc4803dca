internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Operations
internal import Records
internal import StructuredText

/// Everything that was done with people's data: read it, review it, prove it; and each patient's own list. Reading it is logged too.
enum LedgerOperations {
    static let all = [events, review, verify, own]

    private static let region = Parameter.path("region", .regionCode, "The region's code.")
    private static let period: [Parameter] = [
        .query("from", .day, "First day."), .query("to", .day, "Last day."),
    ]

    /// From the first day's beginning to the last day's end, UTC; nil where neither is given.
    private static func period(_ call: Call) throws -> ClosedRange<Timestamp>? {
        let from = call.parameter("from").flatMap { CivilDate($0) }
        let to = call.parameter("to").flatMap { CivilDate($0) }
        guard from != nil || to != nil else { return nil }
        let first = Timestamp(startOf: from ?? CivilDate(daysSince1970: 0))
        let end = Timestamp(milliseconds: Timestamp(startOf: (to ?? call.node.now().date).adding(days: 1)).milliseconds - 1)
        guard first <= end else {
            throw Problem(
                .badRequest, "period-backwards",
                LocalizedText(sv: "Den sista dagen ligger före den första.", en: "The last day lies before the first."),
                remedy: LocalizedText(sv: "Ange dem i ordning.", en: "Give them in order."))
        }
        return first...end
    }

    private static func reading(_ call: Call) throws -> ReadLedger {
        let (partition, actor) = try call.partition(for: .reviewLedger)
        return ReadLedger(partition: partition, actor: actor, purpose: try call.terms().purpose)
    }

    private static let events = APIOperation(
        "list-events", .get, "/api/v1/regions/{region}/ledger/events", .ledger,
        sv: "Händelser, de senaste först på första sidan.",
        en: "Events, the latest on the first page.",
        outcomes: [
            .init(
                .ok, "Within a page oldest first.",
                .object([
                    .init("events", .list(.object([.init("seq", .count), .init("event", LedgerJSON.event)]))),
                    .init("next", .described("The cursor of the page before in time; null on the last.", .nullable(.text))),
                ]))
        ]
    ) { call in
        let reading = try reading(call)
        let limit = call.number("limit") ?? 100
        let before = try call.parameter("cursor").map { try PageCursor($0) }.flatMap { Int($0.after) }
        var filter = LedgerFilter(
            actor: call.parameter("actor"), careUnit: call.parameter("unit"),
            patient: call.parameter("patient").flatMap { Pseudonym($0) },
            purpose: call.parameter("purpose").flatMap { Purpose(rawValue: $0) },
            act: call.parameter("act").flatMap { AuditEvent.Act(rawValue: $0) }, period: try period(call),
            lacksCareRelation: call.parameters["withoutCareRelation"]?.bool == true ? true : nil, limit: limit)
        filter.before = before
        filter.outcome = call.parameter("outcome").flatMap { LedgerFilter.Outcome(rawValue: $0) }
        let (page, next) = try await reading.events(filter)
        return call.answer([
            "events": JSONValue(
                page.map { ["seq": JSONValue($0.seq), "event": $0.event.json] as JSONValue }),
            "next": JSONValue(next.map { PageCursor(after: String($0)).text }),
        ])
    }
    .with(
        \.parameters,
        [
            region, .query("actor", .text(.init(lengths: 1...200)), "Only of this actor."),
            .query("unit", .organisation, "Only of this care unit."),
            .query("patient", .pseudonym, "Only about this person."),
            .query("purpose", .words(Purpose.self), "Only under this purpose."),
            .query("act", .words(AuditEvent.Act.self), "Only of this kind."),
            .query("outcome", .words(LedgerFilter.Outcome.self), "Only those decided and told like this."),
            .query("withoutCareRelation", .boolean, "Only where no care relation was on record."),
        ] + period + PageCursor.parameters
    )
    .with(\.problems, [.notFound])

    private static let review = APIOperation(
        "review-ledger", .get, "/api/v1/regions/{region}/ledger/review", .ledger,
        sv: "Vem frågade mycket, vid udda tider eller om andra än de egna patienterna?",
        en: "Who asked how much, at what hours, and about people not in their care?",
        outcomes: [.init(.ok, "Each list in the order of most events.", LedgerJSON.review)]
    ) { call in
        call.answer(try await reading(call).review(try period(call)).json)
    }
    .with(\.parameters, [region] + period)
    .with(\.problems, [.notFound])

    private static let verify = APIOperation(
        "verify-ledger", .get, "/api/v1/regions/{region}/ledger/verification", .ledger,
        sv: "Är loggen hel? Varje ändring, borttagning och omkastning hittas.",
        en: "Is the ledger whole? Any edit, removal or reordering is found.",
        outcomes: [.init(.ok, "What came out.", LedgerJSON.verification)]
    ) { call in
        call.answer(LedgerJSON.json(try await reading(call).verify(), call.language))
    }
    .with(\.parameters, [region])
    .with(\.problems, [.notFound])
    .with(\.seconds, 600)

    private static let own = APIOperation(
        "list-own-accesses", .get, "/api/v1/me/accesses", .ledger, sv: "Vem har tittat på uppgifter om mig?",
        en: "Who has looked at data about me?",
        outcomes: [
            .init(
                .ok, "As the patient reads it: unit, time and purpose, oldest first.",
                .object([
                    .init(
                        "accesses",
                        .list(
                            .object([
                                .init("region", .regionCode), .init("careUnit", .nullable(.organisation)),
                                .init("time", .moment), .init("purpose", .text),
                            ])))
                ]))
        ]
    ) { call in
        let terms = try call.terms()
        let pages = try await ReadOwnPage(
            partitions: call.node.partitions, law: call.node.regulations.law, actor: terms.actor, purpose: terms.purpose
        ).run()
        let accesses = pages.flatMap { page in
            page.accesses.map { access in
                [
                    "region": JSONValue(.string(page.region.description)), "careUnit": JSONValue(access.careUnit),
                    "time": JSONValue(.string(access.time.description)),
                    "purpose": JSONValue(.string(access.purpose.text(call.language))),
                ] as JSONValue
            }
        }
        return call.answer(["accesses": JSONValue(accesses)])
    }
}
