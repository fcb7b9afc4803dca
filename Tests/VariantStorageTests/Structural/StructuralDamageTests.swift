import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Damage to structural segments")
struct StructuralDamageTests {
    private let made = GeneratedEvents(seed: 3, people: 7, sites: 3, contigs: [1])

    private func store() throws -> (store: StructuralStore, files: [String: [UInt8]]) {
        let store = try StructuralStore(made.assays)
        try store.writer.add(made.people, together: 3)
        try store.writer.merge(.everything)
        return (store, try filesUnder(store.scratch.index).filter { $0.key != "LOCK" })
    }

    private func damage(_ directory: String) throws -> StorageError.Damage? {
        do throws(StorageError) {
            _ = try VariantIndex(directory: directory).verify()
            return nil
        } catch {
            switch error.code {
            case .damaged(let damage): return damage
            case .notAnIndex, .newerFormat: return .manifestSyntax
            default: throw error
            }
        }
    }

    /// A mapped file is never written over.
    private func put(_ bytes: [UInt8], _ path: String) throws {
        try FileManager.default.removeItem(atPath: path)
        try writeBytes(bytes, path)
    }

    @Test("Is found in every byte of them and of the manifest")
    func everyByte() throws {
        let (store, files) = try store()
        let directory = store.scratch.index
        #expect(try damage(directory) == nil)
        var random = SeededGenerator(seed: 5)
        let structural = files.keys.filter { $0.hasPrefix("structural/") }.sorted()
        #expect(structural.count == 2)
        for name in structural + ["MANIFEST"] {
            let bytes = try #require(files[name])
            for place in bytes.indices {
                var changed = bytes
                changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                try put(changed, directory + "/" + name)
                if try damage(directory) == nil { Issue.record("byte \(place) of \(bytes.count) of \(name) can change unseen") }
            }
            for length in stride(from: 0, to: bytes.count, by: 11) {
                try put(Array(bytes[..<length]), directory + "/" + name)
                #expect(try damage(directory) != nil, "\(name) cut to \(length)")
            }
            try put(bytes, directory + "/" + name)
        }
        #expect(try damage(directory) == nil)
    }

    @Test("Is an error, never an answer, where a question meets it")
    func questions() throws {
        let (store, files) = try store()
        let name = try #require(files.keys.filter { $0.hasPrefix("structural/") }.min())
        let bytes = try #require(files[name])
        let end = Int(StoreSurgery.word(bytes, bytes.count - 112))
        for place in stride(from: 8, to: end, by: 7) {
            var changed = bytes
            changed[place] ^= 0x10
            try put(changed, store.scratch.index + "/" + name)
            // The frame is sound, so that opening succeeds.
            let index = try VariantIndex(directory: store.scratch.index)
            let cohort = try index.structuralCohort(try index.cohort())
            #expect(throws: StorageError.self) { try index.structuralGroups(cohort: cohort) }
        }
    }

    @Test("Whatever is behind true checksums is refused or read, and never read past", arguments: Soak.seeds(2))
    func resealed(seed: UInt64) throws {
        let (store, files) = try store()
        let directory = store.scratch.index
        let manifest = try #require(files["MANIFEST"])
        var random = SeededGenerator(seed: 70 + seed)
        var (refused, read) = (0, 0)
        for name in files.keys.filter({ $0.hasPrefix("structural/") }).sorted() {
            let bytes = try #require(files[name])
            for _ in 0..<1_500 {
                var changed = bytes
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                changed = StoreSurgery.reseal(changed)
                try put(changed, directory + "/" + name)
                try put(StoreSurgery.manifest(manifest, replacing: bytes, by: changed), directory + "/MANIFEST")
                do {
                    let index = try VariantIndex(directory: directory)
                    _ = try index.verify()
                    _ = try StructuralAnswers(index, made.questions)
                    read += 1
                } catch is StorageError {
                    refused += 1
                }
            }
            try put(bytes, directory + "/" + name)
            try put(manifest, directory + "/MANIFEST")
        }
        #expect(refused > 1_000 && read > 0)
    }

    @Test("Strays, a missing file, and structural lines in a manifest of version 1")
    func strays() throws {
        let (store, files) = try store()
        let directory = store.scratch.index
        try writeBytes([1], directory + "/structural/0000000099.segment")
        #expect(try damage(directory) == nil, "while its writer lives, it may be one that is being made")
        try FileManager.default.removeItem(atPath: directory + "/structural/0000000099.segment")
        let name = try #require(files.keys.filter { $0.hasPrefix("structural/") }.min())
        try FileManager.default.removeItem(atPath: directory + "/" + name)
        #expect(try damage(directory) == .missingFile)
        let manifest = StoreSurgery.manifest(try #require(files["MANIFEST"])) { $0[0] = "samsyn-index\t1" }
        #expect(throws: StorageError(.damaged(.manifestSyntax), place: "")) { try Manifest(parsing: manifest, place: "") }
    }
}
