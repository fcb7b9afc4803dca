package import AccessModel
package import ClinicalModel
internal import GRDB

extension RecordsDatabase {
    /// Opens a case about an access. Returns its number. Fails where the person has questioned the same event before.
    package func openCase(
        of person: Pseudonym, event: Int, accessed: Timestamp, careUnit: String?, purpose: Purpose?, words: String,
        opened: Timestamp, due: CivilDate
    ) throws -> Int {
        try write("access case", movesCounter: false) { db in
            try db.execute(
                sql: """
                    INSERT INTO accessCase (person, event, accessedAt, careUnit, purpose, words, openedAt, due, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'opened')
                    """,
                arguments: [
                    try db.requirePerson(person, place: path), event, accessed.milliseconds, careUnit, purpose?.rawValue, words,
                    opened.milliseconds, due.description,
                ])
            return Int(db.lastInsertedRowID)
        }
    }

    /// Records that somebody looks into a case that nobody looked into.
    package func takeCase(_ number: Int, reviewer: String, time: Timestamp) throws {
        try move(
            number,
            "UPDATE accessCase SET state = 'being-looked-at', reviewer = ?, takenAt = ? WHERE id = ? AND state = 'opened'",
            [reviewer, time.milliseconds, number])
    }

    /// Closes a case with its answer; it cannot be changed afterwards.
    package func answerCase(_ number: Int, _ answer: AccessCase.Answer) throws {
        try move(
            number,
            """
            UPDATE accessCase SET state = 'answered', finding = ?, answer = ?, signer = ?, answeredAt = ?
            WHERE id = ? AND state = 'being-looked-at'
            """, [answer.finding.rawValue, answer.text, answer.signer, answer.time.milliseconds, number])
    }

    private func move(_ number: Int, _ sql: String, _ arguments: StatementArguments) throws {
        try write("access case \(number)", movesCounter: false) { db in
            try db.execute(sql: sql, arguments: arguments)
            guard db.changesCount == 1 else { throw RecordsError(.unknownCase, place: String(number)) }
        }
    }

    /// Keeps a report of a legal obstacle. Returns its number.
    package func addObstacle(
        _ report: LegalObstacle.Report, reporter: Actor, time: Timestamp
    ) throws -> Int {
        try write("legal obstacle", movesCounter: false) { db in
            try db.execute(
                sql: """
                    INSERT INTO legalObstacle (purpose, reason, legalPoint, refusing, words, reporter, role, unit, reportedAt, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'reported')
                    """,
                arguments: [
                    report.purpose.rawValue, report.reason.text, report.legalPoint, report.refusing?.description, report.words,
                    reporter.identity, reporter.role.rawValue, (reporter.careUnit ?? reporter.provider)?.text,
                    time.milliseconds,
                ])
            return Int(db.lastInsertedRowID)
        }
    }

    /// Records what became of a report.
    package func moveObstacle(
        _ number: Int, to state: LegalObstacle.State, note: String?, handler: String, time: Timestamp
    ) throws {
        try write("legal obstacle \(number)", movesCounter: false) { db in
            try db.execute(
                sql: "UPDATE legalObstacle SET state = ?, note = ?, handler = ?, handledAt = ? WHERE id = ?",
                arguments: [state.rawValue, note, handler, time.milliseconds, number])
            guard db.changesCount == 1 else { throw RecordsError(.unknownObstacle, place: String(number)) }
        }
    }
}
