import Foundation
import GenomeModel
import Testing
import VariantStorage

@Suite("Readers and writers at once")
struct ConcurrencyTests {
    @Test("Readers answer as at their opening while a writer adds, merges and removes")
    func readersKeepTheirState() async throws {
        let scratch = try ScratchDirectory()
        let cohort = GeneratedCohort(seed: 500, files: 60, samplesAFile: 1...1, sites: 20)
        try IndexWriter.create(directory: scratch.index, assembly: cohort.assembly, reference: nil)
        let writer = try IndexWriter(directory: scratch.index, fileSystem: .unsynced)
        try writer.define(cohort.assays)
        try writer.add(Array(cohort.files[..<20]))
        let variants = cohort.variants
        let directory = scratch.index

        try await withThrowingTaskGroup(of: Int.self) { group in
            for reader in 0..<3 {
                group.addTask {
                    var rounds = 0
                    var last = 0
                    while rounds < 12 {
                        let index = try VariantIndex(directory: directory)
                        let first = try Snapshot(index, variants)
                        // Each commit adds one call set or takes two out, and all of a commit is seen, or nothing.
                        let size = try index.cohort().size
                        if size < 20 { Issue.record("reader \(reader) saw \(size) call sets after \(last)") }
                        last = size
                        await Task.yield()
                        #expect(try Snapshot(index, variants) == first)
                        // Proving while a writer works finds no damage.
                        _ = try index.verify()
                        rounds += 1
                    }
                    return rounds
                }
            }
            group.addTask {
                for (number, file) in cohort.files[20...].enumerated() {
                    try writer.add([file])
                    try writer.merge(number.isMultiple(of: 7) ? .everything : .levels)
                    if number % 10 == 9 {
                        try writer.commit(adding: [], erasing: Array(try writer.read().callSetNames().sorted().prefix(2)))
                    }
                    await Task.yield()
                }
                return 0
            }
            for try await _ in group {}
        }
        #expect(try writer.read().verify().callSets == 60 - 8)
    }

    @Test("Several files are staged at once")
    func staging() async throws {
        let scratch = try ScratchDirectory()
        let cohort = GeneratedCohort(seed: 501, files: 12)
        try IndexWriter.create(directory: scratch.index, assembly: cohort.assembly, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.define(cohort.assays)
        let staged = try await withThrowingTaskGroup(of: StagedSegment.self) { group in
            for file in cohort.files { group.addTask { try writer.stage(file, spillLimit: 50) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        try writer.commit(adding: staged)
        var oracle = Oracle(assembly: cohort.assembly, assays: cohort.assays)
        oracle.add(cohort.files)
        let comparison = Comparison(index: try writer.read(), oracle: oracle, variants: cohort.variants)
        #expect(try comparison.differences(seed: 1).prefix(3).joined(separator: "\n") == "")
        _ = try writer.read().verify()
    }

    @Test("A second writer is told that the index is busy, until the first has gone")
    func busy() throws {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        do {
            let writer = try IndexWriter(directory: scratch.index)
            #expect(throws: StorageError(.busy, place: scratch.index)) { _ = try IndexWriter(directory: scratch.index) }
            _ = try writer.read()
            withExtendedLifetime(writer) {}
        }
        _ = try IndexWriter(directory: scratch.index)
    }

    private static let flock = ["/usr/bin/flock", "/bin/flock"].first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test("A process that is killed leaves no lock behind", .enabled(if: flock != nil, "flock is not installed"))
    func killedWriter() throws {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // One process in the end: the shell becomes the sleep that holds the lock.
        process.arguments = ["-c", "exec 9<>\"$0\"; \"$1\" 9; echo held; exec sleep 60", scratch.index + "/LOCK"]
        process.arguments?.append(try #require(ConcurrencyTests.flock))
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        #expect(String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
        #expect(throws: StorageError(.busy, place: scratch.index)) { _ = try IndexWriter(directory: scratch.index) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        _ = try IndexWriter(directory: scratch.index)
    }
}
