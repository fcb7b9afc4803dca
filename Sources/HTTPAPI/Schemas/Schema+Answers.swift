internal import AccessModel
internal import GenomeModel
internal import Questions

extension Schema {
    /// As `FrequencyFigures.json` writes it.
    package static let frequencyFigures = Schema.named(
        "FrequencyFigures",
        .object([
            .init("ac", .described("Alternate alleles seen.", .count)),
            .init("an", .described("Alleles that could have been seen.", .count)),
            .init("af", .described("ac / an; null where none could have been seen.", .nullable(.number))),
            .init("het", .count), .init("hom", .count), .init("hemi", .count),
            .init("carriers", .described("Distinct people with the variant.", .count)),
            .init("covered", .described("Distinct people whose assay covers the variant.", .count)),
            .init("people", .count),
        ]))

    /// As `RegionAnswer.json` writes it.
    package static let regionAnswer = Schema.named(
        "RegionAnswer",
        .object([
            .init("region", .regionCode), .init("state", .words(RegionState.self)),
            .init("count", .described("People; for a frequency, carriers. Null where the region gave none.", .nullable(.count))),
            .init("band", .nullable(.text(.init(pattern: "[0-9]{1,6}-[0-9]{1,6}", lengths: 3...13, example: "1-4")))),
            .init("reason", .described("Why there is no count, in words.", .nullable(.text))),
            .init("frequency", .frequencyFigures, isRequired: false),
        ]))

    /// As `Answer.json` writes it.
    package static let answer = Schema.named(
        "Answer",
        .object([
            .init(
                "total",
                .described("The exact sum of the regions that answered; null where none did.", .nullable(.count))),
            .init("frequency", .frequencyFigures, isRequired: false),
            .init("regions", .described("One for every region asked, by code.", .list(.regionAnswer))),
            .init("basis", .text), .init("decides", .text), .init("regime", .text),
            .init("dataRelease", .nullable(.text)), .init("elapsed_ms", .number),
        ]))

    /// As `Decision.json` writes it.
    package static let decision = Schema.named(
        "Decision",
        .object([
            .init("decision", .words(Granularity.self)), .init("basis", .text), .init("decides", .text),
            .init("regime", .text), .init("obligations", .list(.text)),
            .init(
                "reasons", .list(.object([.init("for", .boolean), .init("text", .text), .init("reference", .text)]))),
        ]))

    package static let assembly = Schema.described(
        "What variants are written against; GRCh38 where it is left out.", .words(Assembly.self))

    /// What `Call.question` reads.
    package static func questionBody(_ form: String) -> Schema {
        .object([
            .init(
                "question",
                .described(
                    "The \(form) in the cohort language, as text or as JSON (docs/cohort-language.md).",
                    .either([.text(.init(lengths: 1...10_000)), .object([], isOpen: true)]))),
            .init("assembly", .assembly, isRequired: false),
        ])
    }

    /// As `Problem.json` writes it (RFC 9457).
    package static let problem = Schema.named(
        "Problem",
        .object(
            [
                .init("type", .text(.init(pattern: "urn:samsyn:problem:[a-z0-9-]+", lengths: 20...120))),
                .init("title", .text), .init("status", .integer(400...599)),
                .init("detail", .described("What to do about it.", .text)),
                .init("request", .described("The request's identifier.", .text), isRequired: false),
                .init(
                    "place",
                    .described(
                        "Where in the body.",
                        .object([.init("line", .integer(0...1_000_000_000)), .init("column", .integer(0...1_000_000_000))])),
                    isRequired: false),
            ], isOpen: true))
}
