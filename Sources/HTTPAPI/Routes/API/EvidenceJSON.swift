internal import KnowledgeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// Knowledge that is about a finding, as the API writes it.
enum EvidenceJSON {
    /// Items of an answer.
    private static let limit = 500

    static let evidence = Schema.object([
        .init("rules", .described("By which it was computed, with their version.", .text())),
        .init("mark", .described("Stands beside it wherever it is shown.", .text())),
        .init("sources", .described("The versions in force.", .list(.text()))),
        .init("withheld", .described("Why nothing is shown.", .nullable(.text()))), .init("total", .integer(0...(1 << 40))),
        .init(
            "items",
            .list(
                .object([
                    .init("item", .text()), .init("series", .text()), .init("release", .text()), .init("applies", .boolean),
                    .init("closeness", .text()), .init("subject", .text()), .init("disease", .text()),
                    .init("therapies", .list(.text())), .init("direction", .text()), .init("level", .text()),
                    .init("reasons", .list(.text())),
                ]))),
    ])

    static func json(_ proposal: EvidenceProposal, about finding: String, _ language: Language) -> JSONValue {
        let items = proposal.items(about: finding)
        var withheld: String?
        if case .withheld(let reason) = proposal.decision { withheld = reason.text.text(language) }
        return [
            "rules": JSONValue(.string(proposal.stamp.rules.description)),
            "mark": JSONValue(.string(proposal.stamp.mark.text(language))), "sources": JSONValue(proposal.stamp.sources),
            "withheld": JSONValue(withheld), "total": JSONValue(items.count),
            "items": JSONValue(items.prefix(limit).map { json($0, language) }),
        ]
    }

    private static func json(_ item: MatchedEvidence, _ language: Language) -> JSONValue {
        [
            "item": JSONValue(.string(item.identity.description)),
            "series": JSONValue(.string(item.version.series.description)),
            "release": JSONValue(.string(item.version.release)), "applies": JSONValue(item.applies),
            "closeness": JSONValue(.string(item.closeness.text(language))), "subject": JSONValue(.string(item.subject)),
            "disease": JSONValue(.string(item.disease)), "therapies": JSONValue(item.therapies),
            "direction": JSONValue(.string(item.statement.direction)), "level": JSONValue(.string(item.level.text(language))),
            "reasons": JSONValue(item.reasons.map { $0.text(language) }),
        ]
    }
}
