import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Verify finds damage")
struct DamageTests {
    /// The damage that opening and proving the store meets, nil where it is sound.
    private func damage(_ directory: String) throws -> StorageError.Damage? {
        do throws(StorageError) {
            _ = try VariantIndex(directory: directory).verify()
            return nil
        } catch {
            switch error.code {
            case .damaged(let damage): return damage
            // The manifest without its first letters is no manifest; a version that is another number is another version.
            case .notAnIndex, .newerFormat: return .manifestSyntax
            default: throw error
            }
        }
    }

    @Test("In every byte of every file")
    func everyByte() throws {
        let store = try SmallStore(seed: 3, files: 3, sites: 2)
        #expect(try damage(store.directory) == nil)
        #expect(store.segmentNames.count == 2)
        var random = SeededGenerator(seed: 4)
        for (name, bytes) in store.files.sorted(by: { $0.key < $1.key }) {
            for place in bytes.indices {
                var changed = bytes
                changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                try store.write([name: changed])
                let found = try damage(store.directory)
                if found == nil { Issue.record("byte \(place) of \(bytes.count) of \(name) can change unseen") }
            }
        }
        try store.write([:])
        #expect(try damage(store.directory) == nil)
    }

    @Test("In files that are cut short or too long")
    func lengths() throws {
        let store = try SmallStore(seed: 3, files: 3, sites: 2)
        for (name, bytes) in store.files.sorted(by: { $0.key < $1.key }) {
            for length in stride(from: 0, to: bytes.count, by: 13) {
                try store.write([name: Array(bytes[..<length])])
                #expect(try damage(store.directory) != nil, "\(name) cut to \(length) of \(bytes.count)")
            }
            for extra in [[0], [UInt8](repeating: 0, count: 8), Array("end".utf8), bytes] {
                try store.write([name: bytes + extra])
                #expect(try damage(store.directory) != nil, "\(name) with \(extra.count) bytes more")
            }
        }
    }

    @Test(
        "In files that the manifest does not name",
        arguments: [
            "notes.txt", "germline/0000000099.segment", "coverage/0123456789abcdef.targets", "tumour/x", "MANIFEST.new",
        ])
    func strayFiles(name: String) throws {
        let store = try SmallStore(seed: 3, files: 3, sites: 2)
        try writeBytes([1, 2, 3], store.directory + "/" + name)
        #expect(try damage(store.directory) == .strayFile)
        do {
            let writer = try IndexWriter(directory: store.directory)
            // While somebody writes, a reader cannot tell.
            #expect(try VariantIndex(directory: store.directory).verify().segments == writer.read().segments.count)
        }
        // What a crash leaves is swept up by the next writer; what is somebody else's stays, and is told of.
        let isOurs = name.hasSuffix(".segment") || name.hasSuffix(".targets") || name == "MANIFEST.new"
        #expect(try damage(store.directory) == (isOurs ? nil : .strayFile))
    }

    @Test("In files that are missing")
    func missingFiles() throws {
        for name in try SmallStore(seed: 3, files: 3, sites: 2).files.keys.sorted() {
            let store = try SmallStore(seed: 3, files: 3, sites: 2)
            try FileManager.default.removeItem(atPath: store.directory + "/" + name)
            #expect(try damage(store.directory) == (name == "MANIFEST" ? .manifestSyntax : .missingFile), "\(name)")
        }
    }

    @Test("In two segments that hold the same call set")
    func overlap() throws {
        let store = try SmallStore(seed: 3, files: 3, sites: 2)
        let name = try #require(store.segmentNames.first { $0.hasPrefix("germline/") })
        let copy = store.directory + "/germline/0000000777.segment"
        try writeBytes(store.bytes(name), copy)
        let manifest = StoreSurgery.manifest(store.manifest) { lines in
            lines = lines.map { $0.hasPrefix("next\t") ? "next\t1000" : $0 }
            let line = lines.first { $0.hasPrefix("segment\tgermline") } ?? ""
            var fields = line.split(separator: "\t").map(String.init)
            fields[2] = "777"
            lines.append(fields.joined(separator: "\t"))
        }
        try writeBytes(manifest, store.directory + "/MANIFEST")
        #expect(try damage(store.directory) == .overlap)
    }

    @Test("Readers meet an error, never an answer, in a damaged block")
    func lazyBlocks() throws {
        let store = try SmallStore(seed: 8, files: 3, sites: 30)
        let name = try #require(store.segmentNames.first)
        let bytes = store.bytes(name)
        let directory = Int(StoreSurgery.word(bytes, bytes.count - 112))
        for place in stride(from: 8, to: directory, by: 17) {
            var changed = bytes
            changed[place] ^= 0x10
            try store.write([name: changed])
            // The frame is sound, so that opening succeeds.
            let index = try VariantIndex(directory: store.directory)
            #expect(throws: StorageError.self) {
                try index.forEachVariant(cohort: try index.cohort()) { _, _ in }
            }
        }
    }
}
