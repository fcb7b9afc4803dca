package import ClinicalModel
package import StructuredText

/// Where a computed proposal comes from. It goes with the interpretation for ever, also when people have made it their own.
package struct ProposalStamp: Hashable, Sendable {
    package let rules: RuleSet
    package let computed: Timestamp
    /// What it was computed from, each with its version: `gnomAD v4.1`, `VEP 113`.
    package let sources: [String]

    package init(rules: RuleSet, computed: Timestamp, sources: [String]) {
        self.rules = rules
        self.computed = computed
        self.sources = sources
    }

    /// What has to stand beside it wherever it is shown.
    package var mark: LocalizedText {
        LocalizedText(
            sv: "Beräknat förslag enligt \(rules), inte en klinisk bedömning",
            en: "Computed proposal by \(rules), not a clinical assessment")
    }
}

extension ProposalStamp: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("rules", .form(rules)), ("computed", .described(computed)), ("sources", .some(JSONValue(sources))),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "proposal", known: ["rules", "computed", "sources"])
        self.init(
            rules: try members.form("rules"), computed: try members.time("computed"), sources: try members.texts("sources"))
    }
}
