import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("Structural events are found and counted")
struct StructuralAnswersTests {
    @Test("As the slow and obvious way does", arguments: Soak.seeds(6))
    func oracle(seed: UInt64) throws {
        let made = GeneratedEvents(seed: seed, people: 24, sites: 30)
        let store = try StructuralStore(made.assays)
        try store.writer.add(made.people, together: seed.isMultiple(of: 2) ? 1 : 5)
        let oracle = SlowStructuralOracle(assays: made.assays, people: made.people)
        for isMerged in [false, true] {
            if isMerged { try store.writer.merge(.everything) }
            let index = try store.writer.read()
            _ = try index.verify()
            let cohort = try index.structuralCohort(try index.cohort())
            #expect(cohort.size == made.people.count && cohort.callSets == made.people.count)
            let frequencies = try index.frequencies(of: made.questions, in: cohort)
            var (matched, unmatched) = (0, 0)
            for (question, found) in zip(made.questions, frequencies) {
                #expect(found == oracle.frequency(question))
                let sum = found.het + found.hom + found.hemi + found.reference + found.failed + found.noCall + found.notCovered
                #expect(sum == found.cohort && found.ac <= found.an)
                let carriers = try index.carriers(of: question, in: cohort)
                #expect(
                    Dictionary(uniqueKeysWithValues: carriers.map { ($0.callSet.name, $0.state) }) == oracle.states(question))
                for carrier in carriers { #expect(StructuralMatching().matches(carrier.event, question)) }
                if carriers.count > 1 { matched += 1 } else { unmatched += 1 }
            }
            #expect(matched > 20 && unmatched > 5, "the made-up events put the rule to the test")
        }
    }

    @Test("Matching is symmetric, and as the slow way says", arguments: Soak.seeds(4))
    func symmetry(seed: UInt64) {
        let events = GeneratedEvents(seed: seed, people: 8, sites: 25, contigs: [1, 23]).questions
        let rule = StructuralMatching()
        var matches = 0
        for one in events {
            #expect(rule.matches(one, one))
            for other in events {
                let found = rule.matches(one, other)
                #expect(found == rule.matches(other, one))
                #expect(found == SlowStructuralOracle.matches(one, other), "\(one) \(other)")
                if found { matches += 1 }
            }
        }
        // Each with itself, and enough besides.
        #expect(matches > events.count + 20)
    }

    @Test("Whatever the order in which people come, alone or together, merged or not", arguments: Soak.seeds(3))
    func order(seed: UInt64) throws {
        let made = GeneratedEvents(seed: 100 + seed, people: 9, sites: 20, contigs: [1, 23])
        var random = SeededGenerator(seed: seed)
        var answers: StructuralAnswers?
        for round in 0..<8 {
            let store = try StructuralStore(made.assays)
            let people = made.people.shuffled(using: &random)
            var start = 0
            while start < people.count {
                let end = min(people.count, start + Int.random(in: 1...4, using: &random))
                try store.writer.add(Array(people[start..<end]), together: Int.random(in: 1...3, using: &random))
                if random.chance(0.3) { try store.writer.merge(.everything) }
                start = end
            }
            let found = try StructuralAnswers(try store.writer.read(), made.questions)
            if let answers { #expect(found == answers, "round \(round)") } else { answers = found }
        }
    }

    @Test("Erasing people leaves what there would be without them", arguments: Soak.seeds(3))
    func erasure(seed: UInt64) throws {
        let made = GeneratedEvents(seed: 200 + seed, people: 14, sites: 20, contigs: [1, 24])
        let store = try StructuralStore(made.assays)
        try store.writer.add(made.people, together: 4)
        let gone = Set(made.people.enumerated().filter { $0.offset.isMultiple(of: 3) }.map(\.element.name))
        let left = try StructuralStore(made.assays)
        try left.writer.add(made.people.filter { !gone.contains($0.name) }, together: 4)
        let expected = try StructuralAnswers(try left.writer.read(), made.questions)
        try store.writer.commit(adding: [], erasing: gone.sorted())
        #expect(try StructuralAnswers(try store.writer.read(), made.questions) == expected)
        try store.writer.merge(.erasures)
        #expect(try StructuralAnswers(try store.writer.read(), made.questions) == expected)
        #expect(try store.writer.read().verify().erasedWaiting == 0)
        // No file has a name of theirs, and what is left is what an index that never knew them has.
        for (path, bytes) in try filesUnder(store.scratch.index) {
            let text = String(decoding: bytes, as: UTF8.self)
            for name in gone { #expect(!text.contains(name + "\0") && !text.contains(name + "\u{1}"), "\(path)") }
        }
        try store.writer.merge(.everything)
        try left.writer.merge(.everything)
        func events(_ directory: String) throws -> Set<[UInt8]> {
            Set(try filesUnder(directory).filter { $0.key.hasPrefix("structural/") }.values)
        }
        #expect(try events(store.scratch.index) == events(left.scratch.index))
    }

    @Test("Who has no structural calls is not covered")
    func silent() throws {
        let made = GeneratedEvents(seed: 9, people: 6, sites: 8)
        let store = try StructuralStore(made.assays)
        try store.writer.add(made.people)
        let index = try store.writer.read()
        let extra = StoredCallSet(name: "small variants only", sex: .female, assay: 1)
        try store.writer.commit(adding: [
            try store.writer.beginSegment(callSets: [extra], origin: .germline, index: index).finish()
        ])
        var oracle = SlowStructuralOracle(assays: made.assays, people: made.people)
        oracle.silent = 1
        let after = try store.writer.read()
        let cohort = try after.structuralCohort(try after.cohort())
        #expect(cohort.size == 7 && cohort.callSets == 6)
        for question in made.questions { #expect(try after.frequency(of: question, in: cohort) == oracle.frequency(question)) }
    }

    @Test("A cohort is any part of the call sets")
    func cohorts() throws {
        let made = GeneratedEvents(seed: 11, people: 20, sites: 20)
        let store = try StructuralStore(made.assays)
        try store.writer.add(made.people, together: 3)
        let index = try store.writer.read()
        let filters = [
            CohortFilter(origin: .tumour), CohortFilter(assay: "panel"), CohortFilter(sex: .male),
            CohortFilter(names: ["person 3", "person 8"]),
        ]
        for filter in filters {
            let cohort = try index.structuralCohort(try index.cohort(filter))
            let asked = made.people.filter { person in
                filter.origin ?? person.origin == person.origin && filter.assay ?? person.assay == person.assay
                    && filter.sex ?? person.sex == person.sex && filter.names?.contains(person.name) ?? true
            }
            let oracle = SlowStructuralOracle(assays: made.assays, people: asked)
            for question in made.questions {
                #expect(try index.frequency(of: question, in: cohort) == oracle.frequency(question))
            }
        }
    }
}
