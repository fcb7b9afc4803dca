import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("What others may count, and when")
struct PublicationTests {
    private static let ill = "diagnosis under ICD10:C50"

    private func published() async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", AskRegionsTests.people(0..<20, ill: 10))
        try await region.publish()
        try await region.publishPolicy()
        return region
    }

    @Test("Somebody new changes the owner's answer at once, and others' only with the next batch")
    func batches() async throws {
        let region = try await published()
        let other = try TestRegion.persona("statistiker")
        func count() async throws -> Int? { try await region.ask(other, .statistics, Self.ill).answer.count }
        #expect(try await count() == 10)
        try await region.submit("B", [Someone(number: 30, diagnoses: ["ICD10:C50.9"])])
        #expect(try await region.ownCount(Self.ill) == 11)
        #expect(try await count() == 10)
        // One person is no batch.
        #expect(try await region.publish() == nil)
        #expect(try await count() == 10)
        try await region.submit("C", AskRegionsTests.people(31..<36, ill: 5))
        #expect(try await region.publish()?.people == 6)
        #expect(try await count() == 16)
        #expect(try await region.ownCount(Self.ill) == 16)
    }

    @Test("A re-analysis takes the place of the first: still one person, for the owner and for others")
    func replacement() async throws {
        let region = try await published()
        let other = try TestRegion.persona("statistiker")
        let again = Someone(number: 0, diagnoses: ["ICD10:C50.1"], genotypes: ["0/1"])
        #expect(try await region.ownCount("carries \(TestRegion.variant(0))") == 0)
        try await region.submit("A", [again], kind: "replacement", suffix: "r", replacing: true)
        #expect(try await region.ownCount(Self.ill) == 10)
        #expect(try await region.ownCount("all") == 20)
        #expect(try await region.ownCount("carries \(TestRegion.variant(0))") == 1)
        #expect(try await region.ask(other, .statistics, Self.ill).answer.count == 10)
        let states = try region.partition.records.callSets(of: try region.pseudonym(0)).map(\.state)
        #expect(states.filter { $0 == .available }.count == 1)
    }

    @Test("Everybody, and everybody but one: no pair of answers, in any order or by any colleague, leaves one person over")
    func allButOne() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        var people = AskRegionsTests.people(0..<20, ill: 10)
        people[3].genotypes = ["0/1"]
        people[3].diagnoses.append("ORPHA:98896")
        for index in 0..<8 { people[index].diagnoses.append("ORPHA:558") }
        try await region.submit("A", people)
        try await region.publish()
        try await region.publishPolicy()
        let carrier = "carries \(TestRegion.variant(0))"
        let pairs: [(String, String)] = [
            ("all", "not \(carrier)"), ("all", "not diagnosis = ORPHA:98896"),
            (Self.ill, "\(Self.ill) and not \(carrier)"), (Self.ill, "\(Self.ill) and not diagnosis = ORPHA:98896"),
            ("\(Self.ill) or \(carrier)", "\(Self.ill) and not \(carrier)"),
            // Seven of the eight, and the eight: only the memory of the earlier answer tells.
            ("diagnosis = ORPHA:558", "diagnosis = ORPHA:558 and not (\(carrier))"),
        ]
        for (number, pair) in pairs.enumerated() {
            for isReversed in [false, true] {
                // Each pair from an organisation of its own; the second question from a colleague.
                func actor(_ name: String) -> Actor {
                    Actor(
                        identity: name, name: name, role: .dataSteward, region: RegionCode("12"),
                        provider: OrganisationCode("SE12-P\(number)\(isReversed)"), careUnit: nil, purposes: [.statistics])
                }
                let order = isReversed ? [pair.1, pair.0] : [pair.0, pair.1]
                let first = try await region.ask(actor("a"), .statistics, order[0]).answer
                let second = try await region.ask(actor("b"), .statistics, order[1]).answer
                if let one = first.count, let other = second.count {
                    #expect(one == other || abs(one - other) >= 5, "\(order): \(one), \(other)")
                }
            }
        }
    }

    @Test("What was told is remembered across a restart")
    func memory() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        var people = AskRegionsTests.people(0..<30, ill: 12)
        // Eleven of the twelve ill have a second diagnosis, and so does nobody else.
        for index in 0..<11 { people[index].diagnoses.append("ORPHA:558") }
        try await region.submit("A", people)
        try await region.publish()
        try await region.publishPolicy()
        let other = try TestRegion.persona("forvaltare-skane-1")
        #expect(try await region.ask(other, .statistics, Self.ill).answer.count == 12)
        let later = try await region.reopened()
        #expect(try await later.ask(other, .statistics, "diagnosis = ORPHA:558").answer.state == .suppressed)
        // Somebody who has not heard the first may hear the second.
        let stranger = try TestRegion.persona("forvaltare-vgr-1")
        #expect(try await later.ask(stranger, .statistics, "diagnosis = ORPHA:558").answer.count == 11)
    }
}
