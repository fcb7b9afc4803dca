package import AccessModel
internal import ClinicalModel
internal import Records

/// Reads a region's list of legal obstacles, says what became of each, and gives the list out.
package struct HandleLegalObstacles: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    /// The latest first.
    package func list() throws -> [LegalObstacle] {
        try check()
        return try partition.records.legalObstacles()
    }

    package func move(_ number: Int, to state: LegalObstacle.State, note: String) async throws {
        try check()
        let note = note.trimmed
        guard note.count <= ObstacleWords.longest else { throw ObstacleRefusal(.tooLong) }
        try ObstacleWords.check(note)
        try await partition.changing {
            guard let known = try partition.records.legalObstacle(number) else { throw ObstacleRefusal(.unknown) }
            guard LegalObstacle.mayMove(from: known.state, to: state) else { throw ObstacleRefusal(.wrongState) }
            try partition.records.moveObstacle(
                number, to: state, note: note.isEmpty ? known.note : note, handler: actor.identity, time: partition.now())
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .legalObstacle, process: "obstacle move", purpose: purpose,
                    reference: "obstacle \(number) \(state.rawValue)"))
        }
    }

    /// The list as a table, oldest first: what goes to whoever collects legal obstacles. Who reported is not in it; role and unit are.
    package func export() async throws -> String {
        let obstacles = try list()
        var table = CSVText([
            "region", "number", "reported", "purpose", "reason", "legalPoint", "refusing", "role", "unit", "words", "state",
            "note",
        ])
        for obstacle in obstacles.reversed() {
            let report = obstacle.report
            table.append([
                partition.layout.region.description, String(obstacle.number), obstacle.reported.date.description,
                report.purpose.rawValue, report.reason.text, report.legalPoint, report.refusing?.description ?? "",
                obstacle.role.rawValue, obstacle.unit ?? "", report.words, obstacle.state.rawValue, obstacle.note ?? "",
            ])
        }
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .legalObstacle, process: "obstacle export", purpose: purpose,
                returned: obstacles.count))
        return table.text
    }

    private func check() throws(AdministrativeRefusal) {
        try AdministrativeRights.check(.handleObstacles, by: actor, for: purpose, in: partition.layout.region)
    }
}
