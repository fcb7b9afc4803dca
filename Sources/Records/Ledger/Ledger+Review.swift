package import ClinicalModel
internal import GRDB

extension Ledger {
    /// The review of a period, over questions and records that were read. One pass over the events of the period.
    package func review(_ period: ClosedRange<Timestamp>) throws -> LedgerReview {
        var actors: [String: Tally] = [:]
        var units: [String: Tally] = [:]
        var patients: [String: Tally] = [:]
        let bounds: StatementArguments = [period.lowerBound.description, period.upperBound.description]
        let condition = "time >= ? AND time <= ? AND act IN ('question', 'explanation', 'record-read', 'ledger-export')"
        try RecordsError.mapping(path) {
            try pool.read { db in
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT time, lacksCareRelation, actor, careUnit,
                            CAST(coalesce(json_extract(payload, '$.detail."membership-risk"'), 0) AS REAL)
                        FROM event WHERE \(condition)
                        """, arguments: bounds)
                while let row = try rows.next() {
                    let (isUnusual, lacks) = (try Ledger.isUnusual(row.time(text: 0)), try row.flag(1))
                    let risk = try row.decode(Double.self, atIndex: 4)
                    actors[try row.text(2), default: Tally()].add(isUnusual, lacks, risk)
                    if let unit = try row.optionalText(3) { units[unit, default: Tally()].add(isUnusual, lacks, risk) }
                }
                let pairs = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT time, lacksCareRelation, patient FROM event JOIN eventPatient USING (seq) WHERE \(condition)
                        """, arguments: bounds)
                while let row = try pairs.next() {
                    patients[try row.text(2), default: Tally()].add(try Ledger.isUnusual(row.time(text: 0)), try row.flag(1), 0)
                }
            }
        }
        let counts = actors.values.map(\.events).sorted()
        let median = counts.isEmpty ? 0 : counts[(counts.count - 1) / 2]
        let lines = Ledger.lines(actors)
        let unusual = lines.filter {
            $0.events >= LedgerReview.unusualMinimum && $0.events > median * LedgerReview.unusualFactor
        }
        return LedgerReview(
            period: period, actors: lines, careUnits: Ledger.lines(units), patients: Ledger.lines(patients),
            medianOfActors: median, actorsWithUnusualVolume: unusual.map(\.name))
    }

    private struct Tally {
        var events = 0
        var unusualHours = 0
        var withoutCareRelation = 0
        var membershipRisk = 0.0

        mutating func add(_ isUnusualHour: Bool, _ lacksCareRelation: Bool, _ risk: Double) {
            events += 1
            membershipRisk += risk
            unusualHours += isUnusualHour ? 1 : 0
            withoutCareRelation += lacksCareRelation ? 1 : 0
        }
    }

    private static func isUnusual(_ time: Timestamp) -> Bool { !(6..<20).contains(SwedishClock.hour(at: time)) }

    private static func lines(_ tallies: [String: Tally]) -> [LedgerReview.Line] {
        tallies.map { name, tally in
            LedgerReview.Line(
                name: name, events: tally.events, atUnusualHours: tally.unusualHours,
                withoutCareRelation: tally.withoutCareRelation, membershipRisk: tally.membershipRisk)
        }.sorted { ($1.events, $0.name) < ($0.events, $1.name) }
    }
}

extension Row {
    /// A moment that was written as text.
    fileprivate func time(text column: Int) throws -> Timestamp { try value(column) { Timestamp($0) } }
}
