internal import ClinicalModel
internal import GRDB
internal import ReportModel

extension AcceptedRows {
    /// A finding that is known already, by person and code, is brought up to date and belongs to the later submission.
    mutating func insert(_ diagnosis: Diagnosis) throws {
        let person = try id(of: diagnosis.person)
        try db.cachedStatement(
            """
            INSERT INTO diagnosis (person, system, code, systemVersion, status, onset, submission) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person, system, code) DO UPDATE SET systemVersion = excluded.systemVersion, status = excluded.status,
                onset = coalesce(excluded.onset, onset), submission = excluded.submission
            """
        ).execute(arguments: [
            person, diagnosis.code.system.rawValue, diagnosis.code.value, diagnosis.systemVersion, diagnosis.status.rawValue,
            diagnosis.onset?.description, submission,
        ])
    }

    mutating func insert(_ phenotype: Phenotype) throws {
        let person = try id(of: phenotype.person)
        guard phenotype.code.system == .hpo else {
            throw RecordsError(.constraint("phenotype.code is not of HPO"), place: submission)
        }
        try db.cachedStatement(
            """
            INSERT INTO phenotype (person, code, systemVersion, isPresent, submission) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person, code) DO UPDATE SET systemVersion = excluded.systemVersion, isPresent = excluded.isPresent,
                submission = excluded.submission
            """
        ).execute(arguments: [person, phenotype.code.value, phenotype.systemVersion, phenotype.isPresent, submission])
    }

    mutating func insert(_ treatment: Treatment) throws {
        let person = try id(of: treatment.person)
        guard treatment.drug.system == .atc else {
            throw RecordsError(.constraint("treatment.drug is not of ATC"), place: submission)
        }
        try db.cachedStatement(
            """
            INSERT INTO treatment (person, drug, line, start, stop, outcome, submission) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person, drug, start) DO UPDATE SET line = excluded.line, stop = excluded.stop,
                outcome = excluded.outcome, submission = excluded.submission
            """
        ).execute(arguments: [
            person, treatment.drug.value, treatment.line, treatment.start.description, treatment.stop?.description,
            treatment.outcome?.rawValue, submission,
        ])
    }

    mutating func insert(_ relation: FamilyRelation) throws {
        try db.cachedStatement("INSERT INTO familyRelation VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING").execute(arguments: [
            try id(of: relation.person), try id(of: relation.relative), relation.kind.rawValue, submission,
        ])
    }

    /// What the laboratory found, under the submission's case.
    func record(_ findings: [Finding], of submission: SubmissionRow, at time: Timestamp) throws {
        guard !findings.isEmpty else { return }
        let laboratory = try Row.known(OrganisationCode(submission.laboratory))
        _ = try db.recordFindings(
            findings, caseName: submission.caseName, laboratory: laboratory, submission: submission.id, at: time)
    }

    /// Takes back what this submission said about a person.
    mutating func removeFindings(about person: Pseudonym) throws {
        let person = try id(of: person)
        for table in ["diagnosis", "phenotype", "treatment", "familyRelation"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE person = ? AND submission = ?", arguments: [person, submission])
        }
    }
}
