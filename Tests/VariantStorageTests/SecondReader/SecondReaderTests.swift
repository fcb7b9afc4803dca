import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("A reader written from docs/store-format.md alone")
struct SecondReaderTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private func run(_ directory: String, _ what: [String] = []) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(SecondReaderTests.python))
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("second_reader.py")
        process.arguments = [script.path, directory] + what
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }

    /// What the first reader says, in the second one's words.
    private func lines(_ directory: String) throws -> [String] {
        let index = try VariantIndex(directory: directory)
        let cohort = try index.cohort()
        var lines: [String] = []
        try index.forEachVariant(cohort: cohort) { stored, f in
            let alleles = try #require(stored.alleles)
            let contig = try #require(stored.key.contig)
            let variant = try #require(
                Variant(
                    contig: contig, position: stored.position, reference: alleles.reference, alternate: alleles.alternate))
            let carriers = try index.carriers(of: variant, in: cohort).map { carrier in
                let bits = String(carrier.fraction.bitPattern, radix: 16)
                let fraction = carrier.fraction.isNaN ? "nan" : String(repeating: "0", count: 8 - bits.count) + bits
                return "\(index.callSet(of: carrier).name):\(carrier.state.rawValue):\(fraction)"
            }
            let numbers = [f.ac, f.an, f.het, f.hom, f.hemi, f.reference, f.failed, f.noCall, f.notCovered, f.cohort]
            let fields =
                [contig.name, String(stored.position.value), alleles.reference, alleles.alternate] + numbers.map(String.init)
            lines.append((fields + [carriers.sorted().joined(separator: ",")]).joined(separator: "\t"))
        }
        return lines
    }

    @Test("Gives the same variants, counts and carriers", .enabled(if: python != nil, "python3 is not installed"))
    func sameAnswers() throws {
        for (seed, assembly) in zip(Soak.seeds(2), [Assembly.grch38, .grch37]) {
            let scratch = try ScratchDirectory()
            let cohort = GeneratedCohort(seed: 40 + seed, assembly: assembly, files: 10, sites: 150)
            try IndexWriter.create(directory: scratch.index, assembly: assembly, reference: "a reference.fa")
            let writer = try IndexWriter(directory: scratch.index)
            try writer.define(cohort.assays)
            try writer.add(Array(cohort.files[..<6]))
            try writer.merge(.everything)
            try writer.add(Array(cohort.files[6...]))
            func check() throws {
                let (output, status) = try run(scratch.index)
                #expect(status == 0)
                let expected = try lines(scratch.index)
                #expect(expected.count > 100)
                #expect(output.split(separator: "\n").map(String.init) == expected)
            }
            try check()
            try writer.commit(adding: [], erasing: cohort.files[1...3].flatMap(\.samples).map(\.name))
            try check()
            try writer.merge(.everything)
            try check()
        }
    }

    /// What the first reader says of structural events, in the second one's words.
    private func eventLines(_ directory: String) throws -> [String] {
        let index = try VariantIndex(directory: directory)
        var lines: [String] = []
        try index.forEachEvent(in: try index.structuralCohort(try index.cohort())) { event, carriers in
            func hexadecimal(_ bits: UInt32) -> String {
                let text = String(bits, radix: 16)
                return String(repeating: "0", count: 8 - text.count) + text
            }
            func place(_ point: Breakpoint) -> [String] {
                [point.contig.name] + [point.position, point.low, point.high].map { String($0.value) }
            }
            let said = carriers.map { carrier in
                let fraction = carrier.fraction.isNaN ? "nan" : hexadecimal(carrier.fraction.bitPattern)
                return "\(carrier.callSet.name):\(carrier.state.rawValue):\(fraction)"
            }
            let genes = event.genes.map { [$0.first, $0.second].map { $0 ?? "" }.joined(separator: "/") } ?? ""
            let inserted = event.kind == .insertion ? event.length ?? 0 : 0
            let fields =
                [String(event.kind.rawValue), String(event.matchingClass.rawValue)] + place(event.first)
                + place(event.second) + [
                    String(inserted), event.copies.map { hexadecimal($0.bitPattern) } ?? "-", genes,
                    said.sorted().joined(separator: ","),
                ]
            lines.append(fields.joined(separator: "\t"))
        }
        return lines
    }

    @Test("Gives the same structural events and carriers", .enabled(if: python != nil, "python3 is not installed"))
    func sameEvents() throws {
        for seed in Soak.seeds(2) {
            let made = GeneratedEvents(seed: 70 + seed, people: 20, sites: 40)
            let store = try StructuralStore(made.assays)
            let directory = store.scratch.index
            func check() throws {
                let (output, status) = try run(directory, ["events"])
                #expect(status == 0)
                let expected = try eventLines(directory)
                #expect(expected.count > 50)
                #expect(output.split(separator: "\n").map(String.init) == expected)
                // Version 2 of the manifest is read for small variants too.
                #expect(try run(directory).status == 0)
            }
            try store.writer.add(made.people, together: 3)
            try check()
            try store.writer.commit(adding: [], erasing: made.people[2...5].map(\.name))
            try check()
            try store.writer.merge(.everything)
            try check()
        }
    }

    @Test("Sees damage too", .enabled(if: python != nil, "python3 is not installed"))
    func damage() throws {
        let store = try SmallStore(seed: 3, files: 3, sites: 2)
        #expect(try run(store.directory).status == 0)
        var random = SeededGenerator(seed: 41)
        for (name, bytes) in store.files.sorted(by: { $0.key < $1.key }) {
            for _ in 0..<3 {
                var changed = bytes
                changed[Int.random(in: 0..<bytes.count, using: &random)] ^= 4
                try store.write([name: changed])
                #expect(try run(store.directory).status != 0, "\(name)")
            }
            try store.write([:])
        }
    }
}
