internal import AccessModel
internal import ClinicalModel
internal import Foundation
internal import GenomeModel
internal import Records
internal import StructuredText
internal import VariantStorage

/// Copies a whole partition, at one moment, into a new folder: databases compacted, files and indexes byte for byte, and a list of everything with
/// its SHA-256. Nothing else changes the partition meanwhile. The key is not in it.
package struct BackUpPartition: Sendable {
    package static let listName = "BACKUP.json"

    package let partition: Partition
    package let directory: String

    package init(partition: Partition, directory: String) {
        self.partition = partition
        self.directory = directory
    }

    /// The number of files. Throws `PartitionError.notEmpty`; a backup that was interrupted has no list and cannot be restored.
    package func run() async throws -> Int {
        guard listDirectory(directory).isEmpty else { throw PartitionError(.notEmpty, place: directory) }
        return try await partition.changing {
            let layout = partition.layout
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            _ = try await partition.ledger.append(
                AuditEvent(
                    time: partition.now(), act: .backup, actor: "system", role: Actor.Role.system.rawValue,
                    process: "partition backup"))
            try partition.records.copy(to: directory + "/records.sqlite")
            try partition.identity.copy(to: directory + "/identity.sqlite")
            try partition.ledger.copy(to: directory + "/audit.sqlite")
            let databases = ["records.sqlite", "identity.sqlite", "audit.sqlite"]
            var entries = try databases.map { try entry($0) }
            for path in layout.everyFile() {
                let name = String(path.dropFirst(layout.directory.count + 1))
                guard !databases.contains(where: { name.hasPrefix($0) }), name != "LOCK", name != "CHANGING",
                    !name.hasPrefix("inbox/"), !name.hasPrefix("uploads/")
                else { continue }
                let target = directory + "/" + name
                try FileManager.default.createDirectory(
                    atPath: URL(fileURLWithPath: target).deletingLastPathComponent().path, withIntermediateDirectories: true)
                try FileCopy.copy(RegularFile(path: path), to: target)
                entries.append(try entry(name))
            }
            let list: JSONValue = [
                "format": "samsyn-backup/1", "region": JSONValue(.string(layout.region.description)),
                "time": JSONValue(.string(partition.now().description)), "files": JSONValue(entries),
            ]
            for folder in Set(entries.compactMap { $0["name"]?.string }.map(FileCopy.folder)) {
                try FileSystem.posix.syncDirectory(folder.isEmpty ? directory : directory + "/" + folder)
            }
            try FileSystem.posix.replace(
                directory + "/" + BackUpPartition.listName, in: directory, with: Array(list.indentedText.utf8))
            return entries.count
        }
    }

    private func entry(_ name: String) throws -> JSONValue {
        let (sha256, bytes) = try FileCopy.digest(directory + "/" + name)
        return ["name": JSONValue(.string(name)), "sha256": JSONValue(.string(sha256)), "bytes": JSONValue(bytes)]
    }
}
