internal import ClinicalModel
internal import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// Sets a failed submission aside, whole: its files, but for call files that name samples by identity numbers; its manifest (the original
/// sealed, a copy without identity numbers in the open); and why.
/// Nothing of it is in the index, the records of people or the register of identities.
struct QuarantineSubmission {
    let partition: Partition
    let row: SubmissionRow

    func run(_ failure: IntakeFailure) async throws -> SubmissionReceipt {
        let files = try partition.records.files(of: row.id)
        var receipt = SubmissionReceipt(
            submission: row.id, kind: row.kind.rawValue, state: .quarantined, region: partition.layout.region,
            caseName: row.caseName,
            laboratory: row.laboratory, received: row.received)
        receipt.completed = partition.now()
        receipt.files = files.map {
            SubmissionReceipt.File(name: $0.name, sha256: $0.sha256, bytes: $0.bytes, role: $0.role.rawValue)
        }
        receipt.failure = failure
        try partition.records.quarantine(
            row.id,
            step: SubmissionStep(
                step: failure.step.rawValue, outcome: .failed, time: partition.now(), detail: failure.json),
            receipt: receipt.json)
        try partition.reach(.quarantineRecorded)
        try setAside(receipt)
        try await AcknowledgeSubmission(partition: partition, receipt: receipt).run()
        return receipt
    }

    /// Moves the files, or copies those that another submission needs, and writes down why. May be done again.
    func setAside(_ receipt: SubmissionReceipt) throws {
        let directory = partition.layout.quarantine(row.id)
        let fileSystem = partition.fileSystem
        try fileSystem.createDirectory(directory)
        let inUse = try partition.records.filesInUse()
        let files = try partition.records.files(of: row.id)
        for (number, file) in files.enumerated() {
            let target = directory + "/" + file.name
            let draft = partition.files.draft(file.name, of: row.id)
            let isDraft = fileLength(draft) != nil
            guard isDraft || partition.files.has(file.sha256) else { continue }
            let isNeeded = inUse.contains(file.sha256) || files[(number + 1)...].contains { $0.sha256 == file.sha256 }
            if namesAnybody(isDraft ? draft : partition.layout.file(file.sha256)) {
                // The receipt keeps its name, length and digest; the sender has the rest.
                if isDraft { try fileSystem.remove(draft) } else if !isNeeded { try partition.files.remove(file.sha256) }
            } else if isDraft {
                try fileSystem.rename(draft, target)
            } else {
                try partition.files.setAside(file.sha256, as: target, isNeeded: isNeeded)
            }
        }
        try fileSystem.replace(directory + "/manifest.redacted.json", in: directory, with: Array(row.manifest.utf8))
        for language in Language.allCases {
            try fileSystem.replace(
                directory + "/RECEIPT.\(language.rawValue).txt", in: directory, with: Array(receipt.page(language).utf8))
        }
        try fileSystem.syncDirectory(directory)
        try fileSystem.syncDirectory(partition.layout.quarantine)
        try fileSystem.syncDirectory(partition.layout.files)
        try partition.reach(.filesQuarantined)
    }

    /// Whether a sample of a call file is called by an identity number: such a file is not kept, whatever else was wrong.
    private func namesAnybody(_ path: String) -> Bool {
        guard let header = try? CallFileHeader.read(path: path) else { return false }
        return header.samples.contains(where: IdentityNumber.looksLikeOne)
    }
}
