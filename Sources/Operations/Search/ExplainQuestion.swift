package import AccessModel
internal import ClinicalModel
package import Questions
internal import Records

/// Decides a question in one partition and says why; computes nothing. That it was asked is logged.
package struct ExplainQuestion: Sendable {
    package let partition: Partition
    package let regulations: Regulations
    package let asked: AskedQuestion

    package init(partition: Partition, regulations: Regulations, asked: AskedQuestion) {
        self.partition = partition
        self.regulations = regulations
        self.asked = asked
    }

    /// One decision for each controller of the region.
    package func run() async throws -> [Decision] {
        guard let snapshot = try partition.cohorts.snapshot(of: partition.records) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        let decisions = try DecideQuestion(partition: partition, regulations: regulations, asked: asked).run(snapshot)
        _ = try await partition.ledger.append(
            AuditEvent(
                by: asked.actor, at: partition.now(), .explanation, process: asked.process, purpose: asked.purpose,
                decision: decisions.map(\.decision.granularity).max()))
        return decisions.map(\.decision)
    }
}
