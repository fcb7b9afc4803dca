import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Structural events in groups")
struct StructuralGroupTests {
    private static func deletion(_ first: Int, _ last: Int) throws -> StructuralEvent {
        let places = (try #require(Position(first)), try #require(Position(last)))
        let contig = Contig.all[0]
        return try #require(
            StructuralEvent(.deletion, from: Breakpoint(contig, places.0), to: Breakpoint(contig, places.1)))
    }

    private func store(_ carried: [StructuralEvent]) throws -> VariantIndex {
        let store = try StructuralStore(["genome": .genome])
        try store.writer.add(
            carried.enumerated().map { number, event in
                GeneratedEvents.Person(
                    name: "p\(number)", sex: .female, assay: "genome", origin: .germline,
                    calls: [StructuralCall(event: event, callSet: 0, state: .heterozygous)])
            })
        return try store.writer.read()
    }

    @Test("The most carried stands for what matches it; a chain does not drag in what no longer does")
    func chain() throws {
        // Each overlaps the next by 0.6 and more, the ends do not.
        let chain = try [
            Self.deletion(100_001, 110_000), Self.deletion(102_001, 112_000), Self.deletion(104_001, 114_000),
            Self.deletion(106_001, 116_000),
        ]
        let index = try store([chain[0], chain[1], chain[1], chain[2], chain[3]])
        let cohort = try index.structuralCohort(try index.cohort())
        let groups = try index.structuralGroups(cohort: cohort)
        #expect(groups.map(\.representative) == [chain[1], chain[3]])
        #expect(groups.map(\.members.count) == [3, 1])
        // The number of a group is the answer to the question for its representative.
        #expect(groups.map(\.frequency.ac) == [4, 2])
        for group in groups { #expect(try index.frequency(of: group.representative, in: cohort) == group.frequency) }
    }

    @Test("A list of an interval has the groups that the whole list has", arguments: Soak.seeds(3))
    func interval(seed: UInt64) throws {
        let made = GeneratedEvents(seed: 300 + seed, people: 12, sites: 25, contigs: [1, 2])
        let store = try StructuralStore(made.assays)
        try store.writer.add(made.people, together: 4)
        let index = try store.writer.read()
        let cohort = try index.structuralCohort(try index.cohort())
        let all = try index.structuralGroups(cohort: cohort)
        for (first, last) in [(1_000_000, 1_005_000), (1_020_000, 1_020_000), (1, 10), (990_000, 1_100_000)] {
            let places = (try #require(Position(first)), try #require(Position(last)))
            let interval = try #require(Interval(contig: Contig.all[0], first: places.0, last: places.1))
            let expected = all.filter { $0.members.contains { $0.touches(interval) } }
            #expect(try index.structuralGroups(in: interval, cohort: cohort) == expected)
        }
        // Everything that somebody carries is in one group, once.
        let members = all.flatMap(\.members)
        #expect(members.count == Set(members).count)
        let oracle = SlowStructuralOracle(assays: made.assays, people: made.people)
        #expect(
            Set(members) == Set(made.people.flatMap { oracle.kept($0).filter { $0.state.isCarrier }.map(\.event) }))
        for group in all {
            for member in group.members { #expect(StructuralMatching().matches(member, group.representative)) }
        }
    }
}
