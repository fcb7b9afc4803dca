internal import AccessModel
internal import ClinicalModel
package import Records

/// Lets other regions' questions count the call sets that have come since the last time, all at once: so that a question before and one after
/// cannot single anybody out.
package struct PublishBatch: Sendable {
    /// Fewer people than this wait for the next batch: as many as a count must be to be told.
    package static let minimumPeople = 5

    package let partition: Partition
    package let actor: String

    package init(partition: Partition, actor: String) {
        self.partition = partition
        self.actor = actor
    }

    /// Nil where too few people are waiting.
    package func run() async throws -> PublicationBatch? {
        try await partition.changing {
            guard
                let batch = try partition.records.closePublicationBatch(
                    minimumPeople: PublishBatch.minimumPeople, time: partition.now())
            else { return nil }
            _ = try await partition.ledger.append(
                AuditEvent(
                    time: partition.now(), act: .publication, actor: actor, role: Actor.Role.dataSteward.rawValue,
                    process: "partition publish", returned: batch.callSets, reference: "batch \(batch.number)"))
            return batch
        }
    }
}
