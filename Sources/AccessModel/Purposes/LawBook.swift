package import ClinicalModel

/// The law over time: the rules with their dates, and the regime that they make on each day.
package struct LawBook: Hashable, Sendable {
    /// Such as `sweden`.
    package let name: String
    /// Rules of each purpose in the order of the file: dates ascending, proposed ones anywhere.
    package let purposes: [Purpose: [PurposeRule]]
    package let consents: [ConsentKind: [ConsentRule]]
    /// The time before the first change, and then one for each day on which something changes.
    package let regimes: [Regime]

    package init(name: String, purposes: [Purpose: [PurposeRule]], consents: [ConsentKind: [ConsentRule]]) {
        self.name = name
        self.purposes = purposes
        self.consents = consents
        let ofPurposes = purposes.values.joined().flatMap { [$0.force.date] + $0.dataKinds.values.map(\.date) }
        let ofConsents = consents.values.joined().map(\.force.date)
        let changes = Set((ofPurposes + ofConsents).compactMap { $0 }).sorted()
        regimes = ([nil] + changes.map { $0 }).map { date in
            Regime(
                identifier: "\(name)-" + (date.map(\.description) ?? "before-\(changes.first.map(\.description) ?? "any-date")"),
                since: date,
                purposes: purposes.compactMapValues { LawBook.current($0, \.force, on: date) },
                consents: consents.compactMapValues { LawBook.current($0, \.force, on: date) })
        }
    }

    /// The regime in force on `date`: the latest change that had come by then.
    package func regime(on date: CivilDate) -> Regime {
        var found = regimes[0]
        for regime in regimes {
            guard let since = regime.since else { continue }
            if since > date { break }
            found = regime
        }
        return found
    }

    /// Of several versions of one rule: the latest in force, else the next dated one, else the first.
    private static func current<Rule>(_ versions: [Rule], _ force: (Rule) -> InForce, on date: CivilDate?) -> Rule? {
        let inForce = versions.last { version in date.map { force(version).holds(on: $0) } ?? false }
        return inForce ?? versions.first { force($0).date != nil } ?? versions.first
    }
}
