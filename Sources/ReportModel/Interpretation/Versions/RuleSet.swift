package import StructuredText

/// Rules by which a program computes a proposal, in one version. Another version is another set: it has to be validated anew.
package struct RuleSet: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    package let version: String

    package init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    package var description: String { name + " " + version }
}

extension RuleSet: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("name", .text(name)), ("version", .text(version))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "rules", known: ["name", "version"])
        self.init(name: try members.text("name"), version: try members.text("version"))
    }
}
