internal import AccessModel
internal import ClinicalModel
internal import Foundation
package import Records
internal import StructuredText
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

    /// The number of files. Throws `PartitionError.exists`, `backupIncomplete`, `damaged` (naming the file) or `wrongRegion`.
    package func run() async throws -> Int {
        guard listDirectory(layout.directory).isEmpty else { throw PartitionError(.exists, place: layout.directory) }
        let listPath = backup + "/" + BackUpPartition.listName
        guard let bytes = try? RegularFile(path: listPath).readAll(limit: JSONReader.sizeLimit),
            let list = try? JSONReader.read(bytes),
            list["format"]?.string == "samsyn-backup/1", let files = list["files"]?.array
        else { throw PartitionError(.backupIncomplete, place: listPath) }
        guard list["region"]?.string == layout.region.description else { throw PartitionError(.wrongRegion, place: backup) }
        let draft = layout.directory + ".restoring"
        try? FileManager.default.removeItem(atPath: draft)
        try FileManager.default.createDirectory(
            atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for file in files {
            guard let name = file["name"]?.string, !name.split(separator: "/").contains(".."), !name.hasPrefix("/"),
                let sha256 = file["sha256"]?.string
            else { throw PartitionError(.backupIncomplete, place: listPath) }
            guard let found = try? FileCopy.digest(backup + "/" + name), found.sha256 == sha256 else {
                throw PartitionError(.damaged, place: backup + "/" + name)
            }
            let target = draft + "/" + name
            try FileManager.default.createDirectory(
                atPath: URL(fileURLWithPath: target).deletingLastPathComponent().path, withIntermediateDirectories: true)
            try FileCopy.copy(RegularFile(path: backup + "/" + name), to: target)
        }
        // With another key it would be a partition that nobody can open.
        do {
            _ = try IdentityDatabase.open(path: draft + "/identity.sqlite", key: key)
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
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
                process: "partition restore", returned: files.count, reference: list["time"]?.string))
        return files.count
    }
}
