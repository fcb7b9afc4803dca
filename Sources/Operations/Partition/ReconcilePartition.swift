internal import Records
internal import StructuredText
internal import VariantStorage

/// Finishes what a crash interrupted, so that every submission is either in, whole, or in quarantine, whole.
///
/// `records` is the truth. In this order: submissions that were received go on from the step they had reached; receipts and ledger events that
/// are missing are written; files of quarantined submissions are set aside; ended data leaves the index; and what nothing in the records
/// speaks of is removed: sealed manifests, files, call sets of the index. Does nothing where somebody is at work, or where nothing was
/// interrupted: then the cost is three look-ups.
struct ReconcilePartition {
    let partition: Partition
    /// Looks even where nothing seems to have been interrupted.
    var isThorough = false

    func run() async throws {
        let records = partition.records
        guard
            try isThorough || ChangeMark(partition).isSet || records.hasUnfinishedSubmissions()
                || DestroyPerson.isWaiting(partition)
        else { return }
        guard let lock = try PartitionLock(partition.layout) else { return }
        defer { withExtendedLifetime(lock) {} }
        try await finish()
        try ChangeMark(partition).clear()
    }

    /// Does it, for whoever holds the lock.
    func finish() async throws {
        let records = partition.records
        try DestroyPerson.resume(partition)
        for row in try records.submissions(state: .received) {
            do {
                _ = try await ProcessSubmission(partition: partition, id: row.id).run()
            } catch let error as StorageError {
                // The disk may be full. Who opens the partition to read shall be able to; the submission waits.
                partition.note(row.id, error.description)
            } catch let error as RecordsError {
                partition.note(row.id, error.description)
            }
        }
        for row in try records.submissionsWithoutAudit() where row.state != .received {
            if let receipt = receipt(of: row) { try await AcknowledgeSubmission(partition: partition, receipt: receipt).run() }
        }
        for row in try records.submissions(state: .quarantined) {
            guard
                try records.files(of: row.id).contains(where: { file in
                    partition.files.has(file.sha256) || fileLength(partition.files.draft(file.name, of: row.id)) != nil
                }),
                let receipt = receipt(of: row)
            else { continue }
            try QuarantineSubmission(partition: partition, row: row).setAside(receipt)
        }
        for submission in try partition.identity.submissionsWithManifest() where try records.submission(id: submission) == nil {
            try partition.identity.removeManifest(of: submission)
        }
        try partition.files.removeAll(except: try records.filesInUse())
        try EraseFromIndex(partition: partition).run()
    }

    private func receipt(of row: SubmissionRow) -> SubmissionReceipt? {
        row.receipt.flatMap { try? JSONReader.read($0) }.flatMap { SubmissionReceipt($0) }
    }
}
