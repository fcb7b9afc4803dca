internal import ClinicalModel
internal import GRDB
internal import ReportModel
internal import StructuredText

extension Database {
    func reports(where condition: String, _ arguments: StatementArguments) throws -> [ReportHistory] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT r.id, r.identifier, p.pseudonym, r.subject, r.template, r.templateVersion FROM report r JOIN person p ON p.id = r.person
                WHERE \(condition) ORDER BY r.id
                """, arguments: arguments
        ).map { row in
            let id = try row.integer(0)
            let versions = try Row.fetchAll(
                self,
                sql: """
                    SELECT content FROM reportVersion v WHERE report = ?
                        AND step = (SELECT MAX(step) FROM reportVersion WHERE report = v.report AND number = v.number)
                    ORDER BY number
                    """, arguments: [id]
            ).map { try $0.value(0) { try? ReportVersion(jsonText: $0) } }
            return try Row.known(
                ReportHistory(
                    stored: try row.text(1), person: try row.value(2) { Pseudonym($0) },
                    subject: try row.value(3) { try? ReportSubject(jsonText: $0) }, template: try row.text(4),
                    templateVersion: try row.integer(5), versions: versions))
        }
    }

    /// Inserts what of a history is not there yet. Throws `reportDiffers` where a step is there and is another: somebody was faster.
    func insertReport(_ history: ReportHistory, place: String) throws {
        let number = try Int.fetchOne(
            self, sql: "SELECT id FROM report WHERE identifier = ?", arguments: [history.identifier])
        let report = try number ?? insertReportRow(history, place: place)
        for version in history.versions {
            let text = version.json.canonicalText
            let known = try String.fetchOne(
                self, sql: "SELECT content FROM reportVersion WHERE report = ? AND number = ? AND step = ?",
                arguments: [report, version.number, version.steps.count])
            if let known {
                guard known == text else { throw RecordsError(.reportDiffers, place: history.identifier) }
                continue
            }
            try execute(
                sql: "INSERT INTO reportVersion (report, number, step, state, content) VALUES (?, ?, ?, ?, ?)",
                arguments: [report, version.number, version.steps.count, version.state.rawValue, text])
        }
    }

    private func insertReportRow(_ history: ReportHistory, place: String) throws -> Int {
        let subject = history.subject
        try execute(
            sql: """
                INSERT INTO report (identifier, person, laboratory, caseName, subject, template, templateVersion)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                history.identifier, try requirePerson(history.person, place: place), subject.laboratory.text, subject.caseName,
                subject.json.canonicalText, history.template, history.templateVersion,
            ])
        return Int(lastInsertedRowID)
    }
}
