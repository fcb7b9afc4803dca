import Foundation
import GRDB
import Records
import Testing

/// Every table refuses a row that would break what it promises, and takes the same row when that one thing is mended.
@Suite("Rows that the tables refuse")
struct InvariantTests {
    /// A refused row and the same row mended, for every table.
    static let refusedRows: [(table: String, refused: String, taken: String)] = [
        ("changeCounter", "(2, 0)", ""),
        ("setting", "('', 'a')", "('a', 'a')"),
        ("healthcareRegion", "(NULL, 'a')", "('a', 'a')"),
        ("region", "('4', 'a', 1)", "('98', 'a', 1)"),
        ("regionHealthcareRegion", "('24', 'norra', 2)", "('24', 'sodra', 2)"),
        ("organisation", "('u', 'care-unit', 'a', '24', NULL)", "('u', 'care-unit', 'a', '24', 'region-24')"),
        (
            "submission", "('sub-000000000000000a', 'new', 'gone', \(digest), 'k', '{}', NULL, 'c', 'lab', 1, NULL, 0)",
            "('sub-000000000000000a', 'new', 'received', \(digest), 'k', '{}', NULL, 'c', 'lab', 1, NULL, 0)"
        ),
        (
            "submissionStep", "(NULL, 'sub-0000000000000009', 'a', 'done', 1, '{}')",
            "(NULL, 'sub-0000000000000001', 'a', 'done', 1, '{}')"
        ),
        (
            "submissionFile", "('sub-0000000000000001', '../a', \(digest), 1, 'other')",
            "('sub-0000000000000001', 'a', \(digest), 1, 'other')"
        ),
        ("person", "(9, 'ABC', 'male', NULL, NULL, NULL, 0, 0)", "(9, '\(pseudonym)', 'male', NULL, NULL, NULL, 0, 0)"),
        (
            "specimen", "(NULL, 'n', 99, 'blood', NULL, NULL, NULL, NULL)", "(NULL, 'n', 1, 'blood', NULL, NULL, NULL, NULL)"
        ),
        (
            "assayVersion", "(NULL, 'a', '1', 'panel', 'lab', 1, 'in-house', NULL)",
            "(NULL, 'a', '1', 'genome', 'lab', 1, 'in-house', NULL)"
        ),
        ("publicationBatch", "(2, 1, 5, 4)", "(2, 1, 5, 5)"),
        ("callSet", callSet(person: 2), callSet(person: 1)),
        ("qualityMetric", "(1, 'Mean Coverage', 1, 'x')", "(1, 'other', 1, 'x')"),
        (
            "diagnosis", "(NULL, 1, 'hpo', 'A', '1', 'affected', NULL, 'sub-0000000000000001')",
            "(NULL, 1, 'orpha', '5', '1', 'affected', NULL, 'sub-0000000000000001')"
        ),
        (
            "phenotype", "(NULL, 1, '125', '1', 1, 'sub-0000000000000001')",
            "(NULL, 1, '0000001', '1', 1, 'sub-0000000000000001')"
        ),
        (
            "treatment", "(NULL, 1, 'L01', 1, '2026-02-02', '2026-02-01', NULL, 'sub-0000000000000001')",
            "(NULL, 1, 'L01', 1, '2026-02-02', '2026-02-02', NULL, 'sub-0000000000000001')"
        ),
        ("familyRelation", "(1, 1, 'child', 'sub-0000000000000001')", "(1, 2, 'child', 'sub-0000000000000001')"),
        ("project", "('p', 't', '2026-02-02', '2026-02-01', 1)", "('p', 't', '2026-02-02', '2026-02-02', 1)"),
        ("projectRegion", "('1', '02')", "('1', '03')"),
        ("projectDataKind", "('1', '')", "('1', 'variants')"),
        ("projectMember", "('9', 'a')", "('1', 'a')"),
        (
            "consentEvent", "(NULL, 1, 'study', NULL, 1, '2026-01-01', 'patient', 1)",
            "(NULL, 1, 'study', 's', 1, '2026-01-01', 'patient', 1)"
        ),
        ("ending", "(NULL, 1, 'destroy', 'd', 1, '{}')", "(NULL, NULL, 'destroy', 'd', 1, '{}')"),
        ("destruction", "(99)", "(1)"),
        (
            "policyVersion", "(2, NULL, 't', \(digest), '2026-01-01', 'a', 'a', 1)",
            "(2, NULL, 't', \(digest), '2026-01-01', 'a', 'b', 1)"
        ),
        ("feasibilityEnquiry", "('f', '', \(digest), 'a', 's', 1)", "('f', 'c', \(digest), 'a', 's', 1)"),
        ("feasibilityAnswer", "('e', 'q', 5, 4, 1)", "('e', 'q', 4, 5, 1)"),
        ("careRelation", "(NULL, 'a', 1, '2026-01-02', '2026-01-01')", "(NULL, 'a', 1, '2026-01-02', NULL)"),
        ("answeredSet", "(NULL, 'o', 'r', 'q', x'', 1)", "(NULL, 'o', 'r', 'q2', x'', 1)"),
        ("figureCohort", "(NULL, '', 'r', 'q', x'', 1)", "(NULL, 'o', 'r', 'q', x'', 1)"),
        ("membershipRisk", "(NULL, 'o', 1, -0.1, 1)", "(NULL, 'o', 1, 0.1, 1)"),
        ("sampleCheck", "(NULL, 2, 1, 1, '[]', 1, NULL, NULL, NULL)", "(NULL, 1, 1, 1, '[]', 1, NULL, NULL, NULL)"),
        ("releasedCopy", "(NULL, 1, 'research', 'r', 'p', 'a', 2, 1)", "(NULL, 1, 'research', 'r', 'p', 'a', 2, 2)"),
        (
            "accessCase", "(NULL, 1, 0, 1, NULL, NULL, 'w', 1, '2026-01-01', 'opened', NULL, NULL, NULL, NULL, NULL, NULL)",
            "(NULL, 1, 1, 1, NULL, NULL, 'w', 1, '2026-01-01', 'opened', NULL, NULL, NULL, NULL, NULL, NULL)"
        ),
        (
            "legalObstacle", "(NULL, 'p', 'r', 'l', NULL, '', 'a', 'r', NULL, 1, 'reported', NULL, NULL, NULL)",
            "(NULL, 'p', 'r', 'l', NULL, 'w', 'a', 'r', NULL, 1, 'reported', NULL, NULL, NULL)"
        ),
        ("releaseRequest", release("r-0123456789abcdef"), release("rel-0123456789abcdef")),
        // The step of a request that is not there.
        ("releaseStep", "(NULL, 'rel-0123456789abcdef', 'holder', 1, 0, 'received', 'a', 'a', NULL, '', 1)", ""),
        ("finding", finding(person: 2), finding(person: 1)),
        ("interpretation", "(NULL, 'i', 'lab', 'other', 's')", "(NULL, 'i', 'lab', 'germline', 's')"),
        // Of what is not there.
        ("interpretationFinding", "(1, 1)", ""),
        ("interpretationVersion", "(1, 1, 0, '{}', 1)", ""),
        ("proposalDecision", "(NULL, '{', 1)", "(NULL, '{}', 1)"),
        (
            "classification", "(NULL, '24', 'lab', 'v', 'c', '{', NULL, 1)", "(NULL, '24', 'lab', 'v', 'c', NULL, NULL, 1)"
        ),
        ("classificationMark", "('24', -1, 1)", "('24', 0, 1)"),
        (
            "conflictHead", "('con-0123456789ABCDEF', '24', 'v', 'c', '[]', 1)",
            "('con-0123456789abcdef', '24', 'v', 'c', '[]', 1)"
        ),
        ("conflictStep", "('con-0123456789abcdef', '24', 0, '{}', 1)", "('con-0123456789abcdef', '24', 1, '{}', 1)"),
        ("recallPlan", "(NULL, '{}', 'low', '2026-02-30', 1)", "(NULL, '{}', 'low', '2026-02-28', 1)"),
        ("recallTask", "(NULL, 1, 1, 1)", ""),
        ("recallStep", "(1, 1, '{}')", ""),
        ("reportTemplate", "('t', 0, '{}')", "('t', 1, '{}')"),
        ("templateWord", "(NULL, 't', 1, 'c', 'l', 'clinic', 'p', 'n', 'r', 1)", ""),
        ("report", "(NULL, 'rep-0123456789abcdef', 1, 'lab', 'c', '{}', 't', 1)", ""),
        ("reportVersion", "(NULL, 1, 1, 0, 'draft', '{}')", ""),
        ("reportFile", "(NULL, 1, 1, 'sv', \(digest), 1)", ""),
        ("reportCitation", "(NULL, 1, 1, 'clinvar', '1', '{}')", ""),
    ]

    /// The specimen is the first person's.
    private static func finding(person: Int) -> String {
        "(NULL, 'f', \(person), 1, NULL, 'c', 'lab', NULL, 'biomarker', '{}', 1, NULL)"
    }

    private static func release(_ id: String) -> String {
        "('\(id)', 'n', '24', 'a', 'a', 'r', NULL, NULL, NULL, 'p', 'q', 'GRCh38', '', 'figures', 'w', 1, 0)"
    }

    private static let digest = "'" + String(repeating: "a", count: 64) + "'"
    private static let pseudonym = String(repeating: "a", count: 32)

    /// The specimen is the first person's.
    private static func callSet(person: Int) -> String {
        """
        (NULL, 'n', \(person), 1, 1, 'GRCh38', 'germline', 'rare', '24', 'clinic', 'lab', 'region-24', '2026-01-01', '',
        'sub-0000000000000001', NULL, NULL, NULL)
        """
    }

    /// Whether the database takes the statement; nothing of it stays.
    private func takes(_ sql: String, _ records: RecordsDatabase) throws -> Bool {
        do {
            try records.database.write { db in
                try db.execute(sql: sql)
                throw Taken()
            }
            return false
        } catch is Taken {
            return true
        } catch let error as DatabaseError {
            // SQLite refuses the current day in a constraint with an error of its own.
            #expect(error.resultCode == .SQLITE_CONSTRAINT || sql.contains("'now'"), "\(sql): \(error)")
            return false
        }
    }

    private struct Taken: Error {}

    @Test("Each table has a row that it refuses, and takes it mended", arguments: refusedRows)
    func refused(table: String, refused: String, taken: String) throws {
        let records = try SchemaTests.full.get()
        #expect(try !takes("INSERT INTO \(table) VALUES \(refused)", records))
        if !taken.isEmpty { #expect(try takes("INSERT INTO \(table) VALUES \(taken)", records), "\(table) \(taken)") }
    }

    @Test("No table is without such a row")
    func allTables() throws {
        let tables = try SchemaTests.full.get().database.read { db in
            try String.fetchSet(
                db,
                sql:
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'"
            )
        }
        #expect(tables == Set(Self.refusedRows.map(\.table)))
        let isStrict = try SchemaTests.full.get().database.read { db in
            try Row.fetchAll(db, sql: "PRAGMA table_list").filter { tables.contains($0["name"]) }.allSatisfy { $0["strict"] == 1 }
        }
        #expect(isStrict)
    }

    /// Every column that holds a day.
    static let dayColumns: [(table: String, column: String)] = [
        ("specimen", "sampled"), ("callSet", "analysed"), ("diagnosis", "onset"), ("treatment", "start"), ("treatment", "stop"),
        ("project", "approvedFrom"), ("project", "approvedTo"), ("careRelation", "\"from\""), ("careRelation", "\"to\""),
    ]

    @Test(
        "Days that the calendar does not have are refused in every column", arguments: dayColumns,
        [
            "2026-02-30", "2026-02-29", "2026-04-31", "2026-13-01", "2026-1-1", "2026-01-01 ", "2026-01-01T00:00", "",
            "2461000", "26-01-01",
        ])
    func noSuchDay(at place: (table: String, column: String), text: String) throws {
        #expect(try !takes("UPDATE \(place.table) SET \(place.column) = '\(text)'", SchemaTests.full.get()))
    }

    @Test("The current day is no day", arguments: dayColumns)
    func now(table: String, column: String) throws {
        #expect(try !takes("UPDATE \(table) SET \(column) = 'now'", SchemaTests.full.get()))
    }

    @Test("A leap day is taken")
    func leapDay() throws {
        #expect(try takes("UPDATE specimen SET sampled = '2024-02-29'", SchemaTests.full.get()))
        for table in ["consentEvent", "policyVersion"] {
            let day = table == "consentEvent" ? "\"from\"" : "validFrom"
            let columns =
                table == "consentEvent"
                ? "(NULL, 1, 'biobank', NULL, 1, 'DAY', 'patient', 1)" : "(2, NULL, 't', \(Self.digest), 'DAY', 'a', 'b', 1)"
            for (text, isTaken) in [("2024-02-29", true), ("2023-02-29", false), ("2024-02-30", false)] {
                let sql = "INSERT INTO \(table) VALUES \(columns.replacingOccurrences(of: "DAY", with: text))"
                #expect(try takes(sql, SchemaTests.full.get()) == isTaken, "\(table).\(day)")
            }
        }
    }

    @Test("Months of birth are months", arguments: ["1970-13", "1970-00", "1970-19", "1970-5", "70-05", "1970-05-01"])
    func months(text: String) throws {
        #expect(try !takes("UPDATE person SET birth = '\(text)'", SchemaTests.full.get()))
    }
}
