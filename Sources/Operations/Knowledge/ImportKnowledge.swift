package import AccessModel
package import ClinicalModel
internal import Foundation
package import KnowledgeModel
internal import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// Takes in a publisher's file as a version of its series. It changes nothing that anybody sees: the version waits until somebody has looked
/// at what it would change.
package struct ImportKnowledge: Sendable {
    /// What is told of a file beside its content.
    package struct Draft: Hashable, Sendable {
        package let series: KnowledgeSeries
        package let path: String
        /// As the publisher calls it; nil where the file says so itself.
        package let release: String?
        /// Nil for the usual terms of the source.
        package let licence: String?
        /// SHA-256 as the publisher gives it, to prove that the file has come whole; nil where there is none.
        package let digest: String?

        package init(
            series: KnowledgeSeries, path: String, release: String? = nil, licence: String? = nil, digest: String? = nil
        ) {
            self.series = series
            self.path = path
            self.release = release
            self.licence = licence
            self.digest = digest
        }
    }

    package let desk: KnowledgeDesk
    package let actor: Actor
    package let purpose: Purpose

    package init(desk: KnowledgeDesk, actor: Actor, purpose: Purpose) {
        self.desk = desk
        self.actor = actor
        self.purpose = purpose
    }

    /// The version, staged and durable. Throws `AdministrativeRefusal`, `KnowledgeError`, `KnowledgeFault` where the file as a whole cannot be
    /// used, `KnowledgeStateError.alreadyImported`, `FormatError` for a compressed file that is cut short; nothing is left behind then.
    package func run(_ draft: Draft, now: Timestamp) async throws -> KnowledgeVersion {
        try AdministrativeRights.check(.keepKnowledge, by: actor, for: purpose, in: actor.region)
        let layout = desk.layout
        try desk.fileSystem.createDirectory(layout.directory)
        let lock = try await PartitionLock.acquire(at: layout.lock, of: layout.directory)
        defer { withExtendedLifetime(lock) {} }
        sweep()
        let received = layout.directory + "/received.partial"
        do {
            let digest = try take(draft, as: received)
            let known = try desk.database.shelf(of: draft.series).state(
                of: VersionIdentifier(series: draft.series, digest: digest))
            if let known, known != .discarded { throw KnowledgeStateError(.alreadyImported, state: known) }
            return try build(draft, received, digest, now)
        } catch {
            sweep()
            throw error
        }
    }

    /// Copies the file in, and holds it against the publisher's checksum.
    private func take(_ draft: Draft, as received: String) throws -> String {
        let source = try RegularFile(path: draft.path)
        guard source.length > 0 else { throw KnowledgeFault(.empty) }
        let file = try desk.fileSystem.create(received)
        var digest = ContentDigest()
        do {
            defer { desk.fileSystem.close(file) }
            try source.forEachPiece { piece in
                digest.update(piece)
                try desk.fileSystem.write(piece, to: file)
            }
            try desk.fileSystem.sync(file)
        }
        let found = digest.finish()
        if let expected = draft.digest, expected.lowercased() != found {
            throw KnowledgeError(.otherDigest, place: draft.series.description)
        }
        return found
    }

    private func build(_ draft: Draft, _ received: String, _ digest: String, _ now: Timestamp) throws -> KnowledgeVersion {
        let identifier = VersionIdentifier(series: draft.series, digest: digest)
        let items = desk.layout.items(identifier)
        try? desk.fileSystem.remove(items + ".partial")
        let read = try WriteKnowledgeItems(series: draft.series, from: received, to: items + ".partial").run()
        guard read.counts.items > 0 || read.counts.rows == 0 else {
            throw read.faults.first ?? KnowledgeError(.nothingRead, place: draft.series.description)
        }
        guard let licence = draft.licence ?? draft.series.source.usualLicence, !licence.isEmpty else {
            throw KnowledgeError(.licenceMissing, place: draft.series.description)
        }
        guard let release = draft.release ?? read.release, !release.isEmpty else {
            throw KnowledgeError(.releaseMissing, place: draft.series.description)
        }
        let version = KnowledgeVersion(
            series: draft.series, release: release, releaseDate: read.release.flatMap { CivilDate($0) } ?? CivilDate(release),
            licence: licence, digest: digest, counts: read.counts, importedBy: actor.identity, importedAt: now)
        guard let version else { throw KnowledgeError(.releaseMissing, place: draft.series.description) }
        try desk.fileSystem.rename(received, desk.layout.file(digest))
        try desk.keep(items + ".partial", as: items)
        try desk.database.stage(version, faults: read.faults)
        return version
    }

    /// Removes what an import left that did not come to its end: under the lock nobody else is at work.
    private func sweep() {
        for name in listDirectory(desk.layout.directory)
        where name == "received.partial" || name.hasSuffix(".items.partial") || name.hasSuffix(".items.partial-journal") {
            try? desk.fileSystem.remove(desk.layout.directory + "/" + name)
        }
    }
}
