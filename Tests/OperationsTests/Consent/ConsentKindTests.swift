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

/// What a person says, as it shows in who may be counted or read: each kind, through records, law and decision.
@Suite("The eleven kinds of yes and no")
struct ConsentKindTests {
    private static let study = "2025-01234-01"

    /// Whether a record about the person may be had for a purpose by somebody who lacks nothing else.
    private func isOpen(
        _ region: TestRegion, _ person: Pseudonym, _ purpose: Purpose, _ law: LawBook, on date: CivilDate, inside: Bool
    ) throws -> Bool {
        let regime = law.regime(on: date)
        let state = ConsentState(try region.partition.records.consentEvents(of: person), under: regime, on: date)
        let recipient: Recipient = inside ? .ownProvider : .otherRegions
        return state.stops(purpose, for: recipient, under: regime).isEmpty
    }

    private func say(
        _ region: TestRegion, _ kind: ConsentKind, _ isGiven: Bool, by giver: ConsentEvent.Giver = .patient, law: LawBook,
        from date: CivilDate, person: Int = 0
    ) async throws -> RecordConsent.Effect {
        try await StateConsent(
            partition: region.partition, law: law, person: try region.pseudonym(person), kind: kind,
            study: kind == .study ? Self.study : nil, isGiven: isGiven, from: date, giver: giver, recorder: "test"
        ).run()
    }

    @Test("It stops exactly the purposes that the regime names, with the next question, and lets them go when it is lifted")
    func stopping() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<11).map { Someone(number: $0) })
        let books = [
            (try AccessFiles.law(), TestRegion.today), (try AccessFiles.adopted(), try #require(CivilDate("2029-06-01"))),
        ]
        for (law, date) in books {
            let regime = law.regime(on: date)
            for (place, kind) in ConsentKind.allCases.enumerated() {
                let person = try region.pseudonym(place)
                let rule = try #require(regime.consents[kind])
                let isInForce = regime.holds(rule.force)
                func closed(_ inside: Bool) throws -> Set<Purpose> {
                    Set(try Purpose.allCases.filter { try !isOpen(region, person, $0, law, on: date, inside: inside) })
                }
                let (beforeInside, beforeOutside) = (try closed(true), try closed(false))
                #expect(beforeInside.isEmpty && beforeOutside.isEmpty)
                let effect = try await say(region, kind, true, law: law, from: date, person: place)
                #expect((effect == .inForce) == isInForce, "\(kind)")
                let expected = isInForce ? Set(rule.stops) : []
                #expect(try closed(true) == expected, "\(kind)")
                #expect(try closed(false) == expected.union(isInForce ? Set(rule.stopsBeyondProvider) : []), "\(kind)")
                _ = try await say(region, kind, false, law: law, from: date, person: place)
                #expect(try closed(true).isEmpty && closed(false).isEmpty, "\(kind)")
            }
        }
    }

    @Test("The proposed kinds have no effect today, and have it where the proposal is law")
    func proposed() throws {
        let (law, adopted) = (try AccessFiles.law(), try AccessFiles.adopted())
        let later = try #require(CivilDate("2028-06-01"))
        for kind in [ConsentKind.studyContactObjection, .precisionDatabaseObjection, .generalStudy] {
            for date in [TestRegion.today, later] {
                let regime = law.regime(on: date)
                #expect(!regime.holds(try #require(regime.consents[kind]).force))
            }
            let regime = adopted.regime(on: later)
            #expect(regime.holds(try #require(regime.consents[kind]).force))
        }
        let ehds = try #require(law.regime(on: later).consents[.ehdsObjection])
        #expect(!law.regime(on: later).holds(ehds.force))
        #expect(law.regime(on: try #require(CivilDate("2029-04-01"))).holds(ehds.force))
    }

    @Test("A block is counted out with the next question and in again when it is lifted")
    func counting() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<8).map { Someone(number: $0) })
        let law = try AccessFiles.law()
        #expect(try await region.ownCount("all") == 8)
        _ = try await say(region, .blockInsideProvider, true, law: law, from: TestRegion.today)
        #expect(try await region.ownCount("all") == 7)
        _ = try await say(region, .blockInsideProvider, false, law: law, from: TestRegion.today)
        #expect(try await region.ownCount("all") == 8)
        // From a day to come.
        _ = try await say(region, .blockInsideProvider, true, law: law, from: TestRegion.today.adding(days: 1))
        #expect(try await region.ownCount("all") == 8)
    }

    @Test("A guardian cannot block a child's data; an adult speaks for themselves")
    func guardians() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        // The published numbers are of people of every age: the first is old, and the youngest is a child.
        let youngest = try #require(
            try (0..<2900).max { try TestRegion.number($0) < TestRegion.number($1) })
        let child = Someone(number: youngest)
        try await region.submit("A", [Someone(number: 0), child])
        let law = try AccessFiles.law()
        let birth = try #require(try region.partition.records.person(try region.pseudonym(youngest))?.birth)
        try #require(birth.age(on: TestRegion.today) < 18)
        for kind in [ConsentKind.blockInsideProvider, .blockTowardsOthers] {
            await #expect(throws: ConsentRefusal(.guardianMayNotBlock, kind)) {
                try await say(region, kind, true, by: .guardian, law: law, from: TestRegion.today, person: youngest)
            }
        }
        _ = try await say(
            region, .qualityRegisterObjection, true, by: .guardian, law: law, from: TestRegion.today, person: youngest)
        await #expect(throws: ConsentRefusal(.personIsAdult, .qualityRegisterObjection)) {
            try await say(region, .qualityRegisterObjection, true, by: .guardian, law: law, from: TestRegion.today)
        }
        #expect(try region.partition.records.consentEvents(of: try region.pseudonym(0)).isEmpty)
    }

    @Test(
        "An objection to the precision-medicine database counts only where the proposal is law, and then for that purpose alone")
    func database() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<8).map { Someone(number: $0) })
        try await region.publish()
        try await region.publishPolicy()
        let adopted = try TestRegion.adopted.get()
        let later = try #require(CivilDate("2028-06-01"))
        let statistics = try TestRegion.persona("statistiker")
        let asker = try TestRegion.persona("genetiker-skane")
        func found() async throws -> Int? {
            try await region.ask(asker, .anotherPatientsCare, "all", regulations: adopted, on: later) {
                $0.hasCareRelation = true
            }.answer.count
        }
        func count() async throws -> Int? {
            try await region.ask(statistics, .statistics, "all", regulations: adopted, on: later).answer.count
        }
        #expect(try await count() == 8)
        #expect(try await found() == 8)
        _ = try await say(region, .precisionDatabaseObjection, true, law: adopted.law, from: later)
        #expect(try await count() == 8)
        #expect(try await found() == 7)
        _ = try await say(region, .precisionDatabaseObjection, false, law: adopted.law, from: later)
        #expect(try await found() == 8)
    }
}
