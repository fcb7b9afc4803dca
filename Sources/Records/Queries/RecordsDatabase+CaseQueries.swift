package import AccessModel
package import ClinicalModel
internal import GRDB

extension RecordsDatabase {
    /// Every case, those to be answered first and of these the one due first; then the answered ones, the latest first.
    package func accessCases() throws -> [AccessCase] {
        try cases(
            where: "TRUE ORDER BY c.state = 'answered', CASE c.state WHEN 'answered' THEN -c.answeredAt END, c.due, c.id", [])
    }

    /// Those of one person, the latest first.
    package func accessCases(of person: Pseudonym) throws -> [AccessCase] {
        try cases(where: "p.pseudonym = ? ORDER BY c.id DESC", [person.text])
    }

    package func accessCase(_ number: Int) throws -> AccessCase? { try cases(where: "c.id = ?", [number]).first }

    private func cases(where condition: String, _ arguments: StatementArguments) throws -> [AccessCase] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT c.id, p.pseudonym, c.event, c.accessedAt, c.careUnit, c.purpose, c.words, c.openedAt, c.due, c.state,
                        c.reviewer, c.takenAt, c.finding, c.answer, c.signer, c.answeredAt
                    FROM accessCase c JOIN person p ON p.id = c.person WHERE \(condition)
                    """, arguments: arguments
            ).map { row in
                let finding: AccessCase.Finding? = try row.optionalNamed(12)
                let answer = try finding.map {
                    AccessCase.Answer(finding: $0, text: try row.text(13), signer: try row.text(14), time: try row.time(15))
                }
                return AccessCase(
                    number: try row.integer(0), person: try row.value(1) { Pseudonym($0) }, event: try row.integer(2),
                    accessed: try row.time(3), careUnit: try row.optionalText(4), purpose: try row.optionalNamed(5),
                    words: try row.text(6), opened: try row.time(7), due: try row.date(8), state: try row.named(9),
                    reviewer: try row.optionalText(10), taken: try row.optionalTime(11), answer: answer)
            }
        }
    }

    /// Every report, the latest first.
    package func legalObstacles() throws -> [LegalObstacle] { try obstacles(where: "TRUE ORDER BY id DESC", []) }

    package func legalObstacle(_ number: Int) throws -> LegalObstacle? { try obstacles(where: "id = ?", [number]).first }

    private func obstacles(where condition: String, _ arguments: StatementArguments) throws -> [LegalObstacle] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, purpose, reason, legalPoint, refusing, words, reporter, role, unit, reportedAt, state, note, handler,
                        handledAt
                    FROM legalObstacle WHERE \(condition)
                    """, arguments: arguments
            ).map { row in
                let report = LegalObstacle.Report(
                    purpose: try row.named(1), reason: try row.value(2) { Reason.Code(text: $0) }, legalPoint: try row.text(3),
                    refusing: try row.optionalValue(4) { RegionCode($0) }, words: try row.text(5))
                return LegalObstacle(
                    number: try row.integer(0), report: report, reporter: try row.text(6), role: try row.named(7),
                    unit: try row.optionalText(8), reported: try row.time(9), state: try row.named(10),
                    note: try row.optionalText(11), handler: try row.optionalText(12), handled: try row.optionalTime(13))
            }
        }
    }
}
