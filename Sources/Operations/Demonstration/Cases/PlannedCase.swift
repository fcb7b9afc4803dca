package import ClinicalModel
internal import StructuredText

/// A case of the plan: what the demonstration makes of it.
package struct PlannedCase: Sendable {
    package let name: String
    package let region: RegionCode
    package let template: String
    /// `none`, `draft`, `reviewed`, `signed` or `amended`.
    package let report: String
    /// Those that come with the submission, and those that somebody writes.
    package let sentFindings: Int
    package let writtenFindings: Int

    init(_ made: DemonstrationCase) {
        name = made.name
        region = made.region
        template = made.template
        report = made.report.rawValue
        writtenFindings = made.findings.filter(\.isByHand).count
        sentFindings = made.findings.count - writtenFindings
    }

    var json: JSONValue {
        JSONValue(members: [
            ("case", JSONValue(.string(name))), ("region", JSONValue(.string(region.description))),
            ("template", JSONValue(.string(template))), ("report", JSONValue(.string(report))),
            ("sentFindings", JSONValue(.number(String(sentFindings)))),
            ("writtenFindings", JSONValue(.number(String(writtenFindings)))),
        ])
    }
}
