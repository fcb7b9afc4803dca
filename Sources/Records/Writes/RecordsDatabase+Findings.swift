package import ClinicalModel
internal import GRDB
package import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// Records findings of one case, in one transaction. Whose each is follows from its specimen. One that the laboratory has recorded
    /// under the same identifier is replaced where it says something else, and left as it is where it says the same.
    ///
    /// Throws `unknownSpecimen`, `unknownCallSet` and `unknownOrganisation`; the call set has to be of the specimen.
    @discardableResult
    package func recordFindings(
        _ findings: [Finding], caseName: String, laboratory: OrganisationCode, submission: String? = nil, at time: Timestamp
    ) throws -> [RecordedFinding] {
        try write(submission ?? caseName, movesCounter: false) { db in
            try db.recordFindings(findings, caseName: caseName, laboratory: laboratory, submission: submission, at: time)
        }
    }
}

extension Database {
    func recordFindings(
        _ findings: [Finding], caseName: String, laboratory: OrganisationCode, submission: String?, at time: Timestamp
    ) throws -> [RecordedFinding] {
        if !findings.isEmpty { try requireOrganisation(laboratory, .laboratory) }
        return try findings.map { finding in
            let id = try recordFinding(finding, caseName, laboratory, submission, time)
            return try Row.known(try self.findings(where: "f.id = ?", [id]).first)
        }
    }

    /// The number of the row that holds.
    private func recordFinding(
        _ finding: Finding, _ caseName: String, _ laboratory: OrganisationCode, _ submission: String?, _ time: Timestamp
    ) throws -> Int64 {
        let known = try findings(
            where: "f.laboratory = ? AND f.identifier = ? AND f.replacedBy IS NULL", [laboratory.text, finding.identifier]
        ).first
        if let known, known.finding == finding, known.caseName == caseName { return known.id }
        guard
            let owner = try Row.fetchOne(
                self, sql: "SELECT id, person FROM specimen WHERE name = ?", arguments: [finding.specimen])
        else { throw RecordsError(.unknownSpecimen, place: finding.specimen) }
        let (specimen, person) = (try owner.integer(0), try owner.integer(1))
        let callSet = try finding.callSet.map { name in
            let id = try Int.fetchOne(
                self, sql: "SELECT id FROM callSet WHERE name = ? AND replacedBy IS NULL AND specimen = ?",
                arguments: [name, specimen])
            guard let id else { throw RecordsError(.unknownCallSet, place: name) }
            return id
        }
        // The unique index knows one current finding of a name: the new row takes the old one's place before it is inserted.
        let next = try Int64.fetchOne(self, sql: "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'finding'")
        let id = try Row.known(next)
        if let known {
            guard Int64(person) == known.person else { throw RecordsError(.specimenOfAnotherPerson, place: finding.specimen) }
            try execute(sql: "UPDATE finding SET replacedBy = ? WHERE id = ?", arguments: [id, known.id])
        }
        try execute(
            sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            arguments: [
                id, finding.identifier, person, specimen, callSet, caseName, laboratory.text, submission,
                finding.content.kind.rawValue, finding.json.canonicalText, time.milliseconds,
            ])
        if let known, known.finding.content.isSameAlteration(as: finding.content) {
            // What was said about the finding is about what takes its place.
            try execute(
                sql: """
                    INSERT INTO interpretationFinding SELECT interpretation, ? FROM interpretationFinding WHERE finding = ?
                    """, arguments: [id, known.id])
        }
        return id
    }
}
