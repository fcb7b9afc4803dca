import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing

@Suite("Who may list entries, and what it leaves behind")
struct ListEntriesAccessTests {
    typealias Entries = ListEntriesTests

    @Test("Purposes that allow records list them, all others are refused with a reason")
    func purposes() async throws {
        let region = try await Entries.region()
        let lab = try Entries.laboratory(region)
        let researcher = try Entries.project("2026-1", in: region)
        let holder = Actor(
            identity: "register", name: "R", role: .registerHolder, region: nil, provider: nil, careUnit: nil,
            purposes: [.qualityRegister])
        let statistician = try TestRegion.persona("statistiker")
        let cases: [(Actor, Purpose, Int?)] = [
            (lab, .ownProviderComparison, 10), (lab, .laboratoryOperation, 10), (researcher, .research, 10),
            (holder, .qualityRegister, 10), (lab, .qualityFollowUp, nil), (lab, .statistics, nil),
            (statistician, .statistics, nil),
            (researcher, .feasibility, nil), (lab, .feasibility, nil), (lab, .anotherPatientsCare, nil),
            (lab, .ownPatientCare, nil), (lab, .sharedDocumentation, nil), (lab, .ownAccess, nil),
            (lab, .ehdsSecondaryUse, nil), (try TestRegion.persona("genetiker-skane"), .ownProviderComparison, nil),
        ]
        for (actor, purpose, expected) in cases {
            for kind in EntryKind.allCases where kind != .genomicVariations {
                let listed = try await Entries.list(region, actor, purpose, kind) { asked, _ in
                    asked.project = "2026-1"
                    asked.plannedStudy = "A study"
                    asked.register = QualityRegister(name: "A register", holder: holder.identity)
                }
                let count = expected.map { kind == .individuals ? $0 : $0 + 1 }
                #expect(listed.answer.count == count, "\(purpose) \(kind)")
                #expect(listed.answer.state == (expected == nil ? .refused : .answered), "\(purpose) \(kind)")
                #expect(expected != nil || listed.entries.isEmpty && listed.answer.reason?.sv.isEmpty == false)
            }
        }
    }

    @Test("Care lists the patient in its care, and nobody else")
    func care() async throws {
        let region = try await Entries.region()
        let carer = try Entries.geneticist(region)
        let person = try region.pseudonym(0)
        func list(_ kind: EntryKind, _ change: (inout EntrySelection) -> Void) async throws -> RegionEntries {
            try await Entries.list(region, carer, .ownPatientCare, kind) { change(&$1) }
        }
        let nobody = try await list(.individuals) { _ in }
        #expect(nobody.answer.reason?.en.contains("only of the patient") == true, "\(nobody.answer)")
        let before = try await list(.runs) { $0.individual = person.text }
        #expect(before.answer.state == .refused)
        // Whether somebody is here cannot be told from the refusal.
        for stranger in [String(repeating: "a", count: 32), "somebody"] {
            #expect(try await list(.runs) { $0.individual = stranger }.answer == before.answer)
        }
        #expect(
            try await list(.biosamples) { $0.identifier = "B0" }.answer
                == list(.biosamples) { $0.identifier = "nothing" }.answer)
        try await BeginCare(
            partition: region.partition, person: person, actor: carer, from: TestRegion.today, to: nil
        ).run()
        #expect(try await Entries.names(list(.runs) { $0.individual = person.text }.entries) == ["C0", "C0x"])
        #expect(try await Entries.names(list(.individuals) { $0.identifier = person.text }.entries) == [person.text])
        #expect(try await Entries.names(list(.biosamples) { $0.identifier = "B0" }.entries) == ["B0"])
        #expect(try await list(.runs) { $0.individual = try? region.pseudonym(1).text }.answer.state == .refused)
        // Two names that are not the same person's select nobody.
        let other = try await list(.runs) {
            $0.individual = person.text
            $0.identifier = "C1"
        }
        #expect(other.entries.isEmpty && other.answer.count == 0)
        // The own region is not taken at its word about its own staff.
        let vouched = try await Entries.list(region, carer, .ownPatientCare, .runs) { asked, selection in
            asked.hasCareRelation = true
            selection.individual = try? region.pseudonym(1).text
        }
        #expect(vouched.answer.state == .refused)
        _ = try await StateConsent(
            partition: region.partition, law: try AccessFiles.law(), person: person, kind: .blockInsideProvider, study: nil,
            isGiven: true, from: TestRegion.today, giver: .patient, recorder: "test"
        ).run()
        #expect(try await list(.runs) { $0.individual = person.text }.answer.state == .refused)
    }

    @Test("Another region's care sees the patient who agreed, by the name that it asked for")
    func sharedDocumentation() async throws {
        let region = try await Entries.region()
        let person = try region.pseudonym(2)
        let physician = try TestRegion.persona("genetiker-skane")
        func list() async throws -> RegionEntries {
            try await Entries.list(region, physician, .sharedDocumentation, .individuals) { asked, selection in
                asked.hasCareRelation = true
                selection.identifier = person.text
            }
        }
        #expect(try await list().answer.state == .refused)
        _ = try await StateConsent(
            partition: region.partition, law: try AccessFiles.law(), person: person, kind: .accessBetweenProviders, study: nil,
            isGiven: true, from: TestRegion.today, giver: .patient, recorder: "test"
        ).run()
        #expect(try await Entries.names(list().entries) == [person.text])
    }

    @Test("A patient sees the own record and no other")
    func ownAccess() async throws {
        let region = try await Entries.region()
        let (own, other) = (try region.pseudonym(0), try region.pseudonym(1))
        let patient = Actor(
            identity: "patient", name: "P", role: .patient, region: nil, provider: nil, careUnit: nil, purposes: [.ownAccess],
            selves: [region.code: own])
        func list(_ person: Pseudonym) async throws -> RegionEntries {
            try await Entries.list(region, patient, .ownAccess, .runs) { $1.individual = person.text }
        }
        #expect(try await Entries.names(list(own).entries) == ["C0", "C0x"])
        #expect(try await list(other).answer.state == .refused)
    }

    @Test("Who objects is absent with the next question, and a study lists those who agreed to it")
    func statements() async throws {
        let region = try await Entries.region()
        let holder = Actor(
            identity: "register", name: "R", role: .registerHolder, region: nil, provider: nil, careUnit: nil,
            purposes: [.qualityRegister])
        func inRegister() async throws -> [String] {
            try await Entries.names(
                Entries.list(region, holder, .qualityRegister, .individuals) { asked, _ in
                    asked.register = QualityRegister(name: "A register", holder: holder.identity)
                }.entries)
        }
        func state(_ someone: Int, _ kind: ConsentKind, study: String? = nil) async throws {
            _ = try await StateConsent(
                partition: region.partition, law: try AccessFiles.law(), person: try region.pseudonym(someone), kind: kind,
                study: study, isGiven: true, from: TestRegion.today, giver: .patient, recorder: "test"
            ).run()
        }
        let all = try await inRegister()
        let own = try region.pseudonym(0).text
        #expect(all.count == 10 && !all.contains(own))
        try await state(7, .qualityRegisterObjection)
        let rest = try await inRegister()
        #expect(rest.count == 9 && Set(rest).isSubset(of: all))

        let researcher = try Entries.project("2026-3", in: region, requiresConsent: true)
        func inStudy() async throws -> Int? {
            try await Entries.list(region, researcher, .research, .individuals) { asked, _ in asked.project = "2026-3" }.answer
                .count
        }
        #expect(try await inStudy() == 0)
        for someone in [1, 4] { try await state(someone, .study, study: "2026-3") }
        try await state(5, .study, study: "another")
        #expect(try await inStudy() == 2)
    }

    @Test("A project that is approved for clinical data alone selects nobody by a variant")
    func dataKinds() async throws {
        let region = try await Entries.region()
        let researcher = try Entries.project("2026-4", in: region, kinds: ["clinical"])
        func list(_ variants: VariantSelection?) async throws -> RegionEntries {
            try await Entries.list(region, researcher, .research, .individuals) { asked, selection in
                asked.project = "2026-4"
                selection.variants = variants
            }
        }
        #expect(try await list(nil).answer.count == 10)
        let variant = try VariantNotation.parse(TestRegion.variant(0), assembly: .grch38)
        #expect(try await list(.alleles([variant])).answer.state == .refused)
    }

    @Test("The ledger names the people of the page, and they see it")
    func ledger() async throws {
        let region = try await Entries.region()
        let lab = try Entries.laboratory(region)
        _ = try await Entries.list(region, lab, .ownProviderComparison, .runs) {
            $1.skip = 1
            $1.limit = 2
        }
        let event = try #require(try region.partition.ledger.events(LedgerFilter(act: .recordRead)).last?.event)
        #expect(try event.patients == [region.pseudonym(1), region.pseudonym(2)])
        #expect(event.returned == 2 && event.decision == .record && event.lacksCareRelation)
        #expect(event.purpose == .ownProviderComparison && event.actor == "lab")
        #expect(try region.partition.ledger.patientView(region.pseudonym(1)).count == 1)
        #expect(try region.partition.ledger.patientView(region.pseudonym(3)).isEmpty)
        // One person with two call sets is named once.
        _ = try await Entries.list(region, lab, .ownProviderComparison, .runs) {
            $1.individual = try? region.pseudonym(0).text
        }
        #expect(
            try region.partition.ledger.events(LedgerFilter(act: .recordRead)).last?.event.patients == [region.pseudonym(0)])
        // A refusal about somebody is in their list too.
        _ = try await Entries.list(region, try Entries.geneticist(region), .ownPatientCare, .runs) {
            $1.individual = try? region.pseudonym(3).text
        }
        let refused = try #require(try region.partition.ledger.events(LedgerFilter(act: .recordRead)).last?.event)
        #expect(refused.decision == .refused && refused.returned == 0)
        #expect(try refused.patients == [region.pseudonym(3)])
        #expect(try region.partition.ledger.verify().fault == nil)
    }
}
