package import StructuredText

/// A piece of knowledge that a report relies on, with what it said.
package struct ReportCitation: Hashable, Sendable {
    /// On one of the source's scales; higher is firmer.
    package struct Strength: Hashable, Sendable {
        package let scale: String
        package let value: Int

        package init(scale: String, value: Int) {
            self.scale = scale
            self.value = value
        }
    }

    /// `Finding.identifier` of what it is about.
    package let finding: String
    /// `civic`, `clinvar`, `gene-list`, `guideline`.
    package let source: String
    /// As the source calls it: `EID1409`.
    package let item: String
    package let direction: String
    package let scope: String
    package let strengths: [Strength]

    package init(
        finding: String, source: String, item: String, direction: String, scope: String, strengths: [Strength]
    ) {
        self.finding = finding
        self.source = source
        self.item = item
        self.direction = direction
        self.scope = scope
        self.strengths = strengths
    }
}

extension ReportCitation: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("finding", .text(finding)), ("source", .text(source)), ("item", .text(item)), ("direction", .text(direction)),
            ("scope", .text(scope)), ("strengths", strengths.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "citation", known: ["finding", "source", "item", "direction", "scope", "strengths"])
        self.init(
            finding: try members.text("finding"), source: try members.text("source"), item: try members.text("item"),
            direction: try members.text("direction"), scope: try members.text("scope"),
            strengths: try members.list("strengths"))
    }
}

extension ReportCitation.Strength: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("scale", .text(scale)), ("value", .integer(value))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "strength", known: ["scale", "value"])
        self.init(scale: try members.text("scale"), value: try members.integer("value"))
    }
}
