import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Structural calls are committed with their call sets")
struct StructuralCommitTests {
    private let made = GeneratedEvents(seed: 31, people: 6, sites: 6)

    private func code(_ body: () throws -> Void) -> StorageError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? StorageError)?.code
        }
    }

    private func staged(_ store: StructuralStore, _ person: GeneratedEvents.Person, _ origin: Origin? = nil) throws
        -> [StagedSegment]
    {
        try store.writer.stage([person], origin ?? person.origin)
    }

    @Test("Only beside small variants of the same origin, once each")
    func conditions() throws {
        let store = try StructuralStore(made.assays)
        let writer = store.writer
        let first = try staged(store, made.people[0])
        #expect(code { try writer.commit(adding: [first[1]]) } == .callSetUnknown)
        #expect(code { try writer.commit(adding: [first[0], first[1], first[1]]) } == .callSetRepeated)
        try writer.commit(adding: [first[0]])
        #expect(try writer.read().structuralCohort(try writer.read().cohort()).callSets == 0)
        // Later, and by themselves.
        try writer.commit(adding: [first[1]])
        #expect(code { try writer.commit(adding: [try staged(store, made.people[0])[1]]) } == .callSetExists)
        let other: Origin = made.people[0].origin == .germline ? .tumour : .germline
        #expect(
            code { try writer.commit(adding: [try staged(store, made.people[0], other)[1]], erasingEvents: ["person 0"]) }
                == .callSetUnknown)
        #expect(code { try writer.commit(adding: [], erasingEvents: ["nobody"]) } == .callSetUnknown)
        #expect(code { try writer.commit(adding: [], erasingEvents: ["person 0", "person 0"]) } == .callSetRepeated)
        // Replaced in one step.
        try writer.commit(adding: [try staged(store, made.people[0])[1]], erasingEvents: ["person 0"])
        _ = try writer.read().verify()
        // Taken out with the call set.
        try writer.commit(adding: [], erasing: ["person 0"])
        #expect(try writer.read().structuralCohort(try writer.read().cohort()).size == 0)
        try writer.merge(.everything)
        #expect(try writer.read().eventsShape.isEmpty)
    }

    @Test("A store without structural calls stays version 1, and one with them says 2")
    func versions() throws {
        let store = try StructuralStore(made.assays)
        func version() throws -> String {
            String(decoding: try readBytes(store.scratch.index + "/MANIFEST").prefix { $0 != 10 }, as: UTF8.self)
        }
        #expect(try version() == "samsyn-index\t1")
        try store.writer.add([made.people[0]])
        #expect(try version() == "samsyn-index\t2")
        try store.writer.commit(adding: [], erasing: ["person 0"])
        try store.writer.merge(.everything)
        #expect(try version() == "samsyn-index\t1")
    }

    @Test("Calls outside what an assay sees are left out and counted")
    func outside() throws {
        let store = try StructuralStore(made.assays)
        let oracle = SlowStructuralOracle(assays: made.assays, people: made.people)
        let index = try store.writer.read()
        for person in made.people {
            let assay = try #require(index.assay(named: person.assay)).number
            let callSet = StoredCallSet(name: person.name, sex: person.sex, assay: assay)
            var builder = try store.writer.beginStructuralSegment(callSets: [callSet], origin: person.origin, index: index)
            try builder.append(person.calls)
            let carried = person.calls.filter(\.state.isCarrier)
            let kept = oracle.kept(person).filter(\.state.isCarrier)
            #expect(builder.outsideTargets == carried.count - kept.count)
            let segment = try builder.finish()
            #expect(segment.calls == Set(kept.map(\.event)).count)
            store.writer.discard([segment])
        }
        #expect(try filesUnder(store.scratch.index).keys.allSatisfy { !$0.hasSuffix(".segment") })
    }

    @Test("Staged segments can be combined before they are committed")
    func combined() throws {
        let people = made.people.filter { $0.origin == .germline }
        let one = try StructuralStore(made.assays)
        try one.writer.add(people)
        let other = try StructuralStore(made.assays)
        let staged = try people.map { try other.writer.stage([$0], .germline) }
        try other.writer.commit(adding: [
            try other.writer.combine(staged.map { $0[0] }), try other.writer.combine(staged.map { $0[1] }),
        ])
        #expect(
            try StructuralAnswers(try one.writer.read(), made.questions)
                == StructuralAnswers(try other.writer.read(), made.questions))
        #expect(code { _ = try other.writer.combine(staged.flatMap { $0 }) } == .inconsistentBatch)
    }
}
