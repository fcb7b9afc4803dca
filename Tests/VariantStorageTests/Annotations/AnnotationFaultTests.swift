import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("An interrupted store of consequences is as before or as after the interrupted act")
struct AnnotationFaultTests {
    private static let rows: (first: GeneratedAnnotation.Rows, second: GeneratedAnnotation.Rows) = {
        var generated = GeneratedAnnotation(seed: 9)
        let rows = generated.rows(60)
        return (Array(rows.prefix(40)), Array(rows.suffix(40)))
    }()

    /// Adds, adds, merges, erases; `done` counts what was acknowledged.
    private static func run(_ directory: String, _ disk: SimulatedDisk, done: inout Int) throws {
        let writer = try AnnotationStoreWriter(directory: directory, fileSystem: disk.fileSystem)
        let acts: [() throws -> Void] = [
            { try writer.add(rows.first, rowLimit: 16) }, { try writer.add(rows.second.reversed(), rowLimit: 16) },
            { try writer.merge(GeneratedAnnotation.source, .everything) },
            { try writer.merge(GeneratedAnnotation.source, .everything) { key, _, _ in key.rawValue % 4 == 0 } },
        ]
        for act in acts {
            try act()
            done += 1
        }
    }

    /// What the store says before the first act and after each.
    private static func states() -> [[Variant: Set<TranscriptConsequence>]] {
        func sets(_ rows: GeneratedAnnotation.Rows) -> [Variant: Set<TranscriptConsequence>] {
            GeneratedAnnotation.model(rows).mapValues { Set($0) }
        }
        let both = sets(rows.first + rows.second)
        return [[:], sets(rows.first), both, both, both.filter { $0.key.key.rawValue % 4 == 0 }]
    }

    @Test("Whichever operation is the last", arguments: [true, false])
    func cutAnywhere(isHarsh: Bool) throws {
        let whole = SimulatedDisk(failing: nil, fault: .cut, seed: 0)
        let scratch = try ScratchDirectory()
        var done = 0
        try AnnotationFaultTests.run(scratch.index, whole, done: &done)
        let states = AnnotationFaultTests.states()
        #expect(done == 4)
        #expect(whole.operations > 20)
        for operation in 1..<whole.operations {
            let scratch = try ScratchDirectory()
            let disk = SimulatedDisk(failing: operation, fault: .cut, seed: UInt64(operation))
            try disk.adopt([scratch.path])
            var done = 0
            #expect(throws: (any Error).self) { try AnnotationFaultTests.run(scratch.index, disk, done: &done) }
            try disk.losePower(in: [scratch.path], isHarsh: isHarsh)
            for isOpenedByWriter in [false, true] {
                if isOpenedByWriter { _ = try AnnotationStoreWriter(directory: scratch.index) }
                let store = try AnnotationStore(directory: scratch.index)
                let found = try everything(in: store).mapValues { Set($0) }
                #expect(
                    found == states[done] || (done + 1 < states.count && found == states[done + 1]),
                    "operation \(operation), \(done) acts acknowledged")
                try store.verify()
            }
            #expect(try filesUnder(scratch.index).keys.allSatisfy { $0 == "LOCK" || $0.hasSuffix(".annotation") })
        }
    }
}
