package import ClinicalModel
internal import GRDB
package import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// Takes an interpretation up for a finding, in one transaction: where the laboratory has one of the same subject the finding joins it,
    /// and `make` is given it; else `make` is given nil and begins one. What the region shares of it follows.
    package func interpret(
        _ finding: Int64, subject: String, in laboratory: OrganisationCode, of region: RegionCode, at time: Timestamp,
        _ make: (InterpretationHistory?) throws -> InterpretationHistory
    ) throws -> RecordedInterpretation {
        try write("interpretations", movesCounter: false) { db in
            let known = try db.interpretations(
                where: "i.laboratory = ? AND i.subject = ?", [laboratory.text, subject]
            ).first
            let history = try make(known?.history)
            let id = try known?.id ?? db.insertInterpretation(history, subject: subject)
            try db.execute(
                sql: "INSERT INTO interpretationFinding VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [id, finding])
            try db.insertVersions(of: history, after: known?.history, interpretation: id, region: region, at: time)
            return try Row.known(try db.interpretations(where: "i.id = ?", [id]).first)
        }
    }

    /// Does something with an interpretation, in one transaction; nothing is written where `change` throws. Throws
    /// `unknownInterpretation`.
    package func change(
        interpretation name: String, of region: RegionCode, at time: Timestamp,
        _ change: (RecordedInterpretation) throws -> InterpretationHistory
    ) throws -> RecordedInterpretation {
        try write("interpretations", movesCounter: false) { db in
            guard let known = try db.interpretations(where: "i.name = ?", [name]).first else {
                throw RecordsError(.unknownInterpretation, place: name)
            }
            try db.insertVersions(
                of: try change(known), after: known.history, interpretation: known.id, region: region, at: time)
            return try Row.known(try db.interpretations(where: "i.id = ?", [known.id]).first)
        }
    }
}

extension Database {
    fileprivate func insertInterpretation(_ history: InterpretationHistory, subject: String) throws -> Int64 {
        let content = try Row.known(history.versions.last?.content)
        try execute(
            sql: "INSERT INTO interpretation (name, laboratory, kind, subject) VALUES (?, ?, ?, ?)",
            arguments: [history.identifier, history.laboratory.text, content.kind.rawValue, subject])
        return lastInsertedRowID
    }

    /// Adds what is new in a history: versions with their latest step. Of an inherited variant the region's own classification follows.
    fileprivate func insertVersions(
        of history: InterpretationHistory, after known: InterpretationHistory?, interpretation: Int64, region: RegionCode,
        at time: Timestamp
    ) throws {
        for version in history.versions where !(known?.versions.contains(version) ?? false) {
            try execute(
                sql: "INSERT INTO interpretationVersion VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    interpretation, version.number, version.steps.count, version.json.canonicalText, time.milliseconds,
                ])
        }
        let before = known.flatMap { SharedClassification($0, region: region) }
        let now = SharedClassification(history, region: region)
        guard before != now else { return }
        if let now {
            try insert(ArrivedClassification(now, origin: nil, at: time))
        } else if let before {
            try insert(ArrivedClassification(removing: before, origin: nil, at: time))
        }
    }

    /// Removes the interpretations that were about findings of nobody else, inside the transaction that destroys somebody's data. Their
    /// classifications are taken back from the other regions.
    func removeInterpretationsWithoutFindings(at time: Timestamp) throws -> Int {
        let orphans = try interpretations(where: "i.id NOT IN (SELECT interpretation FROM interpretationFinding)", [])
        for orphan in orphans {
            let own = try Row.fetchOne(
                self, sql: "SELECT region FROM classification WHERE origin IS NULL AND laboratory = ? LIMIT 1",
                arguments: [orphan.history.laboratory.text])
            if let region = try own?.value(0, { RegionCode($0) }),
                let shared = SharedClassification(orphan.history, region: region)
            {
                try insert(ArrivedClassification(removing: shared, origin: nil, at: time))
            }
            try execute(sql: "DELETE FROM interpretationVersion WHERE interpretation = ?", arguments: [orphan.id])
            try execute(sql: "DELETE FROM interpretation WHERE id = ?", arguments: [orphan.id])
        }
        return orphans.count
    }
}
