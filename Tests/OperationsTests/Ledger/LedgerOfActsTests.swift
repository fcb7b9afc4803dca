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

@Suite("What the acts leave in the ledger")
struct LedgerOfActsTests {
    @Test("Who, from where, when, for what, on what basis, and what was decided; never a variant or an identity number")
    func question() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<6).map { Someone(number: $0, genotypes: ["0/1"]) })
        let asker = try TestRegion.persona("bioinformatiker-umea")
        let text = "carries \(TestRegion.variant(0))"
        #expect(try await region.ask(asker, .ownProviderComparison, text).answer.count == 6)
        _ = try await region.ask(asker, .qualityFollowUp, "frequency \(TestRegion.variant(0))")
        _ = try await ExplainQuestion(
            partition: region.partition, regulations: try TestRegion.regulations.get(),
            asked: try TestRegion.asked(asker, .ownProviderComparison, text)
        ).run()
        let refused = try await region.ask(try TestRegion.persona("genetiker-skane"), .anotherPatientsCare, text)
        #expect(refused.answer.state == .refused)
        let events = try region.partition.ledger.events(LedgerFilter(act: .question)).map(\.event)
        #expect(events.count == 3)
        let first = try #require(events.first)
        #expect(first.actor == asker.identity && first.careUnit == "SE24-NUS-KLINGEN" && first.time == TestRegion.noon)
        #expect(first.purpose == .ownProviderComparison && first.decision == .count && first.returned == 1)
        #expect(first.basis?.contains("PDL 4 kap. 1 §") == true && first.process == "cohort test" && first.patients.isEmpty)
        #expect(events.last?.decision == .refused && events.last?.returned == 0)
        // The variant's text, its position and its forms: nowhere in the ledger.
        let number = try TestRegion.number(0)
        let ledger = try Shell.run("cat '\(region.layout.audit)'* | grep -ac -e 1000000 -e 'A-G' -e '\(number)' || true").output
        #expect(ledger == "0\n")
        #expect(try region.partition.ledger.verify().fault == nil)
    }

    @Test("Reading somebody's record is in that person's own list, in plain words, and says where there was no care relation")
    func patientView() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<2).map { Someone(number: $0) })
        let person = try region.pseudonym(0)
        let reader = try TestRegion.persona("bioinformatiker-umea")
        func show() async throws -> ShowPerson.View {
            try await ShowPerson(
                partition: region.partition, law: try AccessFiles.law(), actor: reader, purpose: .laboratoryOperation,
                person: person
            ).run()
        }
        guard case .shown = try await show() else {
            Issue.record("The laboratory may see its own records")
            return
        }
        let event = try #require(try region.partition.ledger.events(LedgerFilter(patient: person, act: .recordRead)).last?.event)
        #expect(event.lacksCareRelation && event.returned == 1)
        try region.partition.records.addCareRelation(
            CareRelation(actor: reader.identity, person: person, from: TestRegion.today, to: nil))
        _ = try await show()
        #expect(
            try region.partition.ledger.events(LedgerFilter(patient: person, act: .recordRead)).last?.event.lacksCareRelation
                == false)
        let list = try region.partition.ledger.patientView(person)
        #expect(list.count == 2)
        #expect(list.allSatisfy { $0.careUnit == "SE24-NUS-KLINGEN" && !$0.purpose.sv.isEmpty })
        #expect(try region.partition.ledger.patientView(try region.pseudonym(1)).isEmpty)
    }
}
