package import ClinicalModel
internal import GRDB

/// Questions that people keep lie beside the enquiries and in no partition: they are put to every region, and the node where somebody is at
/// home may hold none.
extension EnquiryDatabase {
    /// One person's, by name; letters in the order of Unicode.
    package func savedQuestions(of owner: String) throws -> [SavedQuestion] {
        try read { try $0.savedQuestions(where: "owner = ? ORDER BY name", [owner]) }
    }

    /// Nil where there is none of this number, or it is somebody else's.
    package func savedQuestion(_ id: Int, of owner: String) throws -> SavedQuestion? {
        try read { try $0.savedQuestions(where: "id = ? AND owner = ?", [id, owner]).first }
    }

    /// Keeps a question under a name; one that had the name is replaced. Nil where the person has as many as `limit` already.
    package func saveQuestion(
        _ question: String, as name: String, of owner: String, limit: Int, time: Timestamp
    ) throws -> SavedQuestion? {
        try write(name) { db in
            let others = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM savedQuestion WHERE owner = ? AND name <> ?", arguments: [owner, name])
            guard (others ?? 0) < limit else { return nil }
            try db.execute(
                sql: """
                    INSERT INTO savedQuestion (owner, name, question, savedAt) VALUES (?, ?, ?, ?)
                    ON CONFLICT (owner, name) DO UPDATE SET question = excluded.question, savedAt = excluded.savedAt
                    """, arguments: [owner, name, question, time.milliseconds])
            return try db.savedQuestions(where: "owner = ? AND name = ?", [owner, name]).first
        }
    }

    /// Whether there was one to remove.
    @discardableResult
    package func removeSavedQuestion(_ id: Int, of owner: String) throws -> Bool {
        try write("savedQuestion") { db in
            try db.execute(sql: "DELETE FROM savedQuestion WHERE id = ? AND owner = ?", arguments: [id, owner])
            return db.changesCount == 1
        }
    }
}

extension Database {
    fileprivate func savedQuestions(where condition: String, _ arguments: StatementArguments) throws -> [SavedQuestion] {
        try Row.fetchAll(
            self, sql: "SELECT id, name, question, savedAt FROM savedQuestion WHERE \(condition)", arguments: arguments
        ).map { row in
            SavedQuestion(
                id: try row.integer(0), name: try row.text(1), question: try row.text(2), saved: try row.time(3))
        }
    }
}
