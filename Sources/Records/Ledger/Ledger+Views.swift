package import AccessModel
package import ClinicalModel
internal import GRDB
internal import StructuredText

extension Ledger {
    /// The latest events that the filter lets through, oldest first.
    package func events(_ filter: LedgerFilter = LedgerFilter()) throws -> [NumberedEvent] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        require("actor = ?", filter.actor)
        require("careUnit = ?", filter.careUnit)
        require("seq IN (SELECT seq FROM eventPatient WHERE patient = ?)", filter.patient?.text)
        require("purpose = ?", filter.purpose?.rawValue)
        require("act = ?", filter.act?.rawValue)
        require("reference = ?", filter.reference)
        require("time >= ?", filter.period?.lowerBound.description)
        require("time <= ?", filter.period?.upperBound.description)
        require("lacksCareRelation = ?", filter.lacksCareRelation)
        require("seq < ?", filter.before)
        if let outcome = filter.outcome { conditions.append(Ledger.condition(outcome)) }
        let condition = conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ")
        return try RecordsError.mapping(path) {
            try pool.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT seq, payload FROM event WHERE \(condition) ORDER BY seq DESC LIMIT ?",
                    arguments: arguments + [max(0, filter.limit)]
                ).reversed().map { try event($0) }
            }
        }
    }

    private static func condition(_ outcome: LedgerFilter.Outcome) -> String {
        let (decision, withheld) = ("json_extract(payload, '$.decision')", "json_extract(payload, '$.detail.withheld')")
        return switch outcome {
        case .answered: "\(decision) <> 'refused' AND \(withheld) IS NULL"
        case .refused: "\(decision) = 'refused'"
        case .withheld: "\(withheld) IS NOT NULL"
        }
    }

    /// Those of these numbers that are there, in order.
    package func events(numbers: [Int]) throws -> [NumberedEvent] {
        try RecordsError.mapping(path) {
            try pool.read { db in
                try Set(numbers).sorted().compactMap { seq in
                    try Row.fetchOne(db, sql: "SELECT seq, payload FROM event WHERE seq = ?", arguments: [seq]).map {
                        try event($0)
                    }
                }
            }
        }
    }

    /// The number of the first event of this act and reference.
    package func number(of act: AuditEvent.Act, reference: String) throws -> Int? {
        try RecordsError.mapping(path) {
            try pool.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT seq FROM event WHERE act = ? AND reference = ? ORDER BY seq LIMIT 1",
                    arguments: [act.rawValue, reference])
            }
        }
    }

    /// Every event that concerned a patient, oldest first, as the patient reads it: unit, time and purpose, not who. Of a recall that is not
    /// among those `told`, by its references, what somebody did is there by its purpose alone, and what the platform did is not.
    package func patientView(_ patient: Pseudonym, told: Set<String> = []) throws -> [PatientAccess] {
        try events(LedgerFilter(patient: patient, limit: .max)).compactMap { PatientAccess($0, told: told) }
    }

    /// Numbers of `count` events of the period that are about answers, drawn at random: each has the same chance, and the same seed
    /// draws the same ones from the same ledger. In order; fewer where there are fewer.
    package func drawSample(_ count: Int, seed: UInt64, period: ClosedRange<Timestamp>) throws -> [Int] {
        let numbers = try RecordsError.mapping(path) {
            try pool.read { db in
                try Int.fetchAll(
                    db,
                    sql: """
                        SELECT seq FROM event WHERE time >= ? AND time <= ? AND act IN ('question', 'record-read') ORDER BY seq
                        """, arguments: [period.lowerBound.description, period.upperBound.description])
            }
        }
        var generator = SampleGenerator(seed: seed)
        return numbers.shuffled(using: &generator).prefix(max(0, count)).sorted()
    }

    func event(_ row: Row) throws -> NumberedEvent {
        let seq = try row.integer(0)
        guard let json = try? JSONReader.read(try row.text(1)), let event = AuditEvent(json) else {
            throw LedgerError(.unreadableEvent(seq), place: path)
        }
        return NumberedEvent(seq: seq, event: event)
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): a sample can be drawn again from its seed.
private struct SampleGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
