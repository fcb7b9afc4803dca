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
    package let partition: Partition
    package let directory: String

    package init(partition: Partition, directory: String) {
        self.partition = partition
        self.directory = directory
    }

    /// The number of files. Throws `BackupError.notEmpty`; a backup that was interrupted has no list and cannot be restored.
    package func run() async throws -> Int {
        try await partition.changing {
            let layout = partition.layout
            try BackupList.makeFolder(directory)
            _ = try await partition.ledger.append(
                AuditEvent(
                    time: partition.now(), act: .backup, actor: "system", role: Actor.Role.system.rawValue,
                    process: "partition backup"))
            try partition.records.copy(to: directory + "/records.sqlite")
            try partition.identity.copy(to: directory + "/identity.sqlite")
            try partition.ledger.copy(to: directory + "/audit.sqlite")
            let databases = ["records.sqlite", "identity.sqlite", "audit.sqlite"]
            var list = BackupList(of: .region(layout.region), at: partition.now())
            for name in databases { try list.add(name, in: directory) }
            for path in layout.everyFile() {
                let name = String(path.dropFirst(layout.directory.count + 1))
                guard !databases.contains(where: { name.hasPrefix($0) }), name != "LOCK", name != "CHANGING",
                    !name.hasPrefix("inbox/"), !name.hasPrefix("uploads/")
                else { continue }
                let target = directory + "/" + name
                try FileManager.default.createDirectory(
                    atPath: URL(fileURLWithPath: target).deletingLastPathComponent().path, withIntermediateDirectories: true)
                try FileCopy.copy(RegularFile(path: path), to: target)
                try list.add(name, in: directory)
            }
            try list.write(to: directory)
            return list.files.count
        }
    }
}
