package import ClinicalModel
internal import GRDB
package import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// The interpretations of a case's current findings, in the order in which they were begun.
    package func interpretations(ofCase name: String, laboratory: OrganisationCode) throws -> [RecordedInterpretation] {
        try read { db in
            try db.interpretations(
                where: """
                    i.id IN (SELECT x.interpretation FROM interpretationFinding x JOIN finding f ON f.id = x.finding
                        WHERE f.laboratory = ? AND f.caseName = ? AND f.replacedBy IS NULL)
                    """, [laboratory.text, name])
        }
    }

    package func interpretation(named name: String) throws -> RecordedInterpretation? {
        try read { try $0.interpretations(where: "i.name = ?", [name]).first }
    }

    /// The laboratory's interpretation of a subject.
    package func interpretation(of subject: String, laboratory: OrganisationCode) throws -> RecordedInterpretation? {
        try read { try $0.interpretations(where: "i.laboratory = ? AND i.subject = ?", [laboratory.text, subject]).first }
    }

    /// In the order in which they were decided.
    package func proposalDecisions() throws -> [ProposalSwitch.Entry] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT content FROM proposalDecision ORDER BY id").map { try $0.form(0) }
        }
    }

    /// Adds what two people have decided about showing computed proposals.
    package func addProposalDecision(_ entry: ProposalSwitch.Entry, at time: Timestamp) throws {
        try write("proposal decisions", movesCounter: false) { db in
            try db.execute(
                sql: "INSERT INTO proposalDecision (content, recordedAt) VALUES (?, ?)",
                arguments: [entry.json.canonicalText, time.milliseconds])
        }
    }
}

extension Database {
    func interpretations(where condition: String, _ arguments: StatementArguments) throws -> [RecordedInterpretation] {
        try Row.fetchAll(
            self, sql: "SELECT i.id, i.name, i.laboratory FROM interpretation i WHERE \(condition) ORDER BY i.id",
            arguments: arguments
        ).map { row in
            let id = Int64(try row.integer(0))
            let versions = try Row.fetchAll(
                self,
                sql: """
                    SELECT content, max(step) FROM interpretationVersion WHERE interpretation = ? GROUP BY number ORDER BY number
                    """, arguments: [id]
            ).map { try $0.form(0, as: InterpretationVersion.self) }
            let history = InterpretationHistory(
                stored: try row.text(1), laboratory: try row.value(2) { OrganisationCode($0) }, versions: versions)
            return RecordedInterpretation(
                id: id, history: try Row.known(history),
                findings: try findings(
                    where: """
                        f.replacedBy IS NULL AND f.id IN (SELECT finding FROM interpretationFinding WHERE interpretation = ?)
                        ORDER BY f.id
                        """, [id]))
        }
    }
}
