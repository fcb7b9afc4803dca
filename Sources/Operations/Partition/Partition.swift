package import ClinicalModel
internal import Foundation
package import GenomeModel
package import Records
internal import StructuredText
internal import Synchronization
package import VariantStorage

/// One region's own part of the platform, open: its records, identities, ledger, files and indexes.
package final class Partition: Sendable {
    package let layout: PartitionLayout
    package let records: RecordsDatabase
    package let identity: IdentityDatabase
    package let ledger: Ledger
    package let files: StoredFiles
    package let settings: PartitionSettings
    package let thresholds: QualityThresholds
    package let cohorts = CohortCache()
    package let indexes = OpenIndexes()
    let annotationStores = OpenAnnotations()
    package let answered = AnsweredMemory()
    package let shelf = ClassificationShelf()
    package let fileSystem: FileSystem
    /// The time; tests give their own.
    package let now: @Sendable () -> Timestamp
    /// Called between durable writes; tests throw here what a crash would do.
    package let reach: @Sendable (IntakePoint) throws -> Void
    private let notes = Mutex<[String]>([])

    /// Opens a partition that exists, and finishes what a crash interrupted: see `ReconcilePartition`.
    ///
    /// Throws `PartitionError` where there is none or it is another region's, `RecordsError` for a wrong key or damaged databases,
    /// `AccessFileError` for its settings.
    package static func open(
        _ layout: PartitionLayout, key: RegionKey, fileSystem: FileSystem = .posix,
        now: @escaping @Sendable () -> Timestamp = Timestamp.now,
        reach: @escaping @Sendable (IntakePoint) throws -> Void = { _ in }
    ) async throws -> Partition {
        let partition = try Partition(layout, key: key, fileSystem: fileSystem, now: now, reach: reach)
        try await ReconcilePartition(partition: partition).run()
        return partition
    }

    init(
        _ layout: PartitionLayout, key: RegionKey, fileSystem: FileSystem, now: @escaping @Sendable () -> Timestamp,
        reach: @escaping @Sendable (IntakePoint) throws -> Void
    ) throws {
        guard fileLength(layout.records) != nil else { throw PartitionError(.missing, place: layout.directory) }
        self.layout = layout
        self.fileSystem = fileSystem
        self.now = now
        self.reach = reach
        records = try RecordsDatabase(path: layout.records, mayCreate: false)
        guard try records.setting("region") == layout.region.description else {
            throw PartitionError(.wrongRegion, place: layout.directory)
        }
        identity = try IdentityDatabase.open(path: layout.identity, key: key)
        ledger = try Ledger.open(path: layout.audit, secret: identity.ledgerSecret)
        files = StoredFiles(layout: layout, fileSystem: fileSystem)
        settings = try LoadPartitionSettings.run(path: layout.settings)
        thresholds = try LoadQualityThresholds.run(path: layout.qualityThresholds)
    }

    /// The index of an assembly, for reading; nil before the first call set of it.
    package func index(_ assembly: Assembly) throws -> VariantIndex? {
        let directory = layout.index(assembly)
        do throws(StorageError) {
            return try VariantIndex(directory: directory)
        } catch {
            if error.code == .notAnIndex { return nil }
            throw error
        }
    }

    /// The index of an assembly, for writing; made where there is none.
    func indexWriter(_ assembly: Assembly) throws -> IndexWriter {
        let directory = layout.index(assembly)
        do throws(StorageError) {
            return try IndexWriter(directory: directory, fileSystem: fileSystem)
        } catch {
            guard error.code == .notAnIndex else { throw error }
            try fileSystem.createDirectory(layout.directory + "/variants")
            try IndexWriter.create(directory: directory, assembly: assembly, reference: nil, fileSystem: fileSystem)
            return try IndexWriter(directory: directory, fileSystem: fileSystem)
        }
    }

    /// The consequences of the variants in an index, for reading; none before the first annotated file.
    package func annotations(_ assembly: Assembly) throws -> AnnotationStore {
        try annotationStores.store(of: assembly, in: layout)
    }

    /// The same for writing.
    func annotationWriter(_ assembly: Assembly) throws(StorageError) -> AnnotationStoreWriter {
        try AnnotationStoreWriter(directory: layout.annotations(assembly), fileSystem: fileSystem)
    }

    /// Keeps a remark about the machine for whoever runs the program: a merge that has to wait, say.
    func note(_ what: String, _ text: String) { notes.withLock { $0.append("\(what): \(text)") } }

    package func takeNotes() -> [String] {
        notes.withLock { notes in
            defer { notes = [] }
            return notes
        }
    }
}

extension Timestamp {
    /// The machine's clock.
    package static let now: @Sendable () -> Timestamp = {
        Timestamp(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
