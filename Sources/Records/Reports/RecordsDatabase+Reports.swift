package import ClinicalModel
internal import GRDB
package import ReportModel
package import StructuredText

/// A document that was made of a version of a report.
package struct ReportFile: Hashable, Sendable {
    package let sha256: String
    package let bytes: Int

    package init(sha256: String, bytes: Int) {
        self.sha256 = sha256
        self.bytes = bytes
    }
}

extension RecordsDatabase {
    /// Keeps a report that somebody begins. Throws `unknownPerson`, and `reportDiffers` where there is one of this name.
    package func begin(_ history: ReportHistory) throws {
        try write("reports", movesCounter: false) { db in
            guard try db.reports(where: "r.identifier = ?", [history.identifier]).isEmpty else {
                throw RecordsError(.reportDiffers, place: history.identifier)
            }
            try db.insertReport(history, place: path)
        }
    }

    /// Takes one more step as the state allows it then and there: `make` gets the report as it stands, and may throw. `file` and `citations` are
    /// those of the version that is signed with the step.
    @discardableResult
    package func changeReport(
        _ identifier: String, files: [Language: ReportFile] = [:], citations: [ReportCitation] = [],
        _ make: (ReportHistory) throws -> ReportHistory
    ) throws -> ReportHistory {
        try write("reports", movesCounter: false) { db in
            guard let known = try db.reports(where: "r.identifier = ?", [identifier]).first else {
                throw RecordsError(.unknownReport, place: identifier)
            }
            let changed = try make(known)
            try db.insertReport(changed, place: path)
            guard let signed = changed.current, !(files.isEmpty && citations.isEmpty) else { return changed }
            let report = try Int.fetchOne(db, sql: "SELECT id FROM report WHERE identifier = ?", arguments: [identifier])
            for (language, file) in files {
                try db.execute(
                    sql: "INSERT INTO reportFile (report, number, language, sha256, bytes) VALUES (?, ?, ?, ?, ?)",
                    arguments: [report, signed.number, language.rawValue, file.sha256, file.bytes])
            }
            var written = Set<String>()
            for citation in citations where written.insert(citation.source + ":" + citation.item).inserted {
                try db.execute(
                    sql: "INSERT INTO reportCitation (report, number, source, item, said) VALUES (?, ?, ?, ?, ?)",
                    arguments: [report, signed.number, citation.source, citation.item, citation.json.canonicalText])
            }
            return changed
        }
    }

    package func report(named identifier: String) throws -> ReportHistory? {
        try read { try $0.reports(where: "r.identifier = ?", [identifier]).first }
    }

    /// In the order in which they were begun.
    package func reports(ofCase caseName: String, laboratory: OrganisationCode) throws -> [ReportHistory] {
        try read { try $0.reports(where: "r.laboratory = ? AND r.caseName = ?", [laboratory.text, caseName]) }
    }

    /// In the order in which they were begun.
    package func reports(of person: Pseudonym) throws -> [ReportHistory] {
        try read { try $0.reports(where: "p.pseudonym = ?", [person.text]) }
    }

    /// The latest first; at most `limit`.
    package func latestReports(limit: Int) throws -> [ReportHistory] {
        try read { db in
            try db.reports(where: "r.id IN (SELECT id FROM report ORDER BY id DESC LIMIT ?)", [limit]).reversed()
        }
    }

    package func file(of report: String, number: Int, _ language: Language) throws -> ReportFile? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT f.sha256, f.bytes FROM reportFile f JOIN report r ON r.id = f.report
                    WHERE r.identifier = ? AND f.number = ? AND f.language = ?
                    """, arguments: [report, number, language.rawValue]
            ).map { ReportFile(sha256: try $0.text(0), bytes: try $0.integer(1)) }
        }
    }
}
