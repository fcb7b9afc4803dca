internal import ClinicalModel
internal import GRDB

extension RecordsDatabase {
    /// How many submissions are in each state that occurs.
    package func submissionCounts() throws -> [SubmissionRow.State: Int] {
        try read { db in
            var counts: [SubmissionRow.State: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT state, count(*) FROM submission GROUP BY state") {
                counts[try row.named(0)] = try row.integer(1)
            }
            return counts
        }
    }

    /// The latest in a state, the newest first. Cost: `limit` rows of an index.
    package func latestSubmissions(_ state: SubmissionRow.State, limit: Int) throws -> [SubmissionRow] {
        try read { db in
            try db.submission(
                where: "id IN (SELECT id FROM submission WHERE state = ? ORDER BY receivedAt DESC LIMIT ?)",
                [state.rawValue, limit]
            ).reversed()
        }
    }

    /// How many people have call sets that other regions' questions do not count yet.
    package func peopleAwaitingPublication() throws -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(DISTINCT person) FROM callSet WHERE publicationBatch IS NULL AND replacedBy IS NULL") ?? 0
        }
    }
}
