internal import Records
internal import StructuredText

/// Study enquiries as JSON; each schema is what the operation layer writes (docs/enquiries.md).
enum EnquiryJSON {
    private static let enquiryText = Schema.text(.init(lengths: 1...4000))
    private static let interval = Schema.object([.init("lowest", .count), .init("highest", .count)])

    static let draft = Schema.named(
        "EnquiryDraft",
        .object([
            .init("title", enquiryText), .init("sponsor", enquiryText),
            .init(
                "criteria",
                .described(
                    "Whom to count, in the cohort language, as text or as JSON (docs/cohort-language.md).",
                    .either([.text(.init(lengths: 1...10_000)), .object([], isOpen: true)]))),
            .init("plannedStudy", enquiryText), .init("contact", enquiryText),
            .init("deadline", .described("The last day for answers.", .day)),
        ]))

    static let opinion = Schema.named(
        "EnquiryOpinionDraft",
        .object([
            .init("decision", .words(EnquiryOpinion.Decision.self)),
            .init(
                "words", .described("Needed for a no or a condition.", .text(.init(lengths: 0...4000))), isRequired: false),
            .init("site", .text(.init(lengths: 0...4000)), isRequired: false), .init("contact", enquiryText),
        ]))

    /// As `StudyEnquiry.json` writes it.
    static let enquiry = Schema.named(
        "Enquiry",
        .object([
            .init("id", .text), .init("digest", .text), .init("title", .text), .init("sponsor", .text), .init("criteria", .text),
            .init("plannedStudy", .text), .init("contact", .text), .init("deadline", .day), .init("registered", .moment),
        ]))

    private static let clock = Schema.object([
        .init("registered", .moment), .init("frozen", .nullable(.moment)), .init("asked", .nullable(.moment)),
        .init("computed", .nullable(.moment)), .init("answered", .nullable(.moment)), .init("closed", .nullable(.moment)),
        .init("secondsToNumber", .number, isRequired: false), .init("secondsToAnswer", .number, isRequired: false),
    ])

    private static let figure = Schema.object([
        .init("state", .words(EnquiryFigure.State.self)), .init("number", .count, isRequired: false),
        .init("interval", interval, isRequired: false), .init("reason", .text, isRequired: false), .init("time", .moment),
    ])

    private static let answer = Schema.object([
        .init("decision", .words(EnquiryOpinion.Decision.self)), .init("words", .text), .init("site", .text),
        .init("contact", .text), .init("time", .moment),
    ])

    /// As `EnquiryTable.json` writes it.
    static let table = Schema.named(
        "EnquiryTable",
        .object([
            .init("enquiry", enquiry), .init("total", interval, isRequired: false),
            .init(
                "regions",
                .list(
                    .object([
                        .init("region", .regionCode), .init("clock", clock), .init("figure", figure, isRequired: false),
                        .init("answer", answer, isRequired: false), .init("overdue", .boolean),
                    ]))),
            .init(
                "differences",
                .object([
                    .init("divided", .boolean), .init("decisions", .object([], isOpen: true)),
                    .init("states", .object([], isOpen: true)),
                ])),
        ]))
}
