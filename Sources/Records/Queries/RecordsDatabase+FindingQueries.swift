package import ClinicalModel
internal import GRDB
internal import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// The current findings of a case, in the order in which they were recorded.
    package func findings(ofCase name: String, laboratory: OrganisationCode) throws -> [RecordedFinding] {
        try read { db in
            try db.findings(
                where: "f.laboratory = ? AND f.caseName = ? AND f.replacedBy IS NULL ORDER BY f.id", [laboratory.text, name])
        }
    }

    /// A person's current findings, of every case, in the order in which they were recorded.
    package func findings(ofPerson person: Pseudonym) throws -> [RecordedFinding] {
        try read { try $0.findings(where: "p.pseudonym = ? AND f.replacedBy IS NULL ORDER BY f.id", [person.text]) }
    }

    /// The current finding of a laboratory under its own identifier.
    package func finding(_ identifier: String, laboratory: OrganisationCode) throws -> RecordedFinding? {
        try read { db in
            try db.findings(
                where: "f.laboratory = ? AND f.identifier = ? AND f.replacedBy IS NULL", [laboratory.text, identifier]
            ).first
        }
    }

    /// Every case that has a call set or a finding, the latest first.
    package func laboratoryCases() throws -> [LaboratoryCase] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    WITH part(laboratory, caseName, person, callSet, finding, latest) AS (
                        SELECT performingLaboratory, caseName, person, 1, 0, analysed FROM callSet WHERE replacedBy IS NULL
                        UNION ALL
                        SELECT laboratory, caseName, person, 0, 1, date(recordedAt / 1000, 'unixepoch') FROM finding
                        WHERE replacedBy IS NULL
                    )
                    SELECT laboratory, caseName, count(DISTINCT person), sum(callSet), sum(finding), max(latest) FROM part
                    GROUP BY laboratory, caseName ORDER BY max(latest) DESC, laboratory, caseName
                    """
            ).map { row in
                LaboratoryCase(
                    laboratory: try row.value(0) { OrganisationCode($0) }, name: try row.text(1), people: try row.integer(2),
                    callSets: try row.integer(3), findings: try row.integer(4), latest: try row.date(5))
            }
        }
    }

    /// Whom each case is about, by laboratory and name.
    package func peopleOfCases() throws -> [LaboratoryCase.Key: Set<Pseudonym>] {
        try read { db in
            try Row.fetchCursor(
                db,
                sql: """
                    SELECT c.performingLaboratory, c.caseName, p.pseudonym FROM callSet c JOIN person p ON p.id = c.person
                    WHERE c.replacedBy IS NULL
                    UNION SELECT f.laboratory, f.caseName, p.pseudonym FROM finding f JOIN person p ON p.id = f.person
                    WHERE f.replacedBy IS NULL
                    """
            ).reduce(into: [:]) { result, row in
                let key = LaboratoryCase.Key(
                    laboratory: try row.value(0) { OrganisationCode($0) }, name: try row.text(1))
                result[key, default: []].insert(try row.value(2) { Pseudonym($0) })
            }
        }
    }

    /// A case's current call sets, in the order in which they came.
    package func callSets(ofCase name: String, laboratory: OrganisationCode) throws -> [RecordedCallSet] {
        try read { db in
            try db.callSets(
                where: "c.performingLaboratory = ? AND c.caseName = ? AND c.replacedBy IS NULL", [laboratory.text, name])
        }
    }
}

extension Database {
    func findings(where condition: String, _ arguments: StatementArguments) throws -> [RecordedFinding] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT f.id, f.person, p.pseudonym, f.caseName, f.laboratory, f.submission, f.content, f.recordedAt
                FROM finding f JOIN person p ON p.id = f.person WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            RecordedFinding(
                id: Int64(try row.integer(0)), person: Int64(try row.integer(1)), pseudonym: try row.value(2) { Pseudonym($0) },
                caseName: try row.text(3), laboratory: try row.value(4) { OrganisationCode($0) },
                submission: try row.optionalText(5), finding: try row.form(6), recordedAt: try row.time(7))
        }
    }
}

extension Row {
    /// A column that holds a value's JSON form.
    func form<Form: ReportJSONForm>(_ index: Int, as: Form.Type = Form.self) throws -> Form {
        try value(index) { try? Form(jsonText: $0) }
    }
}
