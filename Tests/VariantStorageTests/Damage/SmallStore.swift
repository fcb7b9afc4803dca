import Foundation
import GenomeModel
import VariantStorage

/// A store of two segments and a targets file, small enough to be damaged at every byte.
struct SmallStore {
    let scratch: ScratchDirectory
    let cohort: GeneratedCohort
    /// Every file but the lock, by its path inside the index.
    let files: [String: [UInt8]]
    let answers: Snapshot

    init(seed: UInt64, files count: Int, sites: Int) throws {
        scratch = try ScratchDirectory()
        cohort = GeneratedCohort(seed: seed, files: count, samplesAFile: 2...7, sites: sites)
        try IndexWriter.create(
            directory: scratch.index, assembly: cohort.assembly, reference: nil, fileSystem: .unsynced)
        let writer = try IndexWriter(directory: scratch.index, fileSystem: .unsynced)
        try writer.define(cohort.assays)
        try writer.add(cohort.files)
        try writer.merge(.everything)
        answers = try Snapshot(try writer.read(), cohort.variants)
        files = try filesUnder(scratch.index).filter { $0.key != "LOCK" }
    }

    var directory: String { scratch.index }

    /// Puts the store back, with some of its files changed.
    func write(_ changed: [String: [UInt8]]) throws {
        for (name, bytes) in files {
            let path = directory + "/" + name
            let wanted = changed[name] ?? bytes
            // A changed file gets a new inode: a mapped one is never written over.
            if try fileLength(path) == nil || readBytes(path) != wanted {
                try? FileManager.default.removeItem(atPath: path)
                try writeBytes(wanted, path)
            }
        }
        for folder in ["germline/", "tumour/", "coverage/"] {
            for name in listDirectory(directory + "/" + folder) where files[folder + name] == nil {
                try FileManager.default.removeItem(atPath: directory + "/" + folder + name)
            }
        }
    }

    var segmentNames: [String] { files.keys.filter { $0.hasSuffix(".segment") }.sorted() }

    func bytes(_ name: String) -> [UInt8] { files[name] ?? [] }

    var manifest: [UInt8] { bytes("MANIFEST") }
}
