import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("An interrupted index with structural events is as before or as after the interrupted act")
struct StructuralFaultTests {
    private struct Act: Sendable {
        let name: String
        let run: @Sendable (IndexWriter) throws -> Void
    }

    private struct State: Equatable {
        let callSets: Set<String>
        let answers: StructuralAnswers

        init(_ index: VariantIndex, _ questions: [StructuralEvent]) throws {
            callSets = index.callSetNames()
            answers = try StructuralAnswers(index, questions)
        }
    }

    private static let made = GeneratedEvents(seed: 21, people: 22, sites: 4, contigs: [1])

    private static let acts: [Act] = {
        let people = made.people
        var acts = made.assays.sorted { $0.key < $1.key }.map { name, targets in
            Act(name: "define") { try $0.defineAssay(name, targets: targets) }
        }
        acts.append(Act(name: "add three") { try $0.add(Array(people[..<3])) })
        acts.append(
            Act(name: "add the rest, merging by itself") {
                try $0.add(Array(people[3..<21]))
                try $0.merge(.levels)
            })
        // The analysis of two people again: other calls under the same names.
        let again = zip(people[..<2], people[19..<21]).map { old, new in
            GeneratedEvents.Person(name: old.name, sex: old.sex, assay: old.assay, origin: old.origin, calls: new.calls)
        }
        acts.append(Act(name: "replace") { try $0.add(again, erasing: again.map(\.name)) })
        acts.append(Act(name: "remove") { try $0.commit(adding: [], erasing: people[4..<7].map(\.name)) })
        acts.append(
            Act(name: "remove events alone") {
                try $0.commit(adding: [], erasing: [], erasingEvents: people[8..<10].map(\.name))
            })
        acts.append(Act(name: "merge what is erased") { try $0.merge(.erasures) })
        acts.append(Act(name: "add one") { try $0.add([people[21]]) })
        acts.append(Act(name: "merge everything") { try $0.merge(.everything) })
        return acts
    }()

    private static func create(_ directory: String, _ fileSystem: FileSystem) throws {
        try IndexWriter.create(directory: directory, assembly: .grch38, reference: nil, fileSystem: fileSystem)
    }

    private static let states: Result<(states: [State], operations: Int), any Error> = Result {
        let scratch = try ScratchDirectory()
        let disk = SimulatedDisk(failing: nil, fault: .cut, seed: 0)
        try create(scratch.index, disk.fileSystem)
        let writer = try IndexWriter(directory: scratch.index, fileSystem: disk.fileSystem)
        var states = [try State(try writer.read(), made.questions)]
        for act in acts {
            try act.run(writer)
            states.append(try State(try writer.read(), made.questions))
        }
        return (states, disk.operations)
    }

    @Test("The acts change what they should", .timeLimit(.minutes(5)))
    func worthIt() throws {
        let (states, operations) = try Self.states.get()
        #expect(operations > 150)
        for (number, act) in Self.acts.enumerated() {
            let isSame = act.name.hasPrefix("merge") || act.name == "define"
            #expect((states[number] == states[number + 1]) == isSame, "\(act.name)")
        }
    }

    @Test("Whichever operation is the last", arguments: FaultTests.Ending.allCases)
    func cutAnywhere(ending: FaultTests.Ending) throws {
        let (states, operations) = try Self.states.get()
        for operation in 0..<operations {
            let scratch = try ScratchDirectory()
            let disk = SimulatedDisk(failing: operation, fault: .cut, seed: UInt64(operation))
            var done = 0
            do {
                try Self.create(scratch.index, disk.fileSystem)
                let writer = try IndexWriter(directory: scratch.index, fileSystem: disk.fileSystem)
                for act in Self.acts {
                    try act.run(writer)
                    done += 1
                }
            } catch let error as StorageError {
                #expect(error.place == "disk", "operation \(operation): \(error)")
            }
            guard disk.isCut else {
                #expect(done == Self.acts.count)
                continue
            }
            if ending != .killed { try disk.losePower(in: scratch.index, isHarsh: ending == .harsh) }
            let label: Comment = "operation \(operation), \(done) acts acknowledged, \(ending.rawValue)"
            do {
                let found = try State(try VariantIndex(directory: scratch.index), Self.made.questions)
                #expect(found == states[done] || (done + 1 < states.count && found == states[done + 1]), label)
            } catch let error as StorageError where error.code == .notAnIndex && done == 0 {
                try Self.create(scratch.index, .unsynced)
            }
            let writer = try IndexWriter(directory: scratch.index, fileSystem: .unsynced)
            _ = try writer.read().verify()
            guard operation.isMultiple(of: 5) || Soak.isOn else { continue }
            let found = try State(try writer.read(), Self.made.questions)
            let next = found == states[done] ? done : done + 1
            for act in Self.acts[min(next, Self.acts.count)...] { try act.run(writer) }
            #expect(try State(try writer.read(), Self.made.questions) == states.last, label)
            #expect(try writer.read().verify().erasedWaiting == 0, label)
        }
    }
}
