internal import AccessModel
internal import ClinicalModel
internal import Foundation
package import GenomeModel
package import KnowledgeModel
package import Records
package import VariantStorage

/// What a node knows from others: opened once, and small. Only the list of versions is held open; items are read from their files when
/// somebody asks, and the files closed again. Of what findings were last held against a few thousand items are kept.
package final class KnowledgeDesk: Sendable {
    package let database: KnowledgeDatabase
    package let layout: KnowledgeLayout
    package let tumourTypes: TumourTypes
    /// Where genes lie, by which it is known whether one was examined.
    package let genes: GeneLoci
    /// The regions whose reports this node holds.
    package let citing: [CitingRegion]
    let fileSystem: FileSystem
    let readEvidence = EvidenceMemory<EvidenceItem>()
    let readAssertions = EvidenceMemory<CivicAssertion>()

    package init(
        database: KnowledgeDatabase, layout: KnowledgeLayout, tumourTypes: TumourTypes, genes: GeneLoci = .none,
        citing: [CitingRegion] = [], fileSystem: FileSystem = .posix
    ) {
        self.database = database
        self.layout = layout
        self.tumourTypes = tumourTypes
        self.genes = genes
        self.citing = citing
        self.fileSystem = fileSystem
    }

    /// The series of a name such as `clinvar/GRCh38`. Throws `KnowledgeError.unknownSeries`.
    package static func series(_ name: String) throws(KnowledgeError) -> KnowledgeSeries {
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let source = KnowledgeSource(rawValue: parts[0]) else {
            throw KnowledgeError(.unknownSeries, place: name)
        }
        let series = KnowledgeSeries(source, name: parts[1])
        guard source == .guideline || KnowledgeForm(series) != nil else {
            throw KnowledgeError(.unknownSeries, place: name)
        }
        return series
    }

    /// The version whose digest begins with `digits`, at least eight of them, of whichever series. Throws `KnowledgeError`.
    package func entry(_ digits: String, of series: KnowledgeSeries? = nil) throws -> KnowledgeShelf.Entry {
        let shelves = try series.map { [try database.shelf(of: $0)] } ?? database.shelves()
        let found = shelves.flatMap(\.entries).filter { digits.utf8.count >= 8 && $0.version.digest.hasPrefix(digits) }
        guard let entry = found.first else { throw KnowledgeError(.unknownVersion, place: digits) }
        guard found.count == 1 else { throw KnowledgeError(.severalVersions, place: digits) }
        return entry
    }

    /// The items of a version. Throws `KnowledgeError.fileMissing`.
    package func items(of version: VersionIdentifier) throws -> KnowledgeItems {
        let path = layout.items(version)
        guard fileLength(path) != nil else { throw KnowledgeError(.fileMissing, place: version.description) }
        return try KnowledgeItems(path: path)
    }

    /// An item as the version in force says it; nil where no version in force has it.
    package func current(_ identity: ItemIdentity) throws -> (item: StoredItem, version: KnowledgeVersion)? {
        for version in try database.shelves().compactMap(\.current) where version.series.source == identity.source {
            if let item = try items(of: version.identifier).item(identity) { return (item, version) }
        }
        return nil
    }

    /// What differs between two versions of a series: read where it was computed before, else computed.
    package func changes(from old: VersionIdentifier?, to new: VersionIdentifier) throws -> KnowledgeChanges {
        let path = layout.changes(from: old, to: new)
        if fileLength(path) == nil {
            let draft = "\(path).\(UUID().uuidString).partial"
            do {
                _ = try KnowledgeChanges.write(to: draft, from: old.map { try items(of: $0) }, to: try items(of: new))
                try keep(draft, as: path)
            } catch {
                try? fileSystem.remove(draft)
                throw error
            }
        }
        return try KnowledgeChanges(path: path)
    }

    /// Makes a finished draft durable and gives it its name.
    func keep(_ draft: String, as path: String) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
        defer { try? file.close() }
        try fileSystem.sync(file.fileDescriptor)
        try fileSystem.rename(draft, path)
        try fileSystem.syncDirectory(layout.directory)
    }
}
