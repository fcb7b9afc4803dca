internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// Cases, findings and interpretations as JSON; the forms of findings and interpretations are the report model's own (docs/interpretation.md).
enum FindingJSON {
    static let finding = Schema.named("Finding", .described("As docs/interpretation.md writes it.", .object([], isOpen: true)))
    static let content = Schema.named(
        "InterpretationContent",
        .described("A member germline or somatic, as docs/interpretation.md writes it.", .object([], isOpen: true)))
    static let interpretation = Schema.named(
        "Interpretation",
        .object([
            .init("interpretation", .text), .init("laboratory", .organisation),
            .init("kind", .words(InterpretationContent.Kind.self)),
            .init("findings", .list(.text)), .init("state", .nullable(.words(InterpretationState.self))),
            .init("current", .described("The number of the version in force.", .nullable(.count))),
            .init("versions", .list(.object([], isOpen: true))),
            .init("proposalMark", .described("Stands beside a computed proposal wherever it is shown.", .nullable(.text))),
        ]))

    static let cases = Schema.object([
        .init(
            "cases",
            .list(
                .object([
                    .init("laboratory", .organisation), .init("case", .text), .init("people", .count), .init("callSets", .count),
                    .init("findings", .count), .init("latest", .day),
                ])))
    ])

    static let shownCase = Schema.named(
        "Case",
        .object([
            .init("laboratory", .organisation), .init("case", .text), .init("hidden", .count), .init("people", .list(.pseudonym)),
            .init("callSets", .list(.text)), .init("findings", .list(finding)), .init("interpretations", .list(interpretation)),
        ]))

    static func json(_ row: LaboratoryCase) -> JSONValue {
        [
            "laboratory": JSONValue(.string(row.laboratory.text)), "case": JSONValue(.string(row.name)),
            "people": JSONValue(row.people), "callSets": JSONValue(row.callSets), "findings": JSONValue(row.findings),
            "latest": JSONValue(.string(row.latest.description)),
        ]
    }

    static func json(_ shown: ShownCase, _ language: Language) -> JSONValue {
        [
            "laboratory": JSONValue(.string(shown.laboratory.text)), "case": JSONValue(.string(shown.name)),
            "hidden": JSONValue(shown.hidden), "people": JSONValue(shown.members.map(\.person.pseudonym.text)),
            "callSets": JSONValue(shown.callSets.map(\.record.name)), "findings": JSONValue(shown.findings.map(\.finding.json)),
            "interpretations": JSONValue(
                shown.readings.compactMap {
                    json($0.recorded, hidingProposal: $0.proposal.map { !$0.isShown } ?? false, language)
                }),
        ]
    }

    /// Nil where nothing is left but a proposal that may not be shown.
    static func json(_ recorded: RecordedInterpretation, hidingProposal: Bool, _ language: Language) -> JSONValue? {
        let history = recorded.history
        let versions = hidingProposal ? history.versions.filter { $0.state != .proposed } : history.versions
        guard let last = versions.last else { return nil }
        let mark = versions.last { $0.state == .proposed }?.proposal?.mark.text(language)
        return [
            "interpretation": JSONValue(.string(history.identifier)),
            "laboratory": JSONValue(.string(history.laboratory.text)), "kind": JSONValue(.string(last.content.kind.rawValue)),
            "findings": JSONValue(recorded.findings.map(\.finding.identifier)), "state": JSONValue(.string(last.state.rawValue)),
            "current": JSONValue(history.current?.number), "versions": JSONValue(versions.map(\.json)),
            "proposalMark": JSONValue(mark),
        ]
    }
}
