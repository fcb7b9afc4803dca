internal import Foundation
package import Questions
internal import VariantFormats

/// A call file that somebody sent to be annotated, in a folder of its own that only this program may read. The folder goes with this value, and
/// one that a crash left goes when the next file comes. An `AnnotationDesk` makes it.
package final class AnnotationUpload: Sendable {
    /// Bytes of text that a stored byte may become: the densest real file known to the reader of calls makes 57.
    static let expansionLimit = 100
    /// Text of a whole file for each byte that a file may have: a file at the limit is read as far as it would be if bgzip had made it
    /// out of the calls of a few hundred people.
    static let textFactor = 16
    private static let prefix = "samsyn-annotation-"
    /// Longer than any request may take.
    private static let leftAfter: TimeInterval = 2 * 3600

    private let place: AnnotationDesk.Place
    private let limit: Int
    private let folder: URL
    private let file: FileHandle

    /// For a file of at most `limit` bytes.
    init(_ place: AnnotationDesk.Place, limit: Int) throws {
        self.place = place
        self.limit = limit
        let temporary = FileManager.default.temporaryDirectory
        AnnotationUpload.removeLeftovers(in: temporary)
        folder = temporary.appendingPathComponent(AnnotationUpload.prefix + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let path = folder.appendingPathComponent("calls").path
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else {
            try? FileManager.default.removeItem(at: folder)
            throw CocoaError(.fileWriteUnknown)
        }
        self.file = file
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Appends what has come. Throws `AnnotationError.tooLarge` before more is written than a file may have.
    package func append(_ bytes: [UInt8]) throws {
        guard Int(try file.offset()) + bytes.count <= limit else { throw AnnotationError.tooLarge(limit: limit) }
        try file.write(contentsOf: Data(bytes))
    }

    /// Annotates what has come. Throws `AnnotationError` for a file that cannot be annotated, and where every region refuses.
    package func annotate(_ asked: AskedQuestion, by regions: AskRegions) async throws -> AnnotatedFile {
        try file.close()
        let output = folder.appendingPathComponent("annotated.vcf.gz").path
        var annotate = AnnotateNationally(
            regions: regions, asked: asked, input: folder.appendingPathComponent("calls").path, output: output)
        annotate.expansionLimit = AnnotationUpload.expansionLimit
        annotate.textLimit = limit * AnnotationUpload.textFactor
        let states: [RegionAnswer]
        do {
            states = try await annotate.run().regions
        } catch let error as FormatError where error.code != .notWritable {
            throw AnnotationError.file(.init(error))
        }
        guard states.contains(where: { $0.state != .refused }) else { throw AnnotationError.refused(states) }
        return try AnnotatedFile(path: output, regions: states, place: place)
    }

    private static func removeLeftovers(in place: URL) {
        let files = FileManager.default
        let found = try? files.contentsOfDirectory(at: place, includingPropertiesForKeys: [.contentModificationDateKey])
        for folder in found ?? [] where folder.lastPathComponent.hasPrefix(prefix) {
            let changed = try? folder.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            guard let changed, changed.timeIntervalSinceNow < -leftAfter else { continue }
            try? files.removeItem(at: folder)
        }
    }
}

/// An annotated file without a name: it is gone when nobody reads it any more.
package final class AnnotatedFile: Sendable {
    package let bytes: Int
    /// Each region's state, in the order of the codes.
    package let regions: [RegionAnswer]
    private let file: FileHandle
    private let place: AnnotationDesk.Place

    init(path: String, regions: [RegionAnswer], place: AnnotationDesk.Place) throws {
        self.place = place
        file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        bytes = Int(try file.seekToEnd())
        try file.seek(toOffset: 0)
        self.regions = regions
        try FileManager.default.removeItem(atPath: path)
    }

    /// The next bytes, at most 256 KiB; empty at the end. To be called one after another.
    package func next() throws -> [UInt8] { Array(try file.read(upToCount: 256 << 10) ?? Data()) }
}
