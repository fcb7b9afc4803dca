package import StructuredText

/// Where a number changes its meaning, with whoever says so. Data of a laboratory, never of the program.
package struct CutOff: Hashable, Sendable {
    package enum Meaning: String, Sendable, CaseIterable {
        case negative, stable, low
        /// Between the cut-offs: has to be looked at in another way.
        case grey
        case high, positive
    }

    /// The values from a limit up to the next band's.
    package struct Band: Hashable, Sendable {
        /// Nil for the lowest band, which has no lower limit.
        package let from: Double?
        /// Whether the limit itself belongs to this band or to the one below.
        package let includesFrom: Bool
        package let meaning: Meaning

        package init(from: Double?, includesFrom: Bool = true, meaning: Meaning) {
            self.from = from
            self.includesFrom = includesFrom
            self.meaning = meaning
        }
    }

    package let name: String
    /// UCUM; values in another unit are not judged.
    package let unit: String
    /// Limits ascending; the first band has none.
    package let bands: [Band]
    /// A limit that its source gives as *about*.
    package let isApproximate: Bool
    package let source: String

    /// Nil unless the bands begin without a limit and their limits ascend.
    package init?(name: String, unit: String, bands: [Band], isApproximate: Bool = false, source: String) {
        let limits = bands.dropFirst().map(\.from)
        guard let first = bands.first, first.from == nil, !limits.contains(nil), !name.isEmpty, !unit.isEmpty, !source.isEmpty
        else { return nil }
        let numbers = limits.compactMap { $0 }
        guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }), numbers.allSatisfy(\.isFinite) else { return nil }
        self.name = name
        self.unit = unit
        self.bands = bands
        self.isApproximate = isApproximate
        self.source = source
    }

    /// What a number means; nil where its unit is another.
    package func meaning(of measurement: MeasuredValue) -> Meaning? {
        guard measurement.unit == unit else { return nil }
        return bands.last { band in
            guard let from = band.from else { return true }
            return band.includesFrom ? measurement.value >= from : measurement.value > from
        }?.meaning
    }
}

extension CutOff: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("name", .text(name)), ("unit", .text(unit)), ("bands", bands.json),
            ("approximate", isApproximate ? .bool(true) : .none), ("source", .text(source)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "cutOff", known: ["name", "unit", "bands", "approximate", "source"])
        guard
            let made = CutOff(
                name: try members.text("name"), unit: try members.text("unit"), bands: try members.list("bands"),
                isApproximate: try members.optional("approximate", members.bool) ?? false, source: try members.text("source"))
        else { throw members.fault("bands") }
        self = made
    }
}

extension CutOff.Band: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("from", .number(from)), ("excludesFrom", includesFrom ? .none : .bool(true)), ("meaning", .word(meaning)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "band", known: ["from", "excludesFrom", "meaning"])
        self.init(
            from: try members.optional("from", members.number),
            includesFrom: !(try members.optional("excludesFrom", members.bool) ?? false), meaning: try members.word("meaning"))
    }
}
