internal import ClinicalModel
internal import GRDB
internal import StructuredText

extension RecordsDatabase {
    /// In the order in which they came; those in one state, or all.
    package func submissions(state: SubmissionRow.State? = nil) throws -> [SubmissionRow] {
        try read { db in
            guard let state else { return try db.submission(where: "TRUE", []) }
            return try db.submission(where: "state = ?", [state.rawValue])
        }
    }

    package func submission(id: String) throws -> SubmissionRow? {
        try read { try $0.submission(where: "id = ?", [id]).first }
    }

    package func submission(idempotencyKey: String) throws -> SubmissionRow? {
        try read { try $0.submission(where: "idempotencyKey = ?", [idempotencyKey]).first }
    }

    /// Identifiers of those that were sent to mend or correct a submission, in the order in which they came.
    package func submissions(concerning submission: String) throws -> [String] {
        try read { try $0.submission(where: "concerns = ?", [submission]).map(\.id) }
    }

    /// How many call sets each submission brought, and how many of them a publication has released. Cost: one pass over the call sets.
    package func callSetCountsBySubmission() throws -> [String: (callSets: Int, released: Int)] {
        try read { db in
            try Row.fetchCursor(db, sql: "SELECT submission, count(*), count(publicationBatch) FROM callSet GROUP BY submission")
                .reduce(into: [:]) { $0[try $1.text(0)] = (try $1.integer(1), try $1.integer(2)) }
        }
    }

    /// Those that a laboratory sent about one of its cases, in the order in which they came.
    package func submissions(laboratory: String, caseName: String) throws -> [SubmissionRow] {
        try read { try $0.submission(where: "laboratory = ? AND caseName = ?", [laboratory, caseName]) }
    }

    /// Ended, but not yet known to the ledger: what reconciling at the start goes through.
    package func submissionsWithoutAudit() throws -> [SubmissionRow] {
        try read { try $0.submission(where: "state <> 'received' AND auditWritten = 0", []) }
    }

    package func steps(of submission: String) throws -> [SubmissionStep] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT step, outcome, recordedAt, detail FROM submissionStep WHERE submission = ? ORDER BY id",
                arguments: [submission]
            ).map { row in
                SubmissionStep(
                    step: try row.text(0), outcome: try row.named(1), time: try row.time(2),
                    detail: try row.value(3) { try? JSONReader.read($0) })
            }
        }
    }

    package func files(of submission: String) throws -> [SubmissionFile] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT name, sha256, bytes, role FROM submissionFile WHERE submission = ? ORDER BY name",
                arguments: [submission]
            ).map {
                SubmissionFile(name: try $0.text(0), sha256: try $0.text(1), bytes: try $0.integer(2), role: try $0.named(3))
            }
        }
    }
}

extension Database {
    func submission(where condition: String, _ arguments: StatementArguments) throws -> [SubmissionRow] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT id, kind, state, manifestDigest, idempotencyKey, manifest, concerns, caseName, laboratory, receivedAt, receipt,
                    auditWritten FROM submission WHERE \(condition) ORDER BY receivedAt, id
                """, arguments: arguments
        ).map { row in
            SubmissionRow(
                id: try row.text(0), kind: try row.named(1), state: try row.named(2), manifestDigest: try row.text(3),
                idempotencyKey: try row.text(4), manifest: try row.text(5), concerns: try row.optionalText(6),
                caseName: try row.text(7), laboratory: try row.text(8), received: try row.time(9),
                receipt: try row.optionalText(10), isAudited: try row.flag(11))
        }
    }
}
