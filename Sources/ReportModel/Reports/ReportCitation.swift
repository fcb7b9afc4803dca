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
    /// The release that said so, as its publisher calls it; nil where nobody has said which.
    package let release: String?

    package init(
        finding: String, source: String, item: String, direction: String, scope: String, strengths: [Strength],
        release: String? = nil
    ) {
        self.finding = finding
        self.source = source
        self.item = item
        self.direction = direction
        self.scope = scope
        self.strengths = strengths
        self.release = release
    }
}

extension ReportCitation {
    /// What the item said, and what it holds for; empty for a section of a guideline, of whose text a digest alone is kept.
    package var said: String {
        guard source != "guideline" else { return "" }
        return direction + (scope.isEmpty ? "" : " – " + scope)
    }

    /// Where its publisher shows the item to everybody; nil for one of which that is not known.
    package var address: String? {
        let number = item.dropFirst(3)
        return switch source {
        case "civic" where item.hasPrefix("EID"): "https://civicdb.org/links/evidence_items/\(number)"
        case "civic" where item.hasPrefix("AID"): "https://civicdb.org/links/assertions/\(number)"
        case "clinvar": "https://www.ncbi.nlm.nih.gov/clinvar/variation/\(item)/"
        default: nil
        }
    }
}

extension ReportCitation: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("finding", .text(finding)), ("source", .text(source)), ("item", .text(item)), ("direction", .text(direction)),
            ("scope", .text(scope)), ("strengths", strengths.jsonUnlessEmpty), ("release", .text(release)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "citation", known: ["finding", "source", "item", "direction", "scope", "strengths", "release"])
        self.init(
            finding: try members.text("finding"), source: try members.text("source"), item: try members.text("item"),
            direction: try members.text("direction"), scope: try members.text("scope"),
            strengths: try members.list("strengths"),
            release: try members.optional("release") { (name) throws(ReportJSONError) in try members.text(name) })
    }
}

extension ReportCitation.Strength: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("scale", .text(scale)), ("value", .integer(value))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "strength", known: ["scale", "value"])
        self.init(scale: try members.text("scale"), value: try members.integer("value"))
    }
}
