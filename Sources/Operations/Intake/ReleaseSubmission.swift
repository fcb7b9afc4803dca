internal import AccessModel
internal import ClinicalModel
internal import Records
internal import VariantStorage

/// Gives a quarantined submission back to be mended: the manifest as it was sent, and the files, into a new folder.
package struct ReleaseSubmission: Sendable {
    package let partition: Partition
    package let submission: String
    package let directory: String
    package let actor: String

    package init(partition: Partition, submission: String, directory: String, actor: String) {
        self.partition = partition
        self.submission = submission
        self.directory = directory
        self.actor = actor
    }

    /// The names that were written. The submission stays in quarantine.
    package func run() async throws -> [String] {
        guard let row = try partition.records.submission(id: submission) else {
            throw PartitionError(.unknownSubmission, place: submission)
        }
        guard row.state == .quarantined, let manifest = try partition.identity.openManifest(of: submission) else {
            throw PartitionError(.wrongState(row.state.rawValue), place: submission)
        }
        guard listDirectory(directory).isEmpty else { throw PartitionError(.notEmpty, place: directory) }
        let fileSystem = partition.fileSystem
        try fileSystem.createDirectory(directory)
        try fileSystem.replace(directory + "/manifest.json", in: directory, with: manifest)
        var names = ["manifest.json"]
        for file in try partition.records.files(of: submission) {
            let candidates = [partition.layout.quarantine(submission) + "/" + file.name, partition.layout.file(file.sha256)]
            guard let source = candidates.lazy.compactMap({ try? RegularFile(path: $0) }).first else { continue }
            try FileCopy.copy(source, to: directory + "/" + file.name, fileSystem)
            names.append(file.name)
        }
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .recordRead, actor: actor, role: Actor.Role.dataSteward.rawValue,
                process: "intake release", purpose: .laboratoryOperation, returned: names.count, reference: submission))
        return names
    }
}
