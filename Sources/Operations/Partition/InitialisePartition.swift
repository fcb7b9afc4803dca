internal import AccessModel
package import ClinicalModel
internal import Foundation
package import Records
internal import StructuredText
internal import VariantStorage

/// Makes an empty partition for a region: databases, folders, settings and thresholds to begin with.
package struct InitialisePartition: Sendable {
    package let layout: PartitionLayout
    package let key: RegionKey
    /// Registered besides the reference organisations; the first controller becomes the default.
    package var organisations: [Organisation]

    package init(layout: PartitionLayout, key: RegionKey, organisations: [Organisation] = []) {
        self.layout = layout
        self.key = key
        self.organisations = organisations
    }

    /// Throws `PartitionError.exists` where there is one already. A crash leaves no `records.sqlite`, so that it can be done again.
    package func run(now: Timestamp) async throws {
        guard fileLength(layout.records) == nil else { throw PartitionError(.exists, place: layout.directory) }
        try FileManager.default.createDirectory(
            atPath: layout.directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // What an interrupted initialisation left. Only files that it makes: anything else stays and is an error below.
        for path in [layout.identity, layout.audit, layout.records + ".new"] {
            for suffix in ["", "-wal", "-shm"] { try FileSystem.posix.remove(path + suffix) }
        }
        for path in [
            layout.files, layout.inbox, layout.quarantine, layout.receipts, layout.copies, layout.directory + "/variants",
        ] {
            try FileSystem.posix.createDirectory(path)
        }
        let controller =
            organisations.first { $0.kind == .controller }?.code.text
            ?? RecordsDatabase.regionController(layout.region)?.text ?? ""
        try FileSystem.posix.replace(
            layout.settings, in: layout.directory, with: Array(PartitionSettings.standardText(controller: controller).utf8))
        try FileSystem.posix.replace(
            layout.qualityThresholds, in: layout.directory, with: Array(QualityThresholds.standardText.utf8))
        let identity = try IdentityDatabase.create(path: layout.identity, key: key)
        let ledger = try Ledger.open(path: layout.audit, secret: identity.ledgerSecret, mayCreate: true)
        _ = try await ledger.append(
            AuditEvent(
                time: now, act: .initialisation, actor: "system", role: Actor.Role.system.rawValue, process: "partition init",
                purpose: .laboratoryOperation, reference: layout.region.description))
        // The records come last and under another name: a partition is there when they are.
        let records = try RecordsDatabase(path: layout.records + ".new")
        try records.registerReferenceOrganisations()
        for organisation in organisations { try records.register(organisation) }
        try records.set("region", to: layout.region.description)
        try records.compact()
        try records.close()
        try FileSystem.posix.rename(layout.records + ".new", layout.records)
        try FileSystem.posix.syncDirectory(layout.directory)
    }
}
