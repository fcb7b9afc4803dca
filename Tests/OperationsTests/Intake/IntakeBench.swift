import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Records
import StructuredText
import Synchronization
import VariantStorage

/// A region's partition in a directory of its own, and a clock that moves by itself.
final class IntakeBench: Sendable {
    static let repository = SmallDemonstration.repository
    static let today = Timestamp(milliseconds: 1_795_000_000_000)

    let root: URL
    let layout: PartitionLayout
    let key = RegionKey()
    private let milliseconds = Mutex(IntakeBench.today.milliseconds)

    init(region: Int = 24) async throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        guard let code = RegionCode("\(region)") else { throw Missing.region }
        layout = PartitionLayout(data: root.path, region: code)
        try await InitialisePartition(layout: layout, key: key, organisations: DemonstrationOrganisations.of(code))
            .run(now: IntakeBench.today)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    enum Missing: Error { case region, identityNumbers }

    func now() -> Timestamp {
        milliseconds.withLock { time in
            time += 1000
            return Timestamp(milliseconds: time)
        }
    }

    func open(
        fileSystem: FileSystem = .unsynced, reach: @escaping @Sendable (IntakePoint) throws -> Void = { _ in }
    ) async throws -> Partition {
        try await Partition.open(layout, key: key, fileSystem: fileSystem, now: { self.now() }, reach: reach)
    }

    /// Writes a submission into a new folder; the path of its manifest.
    func write(_ draft: SubmissionDraft, in folder: String? = nil) throws -> String {
        let directory = folder.map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent("sent-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for (name, bytes) in draft.files { try Data(bytes).write(to: directory.appendingPathComponent(name)) }
        try Data(draft.bytes).write(to: directory.appendingPathComponent("manifest.json"))
        return directory.appendingPathComponent("manifest.json").path
    }

    @discardableResult
    func submit(_ draft: SubmissionDraft, to partition: Partition? = nil) async throws -> SubmissionReceipt {
        let path = try write(draft)
        let partition = if let partition { partition } else { try await open() }
        return try await SubmitCallSets(partition: partition, manifest: path).run()
    }

    func set(_ file: String, to text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: layout.directory + "/" + file))
    }

    /// A published test number that belongs to nobody, of a woman (even) or a man (odd).
    static func number(_ place: Int) throws -> String {
        guard numbers.indices.contains(place) else { throw Missing.identityNumbers }
        return numbers[place]
    }

    private static let numbers: [String] = {
        let path = repository.appendingPathComponent("Examples/sweden/test-identity-numbers.txt")
        let all = ((try? String(contentsOf: path, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        func isMale(_ number: String) -> Bool { (number.utf8.dropFirst(10).first ?? 48) % 2 == 1 }
        return zip(all.filter { !isMale($0) }, all.filter(isMale)).flatMap { [$0, $1] }
    }()
}

extension FileSystem {
    /// The real one without waiting for the disk: what is tested with it is not what lasts.
    static let unsynced = FileSystem(
        createDirectory: posix.createDirectory, create: posix.create, write: posix.write,
        sync: { (_) throws(StorageError) in }, close: posix.close, rename: posix.rename, remove: posix.remove,
        syncDirectory: { (_) throws(StorageError) in })
}
