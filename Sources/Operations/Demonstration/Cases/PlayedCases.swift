package import ClinicalModel
package import StructuredText

/// What has come of the demonstration's cases, as the regions' records have it.
package struct PlayedCases: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let name: String
        package let region: RegionCode
        package let findings: Int
        /// The states of each interpretation's versions.
        package let interpretations: [[String]]
        /// Nil where none was begun.
        package let report: String?
        package let template: String?
        /// The states of the report's versions.
        package let versions: [String]
        /// What its latest version cites of the knowledge: `civic:EID1406`.
        package let citations: [String]
    }

    package let rows: [Row]
    /// In all regions.
    package let recalls: Int

    package var reports: Int { rows.filter { $0.report != nil }.count }

    package var json: JSONValue {
        JSONValue(members: [
            ("recalls", JSONValue(recalls)),
            (
                "cases",
                JSONValue(
                    rows.map { row in
                        JSONValue(members: [
                            ("case", JSONValue(.string(row.name))), ("region", JSONValue(.string(row.region.description))),
                            ("findings", JSONValue(row.findings)),
                            ("interpretations", JSONValue(row.interpretations.map { JSONValue($0) })),
                            ("report", JSONValue.text(row.report)), ("template", JSONValue.text(row.template)),
                            ("versions", JSONValue(row.versions)),
                            ("citations", JSONValue(row.citations)),
                        ])
                    })
            ),
        ])
    }
}
