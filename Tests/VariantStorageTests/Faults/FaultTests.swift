import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("An interrupted index is as before or as after the interrupted act")
struct FaultTests {
    enum Ending: String, CaseIterable, Sendable {
        case killed = "the process is killed"
        case harsh = "power is lost, and with it all that was not synced"
        case partial = "power is lost, and with it some of what was not synced"
    }

    private static let scenario = Scenario(seed: 7)

    /// What the index answers before the first act, and after each.
    private static let states: Result<(snapshots: [Snapshot], operations: Int), any Error> = Result {
        let scratch = try ScratchDirectory()
        let disk = SimulatedDisk(failing: nil, fault: .cut, seed: 0)
        try scenario.create(in: scratch.index, disk.fileSystem)
        var snapshots: [Snapshot] = []
        let writer = try IndexWriter(directory: scratch.index, fileSystem: disk.fileSystem)
        snapshots.append(try Snapshot(try writer.read(), scenario.cohort.variants))
        for act in scenario.acts {
            try act.run(writer)
            snapshots.append(try Snapshot(try writer.read(), scenario.cohort.variants))
        }
        return (snapshots, disk.operations)
    }

    @Test("The scenario changes what it should and merges by levels")
    func scenarioIsWorthIt() throws {
        let (snapshots, operations) = try FaultTests.states.get()
        #expect(operations > 200)
        for (number, act) in FaultTests.scenario.acts.enumerated() {
            #expect((snapshots[number] == snapshots[number + 1]) == act.name.hasPrefix("merge"), "\(act.name)")
        }
    }

    @Test("Whichever operation is the last", arguments: Ending.allCases, Soak.seeds(1))
    func cutAnywhere(ending: Ending, seed: UInt64) throws {
        let (snapshots, operations) = try FaultTests.states.get()
        for operation in 0..<operations {
            try cut(at: operation, ending, seed: seed &* 10_000 &+ UInt64(operation), snapshots)
        }
    }

    private func cut(at operation: Int, _ ending: Ending, seed: UInt64, _ snapshots: [Snapshot]) throws {
        let scenario = FaultTests.scenario
        let scratch = try ScratchDirectory()
        let disk = SimulatedDisk(failing: operation, fault: .cut, seed: seed)
        var done = 0
        do {
            try scenario.create(in: scratch.index, disk.fileSystem)
            let writer = try IndexWriter(directory: scratch.index, fileSystem: disk.fileSystem)
            for act in scenario.acts {
                try act.run(writer)
                done += 1
            }
        } catch let error as StorageError {
            #expect(error.place == "disk", "operation \(operation): \(error)")
        }
        guard disk.isCut else {
            #expect(done == scenario.acts.count)
            return
        }
        if ending != .killed { try disk.losePower(in: scratch.index, isHarsh: ending == .harsh) }
        let label: Comment = "operation \(operation), \(done) acts acknowledged, \(ending.rawValue)"

        // A reader comes first, while what the crash left still lies about.
        var isAbsent = false
        do {
            let found = try Snapshot(try VariantIndex(directory: scratch.index), scenario.cohort.variants)
            #expect(found == snapshots[done] || (done + 1 < snapshots.count && found == snapshots[done + 1]), label)
        } catch let error as StorageError where error.code == .notAnIndex && done == 0 {
            isAbsent = true
        }
        if isAbsent { try scenario.create(in: scratch.index, .unsynced) }
        let writer = try IndexWriter(directory: scratch.index, fileSystem: .unsynced)
        let index = try writer.read()
        _ = try index.verify()
        let found = try Snapshot(index, scenario.cohort.variants)
        // And life goes on: to its end after some cuts, which is what takes the time.
        guard operation.isMultiple(of: 3) || Soak.isOn else { return }
        let next = found == snapshots[done] ? done : done + 1
        if next > done { try scenario.catchUp(done, writer) }
        for act in scenario.acts[min(next, scenario.acts.count)...] { try act.run(writer) }
        let end = try writer.read()
        #expect(try end.verify().erasedWaiting == 0, label)
        #expect(try Snapshot(end, scenario.cohort.variants) == snapshots.last, label)
    }

    @Test("An operation that fails once leaves a writer that can go on")
    func failOnce() throws {
        let (snapshots, operations) = try FaultTests.states.get()
        let scenario = FaultTests.scenario
        for operation in 0..<operations {
            let scratch = try ScratchDirectory()
            let disk = SimulatedDisk(failing: operation, fault: .once, seed: UInt64(operation))
            do {
                try scenario.create(in: scratch.index, disk.fileSystem)
            } catch {
                if (try? VariantIndex(directory: scratch.index)) == nil { try scenario.create(in: scratch.index, .unsynced) }
            }
            let label: Comment = "operation \(operation)"
            var writer: IndexWriter
            do {
                writer = try IndexWriter(directory: scratch.index, fileSystem: disk.fileSystem)
            } catch {
                writer = try IndexWriter(directory: scratch.index, fileSystem: disk.fileSystem)
            }
            for (number, act) in scenario.acts.enumerated() {
                do {
                    try act.run(writer)
                } catch {
                    let found = try Snapshot(try VariantIndex(directory: scratch.index), scenario.cohort.variants)
                    #expect(found == snapshots[number] || found == snapshots[number + 1], label)
                    if found != snapshots[number + 1] || act.name.hasPrefix("merge") {
                        try act.run(writer)
                    } else {
                        try scenario.catchUp(number, writer)
                    }
                }
            }
            #expect(try Snapshot(try writer.read(), scenario.cohort.variants) == snapshots.last, label)
            // What could not be removed at the time goes at the next opening.
            writer = try reopen(&writer, scratch.index)
            #expect(try writer.read().verify().erasedWaiting == 0, label)
        }
    }

    /// Gives up one writer's right before another takes it.
    private func reopen(_ writer: inout IndexWriter, _ directory: String) throws -> IndexWriter {
        let other = try ScratchDirectory()
        try IndexWriter.create(directory: other.index, assembly: .grch38, reference: nil)
        writer = try IndexWriter(directory: other.index)
        return try IndexWriter(directory: directory)
    }
}
