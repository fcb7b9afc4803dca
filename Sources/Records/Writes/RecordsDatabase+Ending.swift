package import AccessModel
package import ClinicalModel
internal import GRDB
internal import StructuredText

extension RecordsDatabase {
    /// Adds what a person, or somebody for them, has said.
    package func addConsentEvent(_ event: ConsentEvent, of person: Pseudonym) throws {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO consentEvent (person, kind, study, isGiven, "from", giver, recordedAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    try db.requirePerson(person, place: path), event.kind.rawValue, event.study, event.isGiven,
                    event.from.description, event.giver.rawValue, event.recorded.milliseconds,
                ])
        }
    }

    /// *Stop using*: no question counts the person's data any more, neither what is here nor what comes later.
    @discardableResult
    package func stopUsing(_ person: Pseudonym, decision: String, time: Timestamp) throws -> Ending {
        try stop(person, .stopUsing, column: "useStopped", decision: decision, time: time)
    }

    /// *Stop showing*: the person's data is not shown outside the unit that is answerable for it, now and later.
    @discardableResult
    package func stopShowing(_ person: Pseudonym, decision: String, time: Timestamp) throws -> Ending {
        try stop(person, .stopShowing, column: "showingStopped", decision: decision, time: time)
    }

    /// *Delete a copy*: the named copies are recorded as deleted; their files are the caller's to remove first. The clinical
    /// record stays whole.
    @discardableResult
    package func deleteCopies(_ person: Pseudonym, copies: [Int], decision: String, time: Timestamp) throws -> Ending {
        try write { db in
            let id = try db.requirePerson(person, place: path)
            for copy in copies.sorted() {
                try db.execute(
                    sql: "UPDATE releasedCopy SET deletedAt = ? WHERE id = ? AND person = ? AND deletedAt IS NULL",
                    arguments: [time.milliseconds, copy, id])
                guard db.changesCount == 1 else { throw RecordsError(.unknownCopy, place: String(copy)) }
            }
            let affected: JSONValue = ["copies": JSONValue(copies.sorted().map { JSONValue($0) })]
            return try db.insert(
                Ending(person: person, act: .deleteCopy, decision: decision, time: time, affected: affected), of: id)
        }
    }

    /// *Destroy by decision*: every row about the person is removed, and only the decision and the amounts are kept.
    ///
    /// Manifests and receipts of the submissions that brought the person's call sets are emptied, since they describe the person; those
    /// in `remaining` brought data about others too, and keep what is given there, with their files. What was overwritten may still
    /// stand in the write-ahead log and in free pages until `compact`.
    @discardableResult
    package func destroy(
        _ person: Pseudonym, decision: String, time: Timestamp, remaining: [String: RemainingSubmission] = [:]
    ) throws -> Ending {
        try write { db in
            let id = try db.requirePerson(person, place: path)
            try db.execute(sql: "INSERT INTO destruction VALUES (?)", arguments: [id])
            let submissions = try db.submissionsAbout(person: id)
            var counts: [(String, JSONValue?)] = []
            for (table, condition) in RecordsDatabase.tablesAboutPeople {
                try db.execute(sql: "DELETE FROM \(table) WHERE \(condition)", arguments: ["person": id])
                counts.append((table, JSONValue(db.changesCount)))
                if table == "interpretationFinding" {
                    counts.append(("interpretation", JSONValue(try db.removeInterpretationsWithoutFindings(at: time))))
                }
            }
            for submission in submissions {
                if let rest = remaining[submission] {
                    try db.reduceSubmission(submission, to: rest)
                } else {
                    try db.emptySubmission(submission)
                }
            }
            try db.execute(sql: "DELETE FROM destruction WHERE person = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM person WHERE id = ?", arguments: [id])
            return try db.insert(
                Ending(person: nil, act: .destroy, decision: decision, time: time, affected: JSONValue(members: counts)), of: nil)
        }
    }

    /// In the order in which references allow removal.
    private static let tablesAboutPeople = [
        ("reportCitation", "report IN (SELECT id FROM report WHERE person = :person)"),
        ("reportFile", "report IN (SELECT id FROM report WHERE person = :person)"),
        ("reportVersion", "report IN (SELECT id FROM report WHERE person = :person)"), ("report", "person = :person"),
        ("accessCase", "person = :person"), ("careRelation", "person = :person"), ("releasedCopy", "person = :person"),
        ("consentEvent", "person = :person"),
        ("ending", "person = :person"), ("familyRelation", "person = :person OR relative = :person"),
        ("recallStep", "task IN (SELECT id FROM recallTask WHERE person = :person)"), ("recallTask", "person = :person"),
        ("interpretationFinding", "finding IN (SELECT id FROM finding WHERE person = :person)"),
        ("finding", "person = :person"),
        ("treatment", "person = :person"), ("phenotype", "person = :person"), ("diagnosis", "person = :person"),
        ("qualityMetric", "callSet IN (SELECT id FROM callSet WHERE person = :person)"), ("callSet", "person = :person"),
        ("specimen", "person = :person"),
    ]

    private func stop(
        _ person: Pseudonym, _ act: Ending.Act, column: String, decision: String, time: Timestamp
    ) throws -> Ending {
        try write { db in
            let id = try db.requirePerson(person, place: path)
            try db.execute(sql: "UPDATE person SET \(column) = 1 WHERE id = ?", arguments: [id])
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM callSet WHERE person = ? AND replacedBy IS NULL ORDER BY id", arguments: [id])
            return try db.insert(
                Ending(person: person, act: act, decision: decision, time: time, affected: ["callSets": JSONValue(names)]), of: id
            )
        }
    }
}

extension Database {
    fileprivate func insert(_ ending: Ending, of person: Int?) throws -> Ending {
        try execute(
            sql: "INSERT INTO ending (person, act, decision, orderedAt, affected) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                person, ending.act.rawValue, ending.decision, ending.time.milliseconds, ending.affected.canonicalText,
            ])
        return ending
    }

    /// Submissions that brought anything about a person, with those that a correction or resubmission ties to them.
    func submissionsAbout(person: Int) throws -> [String] {
        try String.fetchAll(
            self,
            sql: """
                WITH RECURSIVE direct(id) AS (
                    SELECT submission FROM callSet WHERE person = :person UNION SELECT submission FROM diagnosis WHERE person = :person
                    UNION SELECT submission FROM phenotype WHERE person = :person
                    UNION SELECT submission FROM treatment WHERE person = :person
                    UNION SELECT submission FROM familyRelation WHERE person = :person OR relative = :person
                    UNION SELECT submission FROM finding WHERE person = :person AND submission IS NOT NULL
                ), tied(id) AS (
                    SELECT id FROM direct
                    UNION SELECT s.id FROM submission s JOIN tied ON s.concerns = tied.id
                    UNION SELECT s.concerns FROM submission s JOIN tied ON s.id = tied.id WHERE s.concerns IS NOT NULL
                ) SELECT id FROM tied ORDER BY id
                """, arguments: ["person": person])
    }

    /// Leaves of a submission that it came, and when: not what its manifest, files, steps and receipt say.
    func emptySubmission(_ submission: String) throws {
        let nothing = String(repeating: "0", count: 64)
        try execute(sql: "DELETE FROM submissionFile WHERE submission = ?", arguments: [submission])
        try execute(sql: "UPDATE submissionStep SET detail = '{}' WHERE submission = ?", arguments: [submission])
        try execute(
            sql: """
                UPDATE submission SET manifest = '', receipt = CASE WHEN receipt IS NULL THEN NULL ELSE '{}' END, caseName = '',
                    manifestDigest = :nothing, idempotencyKey = 'destroyed-' || id WHERE id = :id
                """, arguments: ["nothing": nothing, "id": submission])
    }

    /// Puts what remains of a submission in place of what its manifest, steps and receipt said. Its files stay.
    fileprivate func reduceSubmission(_ submission: String, to rest: RemainingSubmission) throws {
        try execute(sql: "UPDATE submissionStep SET detail = '{}' WHERE submission = ?", arguments: [submission])
        try execute(
            sql: """
                UPDATE submission SET manifest = ?, receipt = ?, manifestDigest = ?, idempotencyKey = 'destroyed-' || id WHERE id = ?
                """,
            arguments: [rest.manifest, rest.receipt.canonicalText, ContentDigest.of(rest.manifest), submission])
    }
}
