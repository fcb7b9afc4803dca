package import ClinicalModel
internal import GRDB
package import GenomeModel

extension RecordsDatabase {
    /// Whether a submission is on its way, or has ended without the ledger's knowing. Cost: two look-ups in an index.
    package func hasUnfinishedSubmissions() throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM submission WHERE state = 'received')
                        OR EXISTS (SELECT 1 FROM submission WHERE auditWritten = 0)
                        OR EXISTS (SELECT 1 FROM setting WHERE key = 'destroying')
                    """) ?? false
        }
    }

    /// Whether a laboratory has a case of this name that was accepted.
    package func hasCase(_ name: String, of laboratory: String) throws -> Bool {
        try submissions(laboratory: laboratory, caseName: name).contains { $0.state == .available }
    }

    package func owner(ofSpecimen name: String) throws -> Pseudonym? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT p.pseudonym FROM specimen s JOIN person p ON p.id = s.person WHERE s.name = ?", arguments: [name]
            ).map { try $0.value(0) { Pseudonym($0) } }
        }
    }

    package func hasStoppedUse(_ person: Pseudonym) throws -> Bool { try flag("useStopped", of: person) }
    package func hasStoppedShowing(_ person: Pseudonym) throws -> Bool { try flag("showingStopped", of: person) }

    private func flag(_ column: String, of person: Pseudonym) throws -> Bool {
        try read { db in
            try Bool.fetchOne(db, sql: "SELECT \(column) FROM person WHERE pseudonym = ?", arguments: [person.text]) ?? false
        }
    }

    /// Digests of the files that are to lie among the stored ones: of submissions that are on their way or available, and targets.
    package func filesInUse() throws -> Set<String> {
        try read { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT f.sha256 FROM submissionFile f JOIN submission s ON s.id = f.submission
                    WHERE s.state IN ('received', 'available')
                    UNION SELECT targets FROM assayVersion WHERE targets IS NOT NULL
                    UNION SELECT sha256 FROM reportFile
                    """)
        }
    }

    /// Names of the call sets that the indexes are to hold, by assembly: current ones of people whose data is in use.
    package func indexedCallSets() throws -> [Assembly: Set<String>] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT c.assembly, c.name FROM callSet c JOIN person p ON p.id = c.person
                    WHERE c.replacedBy IS NULL AND p.useStopped = 0
                    """
            ).reduce(into: [:]) { names, row in names[try row.named(0), default: []].insert(try row.text(1)) }
        }
    }

    /// Submissions that brought data about a person.
    package func submissions(about person: Pseudonym) throws -> [String] {
        try read { db in
            guard let id = try Int.fetchOne(db, sql: "SELECT id FROM person WHERE pseudonym = ?", arguments: [person.text]) else {
                return []
            }
            return try db.submissionsAbout(person: id)
        }
    }

    /// The people about whom a submission brought call sets.
    package func people(ofSubmission submission: String) throws -> [Pseudonym] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT p.pseudonym FROM callSet c JOIN person p ON p.id = c.person WHERE c.submission = ? ORDER BY 1
                    """, arguments: [submission]
            ).map { try $0.value(0) { Pseudonym($0) } }
        }
    }

    /// The submission no longer has a file: it was destroyed.
    package func forgetFile(_ name: String, of submission: String) throws {
        try write(submission) { db in
            try db.execute(sql: "DELETE FROM submissionFile WHERE submission = ? AND name = ?", arguments: [submission, name])
        }
    }

    /// A file was written anew without somebody's samples.
    package func replaceFile(_ name: String, of submission: String, sha256: String, bytes: Int) throws {
        try write(submission) { db in
            try db.execute(
                sql: "UPDATE submissionFile SET sha256 = ?, bytes = ? WHERE submission = ? AND name = ?",
                arguments: [sha256, bytes, submission, name])
        }
    }

    /// Leaves of a submission that it came, and when.
    package func emptySubmission(_ submission: String) throws {
        try write(submission) { try $0.emptySubmission(submission) }
    }

    /// Rewrites every receipt and the detail of every step in which one of `names` stands, in one transaction.
    package func rewriteReceipts(naming names: [String], _ rewrite: (String) -> String) throws {
        guard !names.isEmpty else { return }
        try write { db in
            for (table, key, column) in [("submission", "id", "receipt"), ("submissionStep", "id", "detail")] {
                let condition = names.map { _ in "instr(\(column), ?) > 0" }.joined(separator: " OR ")
                let rows = try Row.fetchAll(
                    db, sql: "SELECT \(key), \(column) FROM \(table) WHERE \(condition)", arguments: StatementArguments(names))
                for row in rows {
                    let text = try row.text(1)
                    let rewritten = rewrite(text)
                    guard rewritten != text else { continue }
                    let id: DatabaseValue = row[0]
                    try db.execute(
                        sql: "UPDATE \(table) SET \(column) = ? WHERE \(key) = ?", arguments: [rewritten, id])
                }
            }
        }
    }
}
