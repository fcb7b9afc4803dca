internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// What is told of a ledger, as JSON; each form beside its writer.
enum LedgerJSON {
    /// As `AuditEvent.json` writes it.
    static let event = Schema.named(
        "AuditEvent",
        .object([
            .init("time", .moment), .init("act", .words(AuditEvent.Act.self)), .init("actor", .text), .init("role", .text),
            .init("careUnit", .text, isRequired: false), .init("process", .text),
            .init("purpose", .words(Purpose.self), isRequired: false), .init("basis", .text, isRequired: false),
            .init("decision", .words(Granularity.self), isRequired: false),
            .init("patients", .nullable(.list(.pseudonym)), isRequired: false), .init("returned", .count, isRequired: false),
            .init("reference", .text, isRequired: false), .init("lacksCareRelation", .nullable(.boolean), isRequired: false),
            .init("detail", .nullable(.object([], isOpen: true)), isRequired: false),
        ]))

    private static let line = Schema.named(
        "ReviewLine",
        .object([
            .init("name", .text), .init("events", .count), .init("unusualHours", .count), .init("withoutCareRelation", .count),
            .init(
                "membershipRisk",
                .described("What figures of variants told of who belongs to the data, in nats; repeats count again.", .number)),
        ]))

    /// As `LedgerReview.json` writes it.
    static let review = Schema.named(
        "LedgerReview",
        .object([
            .init("from", .moment), .init("to", .moment), .init("medianOfActors", .count), .init("unusualVolume", .list(.text)),
            .init("actors", .list(line)), .init("careUnits", .list(line)), .init("patients", .list(line)),
        ]))

    static let verification = Schema.named(
        "LedgerVerification",
        .object([
            .init("whole", .boolean), .init("events", .count), .init("first", .count), .init("last", .count),
            .init("headChecked", .described("False where the last events cannot be proved.", .boolean)),
            .init(
                "fault",
                .nullable(
                    .object([
                        .init("kind", .words(LedgerVerification.Fault.Kind.self)), .init("seq", .count), .init("text", .text),
                    ]))),
        ]))

    static func json(_ result: LedgerVerification, _ language: Language) -> JSONValue {
        [
            "whole": JSONValue(result.isWhole), "events": JSONValue(result.events), "first": JSONValue(result.first),
            "last": JSONValue(result.last), "headChecked": JSONValue(result.isHeadChecked),
            "fault": result.fault.map { fault in
                [
                    "kind": JSONValue(.string(fault.kind.rawValue)), "seq": JSONValue(fault.seq),
                    "text": JSONValue(.string(fault.text.text(language))),
                ] as JSONValue
            } ?? nil,
        ]
    }
}
