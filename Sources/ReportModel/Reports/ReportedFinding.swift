package import StructuredText

/// A finding as a report tells it: what it means by the version that was in force, and how often it had been seen.
package struct ReportedFinding: Hashable, Sendable {
    package let finding: Finding
    /// Nil where nobody has interpreted it.
    package let interpretation: CitedInterpretation?
    /// Nil where it is none that the index counts, or where nobody has asked.
    package let counts: NationalCounts?

    package init(finding: Finding, interpretation: CitedInterpretation? = nil, counts: NationalCounts? = nil) {
        self.finding = finding
        self.interpretation = interpretation
        self.counts = counts
    }
}

extension ReportedFinding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("finding", .form(finding)), ("interpretation", .form(interpretation)), ("counts", .form(counts)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "reportedFinding", known: ["finding", "interpretation", "counts"])
        self.init(
            finding: try members.form("finding"),
            interpretation: try members.optional("interpretation") { (name) throws(ReportJSONError) in
                try members.form(name, CitedInterpretation.self)
            },
            counts: try members.optional("counts") { (name) throws(ReportJSONError) in
                try members.form(name, NationalCounts.self)
            })
    }
}
