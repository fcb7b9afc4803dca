package import ClinicalModel
internal import GRDB
package import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// What arrived after a number, in the order of arrival, at most `limit`, each with its number.
    package func classifications(
        after sequence: Int, of region: RegionCode? = nil, limit: Int = .max
    ) throws -> [(sequence: Int, arrived: ArrivedClassification)] {
        try read { db in
            try db.classifications(
                where: "sequence > ?" + (region == nil ? "" : " AND region = ?") + " ORDER BY sequence LIMIT ?",
                StatementArguments([sequence]) + (region.map { [$0.description] } ?? []) + [limit])
        }
    }

    /// The number of the latest arrival; 0 before the first.
    package func lastClassification() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT coalesce(max(sequence), 0) FROM classification") ?? 0 }
    }

    /// What every laboratory that is known here holds about a variant now, by region and laboratory.
    package func classifications(of variant: VariantIdentifier) throws -> [SharedClassification] {
        try read { db in
            var current: [String: SharedClassification?] = [:]
            for (_, entry) in try db.classifications(where: "variant = ? ORDER BY sequence", [variant.description]) {
                current["\(entry.region) \(entry.laboratory) \(entry.subject.condition)"] = .some(entry.classification)
            }
            return current.sorted { $0.key < $1.key }.compactMap(\.value)
        }
    }

    /// How far the classifications of another region have been read; 0 before the first time.
    package func classificationMark(of region: RegionCode) throws -> (sequence: Int, read: Timestamp?) {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT sequence, readAt FROM classificationMark WHERE region = ?", arguments: [region.description])
            return (try row?.integer(0) ?? 0, try row?.time(1))
        }
    }

    /// Takes in what another region has shared, and how far it has been read, in one transaction. What is there already is passed over.
    package func take(
        _ arrived: [ArrivedClassification], from region: RegionCode, upTo sequence: Int, at time: Timestamp
    ) throws {
        try write("classifications", movesCounter: false) { db in
            for entry in arrived where entry.region == region { try db.insert(entry) }
            try db.execute(
                sql: """
                    INSERT INTO classificationMark VALUES (?, ?, ?)
                    ON CONFLICT (region) DO UPDATE SET sequence = max(sequence, excluded.sequence), readAt = excluded.readAt
                    """, arguments: [region.description, sequence, time.milliseconds])
        }
    }
}

extension Database {
    func insert(_ entry: ArrivedClassification) throws {
        try execute(
            sql: """
                INSERT INTO classification (region, laboratory, variant, condition, content, origin, arrivedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (region, origin) DO NOTHING
                """,
            arguments: [
                entry.region.description, entry.laboratory.text, entry.subject.variant.description,
                entry.subject.condition.description, entry.classification?.json.canonicalText, entry.origin,
                entry.arrived.milliseconds,
            ])
    }

    fileprivate func classifications(
        where condition: String, _ arguments: StatementArguments
    ) throws -> [(sequence: Int, arrived: ArrivedClassification)] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT sequence, region, laboratory, variant, condition, content, origin, arrivedAt FROM classification
                WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            let (origin, time) = (try row.optionalInteger(6), try row.time(7))
            if try row.optionalText(5) != nil {
                return (try row.integer(0), ArrivedClassification(try row.form(5), origin: origin, at: time))
            }
            let subject = SharedClassification.Subject(
                variant: try row.value(3) { VariantIdentifier($0) }, condition: try row.value(4) { Code($0) })
            return (
                try row.integer(0),
                ArrivedClassification(
                    removing: subject, of: try row.value(2) { OrganisationCode($0) }, in: try row.value(1) { RegionCode($0) },
                    origin: origin, at: time)
            )
        }
    }
}
