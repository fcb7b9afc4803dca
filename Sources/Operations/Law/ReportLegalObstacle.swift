package import AccessModel
package import ClinicalModel
internal import Records

/// Writes down that the law stood in the way of somebody's work: purpose, reason, point of law and the reporter's words, no patient and no
/// variant.
package struct ReportLegalObstacle: Sendable {
    package let partitions: [RegionCode: Partition]
    package let actor: Actor
    package let purpose: Purpose

    package init(partitions: [RegionCode: Partition], actor: Actor, purpose: Purpose) {
        self.partitions = partitions
        self.actor = actor
        self.purpose = purpose
    }

    /// The region that keeps it, and its number there: the reporter's own region, else the one that refused. Throws `ObstacleRefusal`.
    package func run(_ report: LegalObstacle.Report) async throws -> (region: RegionCode, number: Int) {
        try AdministrativeRights.check(.reportObstacle, by: actor, for: purpose, in: nil)
        let regions = [actor.region, report.refusing].compactMap { $0 } + actor.selves.keys.sorted()
        guard let partition = regions.compactMap({ partitions[$0] }).first else { throw ObstacleRefusal(.noRegion) }
        let report = LegalObstacle.Report(
            purpose: report.purpose, reason: report.reason, legalPoint: report.legalPoint.trimmed, refusing: report.refusing,
            words: report.words.trimmed)
        guard !report.legalPoint.isEmpty else { throw ObstacleRefusal(.pointMissing) }
        guard !report.words.isEmpty else { throw ObstacleRefusal(.wordsMissing) }
        guard report.legalPoint.count <= LegalObstacle.longestPoint else { throw ObstacleRefusal(.pointTooLong) }
        try ObstacleWords.check(report.words)
        try ObstacleWords.check(report.legalPoint)
        let number = try await partition.changing {
            let number = try partition.records.addObstacle(report, reporter: actor, time: partition.now())
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .legalObstacle, process: "obstacle report", purpose: purpose,
                    reference: "obstacle \(number) reported",
                    detail: ["about": report.purpose.rawValue, "reason": report.reason.text]))
            return number
        }
        return (partition.layout.region, number)
    }
}
