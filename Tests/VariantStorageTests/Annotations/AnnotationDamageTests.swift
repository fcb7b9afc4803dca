import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Damaged annotation files")
struct AnnotationDamageTests {
    private static func store(_ scratch: ScratchDirectory, rows: Int) throws -> (path: String, bytes: [UInt8]) {
        var generated = GeneratedAnnotation(seed: 3)
        let writer = try AnnotationStoreWriter(directory: scratch.index)
        try writer.add(generated.rows(rows))
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: scratch.index).first { $0.hasSuffix(".annotation") })
        let path = scratch.index + "/" + name
        return (path, try readBytes(path))
    }

    @Test("Whichever bit is wrong, it is found")
    func flips() throws {
        let scratch = try ScratchDirectory()
        let (path, bytes) = try AnnotationDamageTests.store(scratch, rows: 300)
        try AnnotationFile(path: path).verify()
        var random = SeededGenerator(seed: 1)
        let places =
            Soak.isOn
            ? Array(bytes.indices)
            : (0..<600).map { _ in Int.random(in: bytes.indices, using: &random) }
                + Array(bytes.indices.suffix(120)) + Array(0..<8)
        for place in places {
            var damaged = bytes
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try writeBytes(damaged, path)
            let error = #expect(throws: StorageError.self, "byte \(place) of \(bytes.count)") {
                try AnnotationFile(path: path).verify()
            }
            switch error?.code {
            case .damaged, .newerFormat: break
            default: Issue.record("byte \(place): \(String(describing: error))")
            }
        }
    }

    @Test("A file that is cut short is refused")
    func truncation() throws {
        let scratch = try ScratchDirectory()
        let (path, bytes) = try AnnotationDamageTests.store(scratch, rows: 100)
        for length in [0, 1, 7, 8, 119, 120, 127, 128, bytes.count / 2, bytes.count - 8, bytes.count - 1] {
            try writeBytes(Array(bytes.prefix(length)), path)
            #expect(throws: StorageError.self, "\(length)") { _ = try AnnotationFile(path: path) }
        }
        try writeBytes(bytes + [UInt8](repeating: 0, count: 8), path)
        #expect(throws: StorageError.self) { _ = try AnnotationFile(path: path) }
    }

    @Test("Bytes that keep their checksums but break the format are found, and nothing traps")
    func forgery() throws {
        let scratch = try ScratchDirectory()
        let (path, bytes) = try AnnotationDamageTests.store(scratch, rows: 300)
        var random = SeededGenerator(seed: 2)
        func word(_ bytes: [UInt8], _ place: Int) -> Int {
            (0..<8).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        func put(_ value: UInt64, _ place: Int, _ bytes: inout [UInt8]) {
            for index in 0..<8 { bytes[place + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
        }
        let trailer = bytes.count - 120
        let (directory, dictionary, source) = (word(bytes, trailer), word(bytes, trailer + 8), word(bytes, trailer + 16))
        let blocks = word(bytes, trailer + 24)
        var found = 0
        for _ in 0..<(Soak.isOn ? 20_000 : 1500) {
            var forged = bytes
            let place = Int.random(in: 8..<source, using: &random)
            forged[place] = UInt8.random(in: 0...255, using: &random)
            guard forged != bytes else { continue }
            // Every checksum anew, from the inside out.
            for block in 0..<blocks {
                let (start, end) = (
                    word(forged, directory + 8 * (blocks + block)), word(forged, directory + 8 * (2 * blocks + block))
                )
                if start >= 0, start < end, end <= directory {
                    put(Checksum.of(Array(forged[start..<end])), directory + 8 * (3 * blocks + block), &forged)
                }
            }
            let stretch = directory + 32 * blocks
            let (start, length) = (word(forged, stretch), word(forged, stretch + 8))
            if start >= 0, length >= 0, start <= directory, length <= directory - start {
                put(Checksum.of(Array(forged[start..<(start + length)])), stretch + 16, &forged)
            }
            put(Checksum.of(Array(forged[directory..<dictionary])), trailer + 56, &forged)
            put(Checksum.of(Array(forged[dictionary..<source])), trailer + 64, &forged)
            put(Checksum.of(Array(forged[trailer..<(trailer + 112)])), trailer + 112, &forged)
            try writeBytes(forged, path)
            do {
                let file = try AnnotationFile(path: path)
                for variant in try file.variants(matching: ConsequenceQuery()) { _ = try file.consequences(of: variant) }
                _ = try file.variants(matching: ConsequenceQuery(geneSymbol: "GENE1", impacts: [.high]))
                try file.verify()
            } catch { found += 1 }
        }
        // A letter of a text, or a number that means another thing, is no breach of the format.
        #expect(found > 100)
    }

    @Test("A file under another version's name is refused")
    func wrongName() throws {
        let scratch = try ScratchDirectory()
        let (path, _) = try AnnotationDamageTests.store(scratch, rows: 20)
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        try FileManager.default.moveItem(atPath: path, toPath: scratch.index + "/0000000000000000" + name.dropFirst(16))
        let error = #expect(throws: StorageError.self) { _ = try AnnotationStore(directory: scratch.index) }
        #expect(error?.code == .damaged(.annotationSource))
    }
}
