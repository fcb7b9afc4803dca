package import StructuredText

/// A number with its unit.
package struct MeasuredValue: Hashable, Sendable {
    package let value: Double
    /// UCUM: `%`, `1` for a pure number, `1/1000000` for mutations per million bases, `{score}`.
    package let unit: String

    /// Nil for a number that is not finite or a unit that is empty.
    package init?(_ value: Double, unit: String) {
        guard value.isFinite, !unit.isEmpty else { return nil }
        self.value = value
        self.unit = unit
    }
}

extension MeasuredValue: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("value", .number(value)), ("unit", .text(unit))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "measurement", known: ["value", "unit"])
        guard let made = MeasuredValue(try members.number("value"), unit: try members.text("unit")) else {
            throw members.fault("unit")
        }
        self = made
    }
}
