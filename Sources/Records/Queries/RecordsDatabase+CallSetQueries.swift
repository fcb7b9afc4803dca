package import ClinicalModel
internal import GRDB

extension RecordsDatabase {
    /// All of a person's, replaced ones included, in the order in which they came.
    package func callSets(of person: Pseudonym) throws -> [RecordedCallSet] {
        try read { try $0.callSets(where: "p.pseudonym = ?", [person.text]) }
    }

    /// Whose records each person's are: the controller of their first call set. Cost: one pass over the call sets.
    package func controllers() throws -> [Pseudonym: OrganisationCode] {
        try read { db in
            // SQLite takes the other columns from the row that holds the least.
            try Row.fetchCursor(
                db,
                sql: """
                    SELECT p.pseudonym, c.controller, min(c.id) FROM callSet c JOIN person p ON p.id = c.person GROUP BY c.person
                    """
            ).reduce(into: [:]) { result, row in
                result[try row.value(0) { Pseudonym($0) }] = try row.value(1) { OrganisationCode($0) }
            }
        }
    }

    /// The current call set of that name.
    package func callSet(named name: String) throws -> RecordedCallSet? {
        try read { try $0.callSets(where: "c.name = ? AND c.replacedBy IS NULL", [name]).first }
    }

    /// Those that a submission brought, replaced ones included.
    package func callSets(ofSubmission submission: String) throws -> [RecordedCallSet] {
        try read { try $0.callSets(where: "c.submission = ?", [submission]) }
    }

    /// The current call sets of these names, in the order in which they came; names that nothing has are passed over. At most 30,000.
    package func callSets(named names: [String]) throws -> [RecordedCallSet] {
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return try read { try $0.callSets(where: "c.replacedBy IS NULL AND c.name IN (\(marks))", StatementArguments(names)) }
    }

    /// The specimen of every current call set, by the call set's name. Cost: one pass over the call sets.
    package func specimensByCallSet() throws -> [String: String] {
        try read { db in
            try Row.fetchCursor(
                db, sql: "SELECT c.name, s.name FROM callSet c JOIN specimen s ON s.id = c.specimen WHERE c.replacedBy IS NULL"
            ).reduce(into: [:]) { $0[try $1.text(0)] = try $1.text(1) }
        }
    }

    package func metrics(of callSet: String) throws -> [QualityMetric] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT m.name, m.value, m.unit FROM qualityMetric m JOIN callSet c ON c.id = m.callSet
                    WHERE c.name = ? AND c.replacedBy IS NULL ORDER BY m.name
                    """, arguments: [callSet]
            ).map { QualityMetric(name: try $0.text(0), value: try $0.decode(Double.self, atIndex: 1), unit: try $0.text(2)) }
        }
    }

    package func assay(_ indexName: String) throws -> AssayVersion? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT \(Row.assayColumns) FROM assayVersion WHERE indexName = ?", arguments: [indexName]
            ).map { try $0.assay(from: 0) }
        }
    }
}

extension Row {
    static let assayColumns = "name, version, kind, laboratory, isAccredited, status, targets"

    func assay(from column: Int) throws -> AssayVersion {
        AssayVersion(
            name: try text(column), version: try text(column + 1), kind: try named(column + 2),
            laboratory: try value(column + 3) { OrganisationCode($0) }, isAccredited: try flag(column + 4),
            status: try named(column + 5), targets: try optionalText(column + 6))
    }
}

extension Database {
    func callSets(where condition: String, _ arguments: StatementArguments) throws -> [RecordedCallSet] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT c.name, p.pseudonym, s.name, a.indexName, c.assembly, c.origin, c.area, c.homeRegion, c.orderingProvider,
                    c.performingLaboratory, c.controller, c.analysed, c.caseName, p.useStopped, p.showingStopped, c.submission,
                    c.publicationBatch, c.replacedBy IS NOT NULL, (SELECT name FROM callSet r WHERE r.id = c.replacedBy)
                FROM callSet c JOIN person p ON p.id = c.person JOIN specimen s ON s.id = c.specimen
                JOIN assayVersion a ON a.id = c.assay WHERE \(condition) ORDER BY c.id
                """, arguments: arguments
        ).map { row in
            let record = CallSetRecord(
                name: try row.text(0), person: try row.value(1) { Pseudonym($0) }, specimen: try row.text(2),
                assay: try row.text(3), assembly: try row.named(4), origin: try row.named(5), area: try row.named(6),
                homeRegion: try row.optionalValue(7) { RegionCode($0) },
                orderingProvider: try row.value(8) { OrganisationCode($0) },
                performingLaboratory: try row.value(9) { OrganisationCode($0) },
                controller: try row.value(10) { OrganisationCode($0) }, analysed: try row.date(11), caseName: try row.text(12))
            let isReplaced = try row.flag(17)
            let state: RecordedCallSet.State =
                isReplaced ? .replaced : try row.flag(13) ? .useStopped : try row.flag(14) ? .showingStopped : .available
            return RecordedCallSet(
                record: record, state: state, submission: try row.text(15), publicationBatch: try row.optionalInteger(16),
                replacedBy: try row.optionalText(18))
        }
    }
}
