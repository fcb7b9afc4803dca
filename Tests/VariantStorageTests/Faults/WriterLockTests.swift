import Foundation
import GenomeModel
import Testing
import VariantStorage

@Suite("The right to write")
struct WriterLockTests {
    // Between fork and exec a child has every open file of its parent, locked ones too: closing alone leaves the
    // lock with the child for that moment.
    @Test("It is free as soon as its holder lets go, even while other programs are being started")
    func freeWhileProcessesStart() throws {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let starter = Thread {
            while !Thread.current.isCancelled {
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/bin/true")
                guard (try? process.run()) != nil else { return }
                process.waitUntilExit()
            }
        }
        starter.start()
        defer { starter.cancel() }
        let end = ContinuousClock.now + .seconds(3)
        var openings = 0
        while ContinuousClock.now < end {
            _ = try IndexWriter(directory: scratch.index)
            openings += 1
        }
        #expect(openings > 100)
    }

    @Test("It has one holder at a time")
    func oneHolder() throws {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        #expect(throws: StorageError(.busy, place: scratch.index)) { try IndexWriter(directory: scratch.index) }
        withExtendedLifetime(writer) {}
    }
}
