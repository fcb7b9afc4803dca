package import StructuredText

/// What one version of a report says.
package struct ReportContent: Hashable, Sendable {
    /// By the key of the template's item.
    package var values: [String: ItemValue]
    package var findings: [ReportedFinding]
    /// What the examination as a whole left out.
    package var notExamined: [NotExamined]
    package var citations: [ReportCitation]
    /// Why a finding is told without an interpretation, by its identifier.
    package var uninterpreted: [String: UninterpretedReason]

    package init(
        values: [String: ItemValue] = [:], findings: [ReportedFinding] = [], notExamined: [NotExamined] = [],
        citations: [ReportCitation] = [], uninterpreted: [String: UninterpretedReason] = [:]
    ) {
        self.values = values
        self.findings = findings
        self.notExamined = notExamined
        self.citations = citations
        self.uninterpreted = uninterpreted
    }

    package func finding(_ identifier: String) -> ReportedFinding? {
        findings.first { $0.finding.identifier == identifier }
    }

    /// Everything that was not looked at, the findings' own included, none twice, in the order told.
    package var allNotExamined: [NotExamined] {
        var seen = Set<NotExamined>()
        return (notExamined + findings.flatMap(\.finding.notExamined)).filter { seen.insert($0).inserted }
    }
}

extension ReportContent: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("values", .some(values.sorted { $0.key < $1.key }.map { FilledItem(key: $0.key, value: $0.value) }.json)),
            ("findings", findings.jsonUnlessEmpty), ("notExamined", notExamined.jsonUnlessEmpty),
            ("citations", citations.jsonUnlessEmpty),
            (
                "uninterpreted",
                uninterpreted.sorted { $0.key < $1.key }.map { UninterpretedFinding(finding: $0.key, reason: $0.value) }
                    .jsonUnlessEmpty
            ),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "content", known: ["values", "findings", "notExamined", "citations", "uninterpreted"])
        let filled: [FilledItem] = try members.list("values")
        guard Set(filled.map(\.key)).count == filled.count else { throw members.fault("values") }
        let uninterpreted: [UninterpretedFinding] = try members.list("uninterpreted")
        guard Set(uninterpreted.map(\.finding)).count == uninterpreted.count else { throw members.fault("uninterpreted") }
        self.init(
            values: Dictionary(uniqueKeysWithValues: filled.map { ($0.key, $0.value) }),
            findings: try members.list("findings"), notExamined: try members.list("notExamined"),
            citations: try members.list("citations"),
            uninterpreted: Dictionary(uniqueKeysWithValues: uninterpreted.map { ($0.finding, $0.reason) }))
    }
}

private struct FilledItem: ReportJSONForm {
    let key: String
    let value: ItemValue

    init(key: String, value: ItemValue) {
        self.key = key
        self.value = value
    }

    var json: JSONValue { JSONValue(members: [("item", .text(key)), ("value", .form(value))]) }

    init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "item", known: ["item", "value"])
        self.init(key: try members.text("item"), value: try members.form("value"))
    }
}
