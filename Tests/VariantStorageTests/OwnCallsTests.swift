import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("One call set's own calls")
struct OwnCallsTests {
    /// Variants can share a key, so calls are compared as lists and not by their keys.
    private static func line(_ key: VariantKey, _ state: CallState, _ fraction: UInt32) -> String {
        "\(key.rawValue) \(state) \(Float(bitPattern: fraction).isNaN ? 0 : fraction)"
    }

    @Test("Are those that the oracle knows of it, through adding, removing and merging", arguments: Soak.seeds(6))
    func oracle(seed: UInt64) throws {
        let scratch = try ScratchDirectory()
        let cohort = GeneratedCohort(seed: seed)
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.define(cohort.assays)
        var oracle = Oracle(assembly: .grch38, assays: cohort.assays)
        try writer.add(cohort.files)
        oracle.add(cohort.files)

        func check(_ step: String) throws {
            let index = try writer.read()
            var seen = 0
            for (name, person) in oracle.live {
                var found: [String] = []
                let walk = try index.forEachCall(of: name, limit: .max) { key, state, fraction in
                    found.append(Self.line(key, state, fraction.bitPattern))
                }
                let expected = person.calls.filter { $0.value.state.isCarrier }.map {
                    Self.line($0.key.key, $0.value.state, $0.value.fraction)
                }
                #expect(found.sorted() == expected.sorted(), "\(step), \(name)")
                #expect(index.assay(ofCallSet: name)?.name == person.sample.assay)
                guard case .walked(let rows) = walk else {
                    Issue.record("\(walk), \(step)")
                    continue
                }
                #expect(rows >= found.count)
                let refused = try index.forEachCall(of: name, limit: rows - 1) { _, _, _ in Issue.record("read past the limit") }
                #expect(refused == .tooMany(rows))
                seen += found.count
            }
            #expect(seen > 0)
            for name in Array(oracle.erased.keys) + ["nobody"] where oracle.live[name] == nil {
                let walk = try index.forEachCall(of: name, limit: .max) { _, _, _ in Issue.record("an erased call set's call") }
                #expect(walk == .absent && index.assay(ofCallSet: name) == nil)
            }
        }
        try check("added")
        let removed = oracle.live.keys.sorted().enumerated().filter { $0.offset.isMultiple(of: 4) }.map(\.element)
        try writer.commit(adding: [], erasing: removed)
        oracle.remove(removed)
        try check("some removed")
        try writer.merge(.everything)
        try check("merged")
    }

    @Test("A panel's calls are found without reading what lies elsewhere, however many genomes lie beside them")
    func panel() throws {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        let targets = TargetRegions(merging: [try Interval.parse("1:500000-500100", assembly: .grch38)])
        try writer.define(["genome": .genome, "panel": targets])
        let variants = try stride(from: 1000, to: 4_000_000, by: 1000).map {
            try #require(Variant(at: $0, Contig.all[0], "A", "G"))
        }
        let long = try #require(Variant(at: 499_990, Contig.all[0], "ACGTACGTACGTACGT", "A"))
        func file(_ name: String, _ assay: String) -> CallFile {
            CallFile(
                samples: [Sample(name: name, sex: .female, assay: assay, origin: .germline)],
                rows: (variants + [long]).sorted { $0 < $1 }.map { variant in
                    CallFile.Row(variant: variant, calls: [CallFile.Call(sample: 0, state: .heterozygous, fraction: .nan)])
                })
        }
        try writer.add([file("G", "genome"), file("P", "panel")])
        try writer.merge(.everything)
        let index = try writer.read()
        var places: [UInt32] = []
        let walk = try index.forEachCall(of: "P", limit: 1_000) { key, _, _ in places.append(key.position.value) }
        // The deletion begins before the target and reaches into it.
        #expect(places == [499_990, 500_000])
        guard case .walked(let rows) = walk else {
            Issue.record("\(walk)")
            return
        }
        #expect(rows <= 2 * 128)
        #expect(try index.forEachCall(of: "G", limit: 1_000) { _, _, _ in } == .tooMany(4_000))
    }

    @Test(
        "Its events are those that it was given at its targets, of several calls of one event the largest",
        arguments: Soak.seeds(4))
    func events(seed: UInt64) throws {
        let made = GeneratedEvents(seed: seed, people: 12, sites: 20)
        let store = try StructuralStore(made.assays)
        let oracle = SlowStructuralOracle(assays: made.assays, people: made.people)
        try store.writer.add(made.people, together: 5)
        for step in ["added", "merged"] {
            let index = try store.writer.read()
            for person in made.people {
                var found: [StructuralEvent: CallState] = [:]
                let walk = try index.forEachEvent(of: person.name, limit: .max) { event, state, _ in found[event] = state }
                let carried = oracle.kept(person).filter(\.state.isCarrier)
                let expected = Dictionary(carried.map { ($0.event, $0.state) }, uniquingKeysWith: max)
                #expect(found == expected, "\(step), \(person.name)")
                guard case .walked(let rows) = walk else {
                    Issue.record("\(walk), \(step)")
                    continue
                }
                let refused = try index.forEachEvent(of: person.name, limit: rows - 1) { _, _, _ in Issue.record("read") }
                #expect(refused == .tooMany(rows))
            }
            #expect(try index.forEachEvent(of: "nobody", limit: .max) { _, _, _ in } == .absent)
            try store.writer.merge(.everything)
        }
    }
}
