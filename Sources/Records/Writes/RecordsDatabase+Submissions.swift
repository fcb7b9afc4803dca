internal import ClinicalModel
internal import GRDB
package import StructuredText

extension RecordsDatabase {
    /// Records that a submission has come, with its files and its first step; durable when this returns.
    ///
    /// Where the idempotency key is known nothing is written, and the submission that came first is returned; but one in quarantine is on
    /// its way again, with the files that it has now.
    package func receive(
        _ submission: SubmissionRow, files: [SubmissionFile] = [], steps: [SubmissionStep] = []
    ) throws -> SubmissionRow {
        try write(submission.id) { db in
            if let known = try db.submission(where: "idempotencyKey = ?", [submission.idempotencyKey]).first {
                guard known.state == .quarantined else { return known }
                try db.execute(
                    sql:
                        "UPDATE submission SET state = 'received', receipt = NULL, auditWritten = 0, receivedAt = ? WHERE id = ?",
                    arguments: [submission.received.milliseconds, known.id])
                try db.execute(sql: "DELETE FROM submissionFile WHERE submission = ?", arguments: [known.id])
                try db.insert(files, of: known.id)
                try db.insert(steps, of: known.id)
                return try Row.known(try db.submission(where: "id = ?", [known.id]).first)
            }
            try db.execute(
                sql: """
                    INSERT INTO submission (id, kind, state, manifestDigest, idempotencyKey, manifest, concerns, caseName,
                        laboratory, receivedAt) VALUES (?, ?, 'received', ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission.id, submission.kind.rawValue, submission.manifestDigest, submission.idempotencyKey,
                    submission.manifest, submission.concerns, submission.caseName, submission.laboratory,
                    submission.received.milliseconds,
                ])
            try db.insert(files, of: submission.id)
            try db.insert(steps, of: submission.id)
            return try Row.known(try db.submission(where: "id = ?", [submission.id]).first)
        }
    }

    /// Records that steps have been taken.
    package func record(_ steps: [SubmissionStep], of submission: String) throws {
        try write(submission) { db in
            _ = try db.requireSubmission(submission, in: [.received])
            try db.insert(steps, of: submission)
        }
    }

    /// Moves a submission into quarantine, with the step that failed and the receipt that says how to mend it.
    package func quarantine(_ submission: String, step: SubmissionStep, receipt: JSONValue) throws {
        try write(submission) { db in
            _ = try db.requireSubmission(submission, in: [.received])
            try db.insert([step], of: submission)
            try db.finish(submission, .quarantined, receipt: receipt)
        }
    }

    /// Notes that the ledger knows how the submission ended.
    package func markAuditWritten(_ submission: String) throws {
        try write(submission) { db in
            _ = try db.requireSubmission(submission, in: [.available, .quarantined, .superseded])
            try db.execute(sql: "UPDATE submission SET auditWritten = 1 WHERE id = ?", arguments: [submission])
        }
    }
}

extension Database {
    /// The submission where it is in one of `states`.
    func requireSubmission(_ id: String, in states: Set<SubmissionRow.State>) throws -> SubmissionRow {
        guard let submission = try submission(where: "id = ?", [id]).first else {
            throw RecordsError(.unknownSubmission, place: id)
        }
        guard states.contains(submission.state) else { throw RecordsError(.wrongState(submission.state.rawValue), place: id) }
        return submission
    }

    func insert(_ steps: [SubmissionStep], of submission: String) throws {
        for step in steps {
            try execute(
                sql: "INSERT INTO submissionStep (submission, step, outcome, recordedAt, detail) VALUES (?, ?, ?, ?, ?)",
                arguments: [submission, step.step, step.outcome.rawValue, step.time.milliseconds, step.detail.canonicalText])
        }
    }

    func finish(_ submission: String, _ state: SubmissionRow.State, receipt: JSONValue) throws {
        try execute(
            sql: "UPDATE submission SET state = ?, receipt = ? WHERE id = ?",
            arguments: [state.rawValue, receipt.canonicalText, submission])
    }
}

extension Database {
    fileprivate func insert(_ files: [SubmissionFile], of submission: String) throws {
        for file in files {
            try execute(
                sql: "INSERT INTO submissionFile VALUES (?, ?, ?, ?, ?)",
                arguments: [submission, file.name, file.sha256, file.bytes, file.role.rawValue])
        }
    }
}
