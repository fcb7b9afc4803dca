package import ClinicalModel
package import StructuredText

/// How often a variant had been seen in the country when it was asked for, and which regions that is out of.
package struct NationalCounts: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case answered, suppressed, refused, late, unreachable
    }

    package struct Region: Hashable, Sendable {
        package let region: RegionCode
        package let state: State

        package init(region: RegionCode, state: State) {
            self.region = region
            self.state = state
        }
    }

    /// Sums over the regions that answered.
    package struct Figures: Hashable, Sendable {
        package let carriers: Int
        /// People in whom the place was examined well enough to have shown it.
        package let covered: Int
        package let people: Int
        package let alleleCount: Int
        package let alleleNumber: Int

        /// Nil where a part is larger than its whole, or negative.
        package init?(carriers: Int, covered: Int, people: Int, alleleCount: Int, alleleNumber: Int) {
            guard 0 <= carriers, carriers <= covered, covered <= people, 0 <= alleleCount, alleleCount <= alleleNumber else {
                return nil
            }
            self.carriers = carriers
            self.covered = covered
            self.people = people
            self.alleleCount = alleleCount
            self.alleleNumber = alleleNumber
        }
    }

    package let asked: Timestamp
    /// Nil where no region answered with a number: unknown, never none.
    package let figures: Figures?
    /// By code.
    package let regions: [Region]
    package let dataRelease: String?

    package init(asked: Timestamp, figures: Figures?, regions: [Region], dataRelease: String?) {
        self.asked = asked
        self.figures = figures
        self.regions = regions.sorted { $0.region < $1.region }
        self.dataRelease = dataRelease
    }
}

extension NationalCounts: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("asked", .described(asked)), ("figures", .form(figures)), ("regions", regions.jsonUnlessEmpty),
            ("dataRelease", .text(dataRelease)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "counts", known: ["asked", "figures", "regions", "dataRelease"])
        self.init(
            asked: try members.time("asked"),
            figures: try members.optional("figures") { (name) throws(ReportJSONError) in try members.form(name, Figures.self) },
            regions: try members.list("regions"), dataRelease: try members.optional("dataRelease", members.text))
    }
}

extension NationalCounts.Region: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("region", .described(region)), ("state", .word(state))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "region", known: ["region", "state"])
        self.init(region: try members.region("region"), state: try members.word("state"))
    }
}

extension NationalCounts.Figures: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("carriers", .integer(carriers)), ("covered", .integer(covered)), ("people", .integer(people)),
            ("alleleCount", .integer(alleleCount)), ("alleleNumber", .integer(alleleNumber)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "figures", known: ["carriers", "covered", "people", "alleleCount", "alleleNumber"])
        guard
            let made = Self(
                carriers: try members.integer("carriers"), covered: try members.integer("covered"),
                people: try members.integer("people"), alleleCount: try members.integer("alleleCount"),
                alleleNumber: try members.integer("alleleNumber"))
        else { throw members.fault("covered") }
        self = made
    }
}
