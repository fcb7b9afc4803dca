import AccessModel
import ClinicalModel
import Foundation
import Records
import Testing

@Suite struct EndingTests {
    @Test("Stopping use and showing leaves the clinical record whole, and holds for what comes later")
    func stops() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        let person = try Example.pseudonym(1)
        try records.stopShowing(person, decision: "D1", time: Example.time)
        #expect(try records.callSets(of: person).map(\.state) == [.showingStopped])
        try records.stopUsing(person, decision: "D2", time: Example.time)
        #expect(try records.callSets(of: person).map(\.state) == [.useStopped])
        #expect(try records.endings(of: person).map(\.act) == [.stopShowing, .stopUsing])
        #expect(try records.diagnoses(of: person).count == 1)
        #expect(try records.indexedCallSets().isEmpty)
        #expect(try records.cohortFacts().people.map(\.useStopped) == [true])
    }

    @Test("Deleting copies concerns the copies alone")
    func copies() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        let person = try Example.pseudonym(1)
        let copy = try records.recordCopy(
            of: person, kind: .register, reference: "R", projectPseudonym: "p", path: "copies/1", time: Example.time)
        try records.deleteCopies(person, copies: [copy], decision: "D", time: Example.time)
        #expect(try records.copies(of: person).map(\.deleted) == [Example.time])
        #expect(try records.callSets(of: person).map(\.state) == [.available])
        #expect(throws: RecordsError(.unknownCopy, place: String(copy))) {
            try records.deleteCopies(person, copies: [copy], decision: "D", time: Example.time)
        }
    }

    @Test("After a destruction no byte about the person is left in the files, and others' data is whole")
    func destruction() throws {
        let directory = try TemporaryDirectory()
        let records = try RecordsDatabase(path: directory.path("records.sqlite"))
        try Example.prepare(records)
        for number in 1...20 { try Example.submit(number, to: records) }
        let person = try Example.pseudonym(7)
        try records.addConsentEvent(
            .init(
                kind: .biobank, study: nil, isGiven: true, from: Example.date("2026-01-01"), giver: .patient,
                recorded: Example.time), of: person)
        try records.stopUsing(person, decision: "earlier", time: Example.time)
        try records.compact()
        for trace in [person.text, "biobank-s7", "case7", ContentDigest.of("file7")] {
            #expect(try directory.bytes().range(of: Data(trace.utf8)) != nil, "\(trace)")
        }
        try records.destroy(person, decision: "IVO 1", time: Example.time)
        try records.compact()
        let left = try directory.bytes()
        for trace in [person.text, "biobank-s7", "case7", ContentDigest.of("file7"), ContentDigest.of("7")] {
            #expect(left.range(of: Data(trace.utf8)) == nil, "\(trace)")
        }
        #expect(try records.person(person) == nil)
        #expect(try records.endings(of: nil).map(\.decision) == ["IVO 1"])
        #expect(try records.cohortFacts().callSets.count == 19)
        #expect(try records.faults() == [])
    }

    /// The oracle is a plain count beside the database.
    @Test("Whatever is written in whatever order, references hold and counts agree", arguments: 1...12)
    func random(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let records = try Example.database()
        var people: Set<Int> = []
        var next = 1
        var counter = try records.changeCounter()
        for _ in 0..<40 {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0, 1, 2:
                try Example.submit(next, to: records)
                people.insert(next)
                next += 1
            case 3:
                guard let person = people.sorted().randomElement(using: &generator) else { continue }
                try records.destroy(Example.pseudonym(person), decision: "D", time: Example.time)
                people.remove(person)
            case 4:
                guard let person = people.sorted().randomElement(using: &generator) else { continue }
                try records.stopUsing(Example.pseudonym(person), decision: "D", time: Example.time)
            default: _ = try records.closePublicationBatch(minimumPeople: 2, time: Example.time)
            }
            let now = try records.changeCounter()
            #expect(now > counter)
            counter = now
        }
        let facts = try records.cohortFacts()
        #expect(Set(facts.people.map(\.person.pseudonym)) == Set(try people.map(Example.pseudonym)))
        #expect(facts.callSets.count == people.count && facts.diagnoses.count == people.count)
        #expect(try records.faults() == [])
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
