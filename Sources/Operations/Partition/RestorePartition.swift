internal import AccessModel
internal import ClinicalModel
internal import Foundation
package import Records
internal import VariantStorage

/// Makes a partition out of a backup: every file is checked against the list before anything is put in place, and the partition appears in one
/// step.
package struct RestorePartition: Sendable {
    package let layout: PartitionLayout
    package let backup: String
    package let key: RegionKey

    package init(layout: PartitionLayout, backup: String, key: RegionKey) {
        self.layout = layout
        self.backup = backup
        self.key = key
    }

    /// The number of files. Throws `PartitionError.exists`, or `BackupError` for a backup that is not whole, damaged (naming the file) or
    /// another region's; nothing is left behind then.
    package func run() async throws -> Int {
        guard listDirectory(layout.directory).isEmpty else { throw PartitionError(.exists, place: layout.directory) }
        let list = try BackupList(readingFrom: backup, of: .region(layout.region))
        let draft = layout.directory + ".restoring"
        try? FileManager.default.removeItem(atPath: draft)
        // Nothing where it has got its name.
        defer { try? FileManager.default.removeItem(atPath: draft) }
        try FileManager.default.createDirectory(
            atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try list.copyFiles(from: backup, to: draft)
        // With another key it would be a partition that nobody can open.
        _ = try IdentityDatabase.open(path: draft + "/identity.sqlite", key: key)
        for folder in ["files", "inbox", "quarantine", "receipts", "copies", "variants"] {
            try FileSystem.posix.createDirectory(draft + "/" + folder)
        }
        try? FileManager.default.removeItem(atPath: layout.directory)
        try FileSystem.posix.rename(draft, layout.directory)
        try FileSystem.posix.syncDirectory(URL(fileURLWithPath: layout.directory).deletingLastPathComponent().path)
        let partition = try await Partition.open(layout, key: key)
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .restore, actor: "system", role: Actor.Role.system.rawValue,
                process: "partition restore", returned: list.files.count, reference: list.time.description))
        return list.files.count
    }
}
