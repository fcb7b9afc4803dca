internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText
internal import VariantStorage

/// What follows once a submission's fate stands in the records: the receipt for the laboratory to fetch, the event in the ledger, and the
/// end of the sealed manifest where it has served. Everything may be done twice, so a crash in between is mended by doing it again.
struct AcknowledgeSubmission {
    let partition: Partition
    let receipt: SubmissionReceipt

    func writeReceipt() throws {
        let layout = partition.layout
        let base = layout.receipts + "/" + receipt.submission
        try partition.fileSystem.replace(base + ".json", in: layout.receipts, with: Array(receipt.json.indentedText.utf8))
        for language in Language.allCases {
            try partition.fileSystem.replace(
                base + ".\(language.rawValue).txt", in: layout.receipts, with: Array(receipt.page(language).utf8))
        }
    }

    func run() async throws {
        try writeReceipt()
        try partition.reach(.receiptWritten)
        let isAvailable = receipt.state == .available
        _ = try await partition.ledger.appendOnce(
            AuditEvent(
                time: receipt.completed ?? partition.now(), act: .submission,
                actor: receipt.laboratory.isEmpty ? "unknown" : receipt.laboratory,
                role: Actor.Role.system.rawValue, process: "intake", purpose: .laboratoryOperation,
                basis: "PDL 2 kap. 4 § 1", returned: receipt.callSets.count,
                reference: receipt.submission + (isAvailable ? "" : "/" + (receipt.completed ?? receipt.received).description),
                detail: [
                    "state": receipt.state.rawValue, "kind": receipt.kind,
                    "failure": receipt.failure?.code.rawValue ?? "none",
                ]))
        try partition.reach(.ledgerWritten)
        // Before the mark, by which reconciling knows that all is done.
        if isAvailable {
            // This one, what it mended, and what that had been sent to mend; a submission concerns only earlier ones.
            var next: String? = receipt.submission
            while let submission = next {
                try leaveQuarantine(submission)
                let row = try partition.records.submission(id: submission)
                next = row?.kind == .resubmission ? row?.concerns : nil
            }
            try partition.reach(.manifestForgotten)
        }
        try partition.records.markAuditWritten(receipt.submission)
        try partition.reach(.auditMarked)
    }

    /// Removes what quarantine kept of a submission that is in now, or that another one has mended.
    private func leaveQuarantine(_ submission: String) throws {
        guard let state = try partition.records.submission(id: submission)?.state, state == .available || state == .superseded
        else { return }
        try partition.identity.removeManifest(of: submission)
        let directory = partition.layout.quarantine(submission)
        let names = listDirectory(directory)
        guard !names.isEmpty else { return }
        for name in names { try partition.fileSystem.remove(directory + "/" + name) }
        try partition.fileSystem.syncDirectory(directory)
    }
}
