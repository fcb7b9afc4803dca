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

@Suite("Purposes through the whole stack")
struct PurposeTests {
    private static let ill = "diagnosis under ICD10:C50"

    private func region(ill: Int = 8) async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", AskRegionsTests.people(0..<20, ill: ill))
        try await region.publish()
        try await region.publishPolicy()
        return region
    }

    @Test("A feasibility enquiry is frozen: asked again it answers the same, whatever has come since")
    func feasibility() async throws {
        let region = try await region()
        let asker = try TestRegion.persona("forskare-uppsala")
        func ask(_ text: String, study: String? = "A study") async throws -> RegionAnswer {
            try await region.ask(asker, .feasibility, text) { $0.plannedStudy = study }.answer
        }
        let first = try await ask(Self.ill)
        #expect(first.count == 8 && first.frequency == nil)
        try await region.submit("B", AskRegionsTests.people(40..<46, ill: 6))
        try await region.publish()
        #expect(try await ask(Self.ill).count == 8)
        // Another day is no other enquiry.
        let tomorrow = try #require(CivilDate("2026-11-22"))
        let again = try await region.ask(asker, .feasibility, Self.ill, on: tomorrow) { $0.plannedStudy = "A study" }
        #expect(again.answer.count == 8)
        // Another study is another enquiry, with its own figure.
        #expect(try await ask(Self.ill, study: "Another study").count == 14)
        #expect(try await ask(Self.ill, study: nil).state == .refused)
    }

    @Test("A frequency is no feasibility figure")
    func frequencyRefused() async throws {
        let region = try await region()
        let reply = try await region.ask(
            try TestRegion.persona("forskare-uppsala"), .feasibility, "frequency \(TestRegion.variant(0))"
        ) { $0.plannedStudy = "A study" }
        #expect(reply.answer.state == .refused, "\(reply.answer)")
        #expect(reply.answer.frequency == nil)
    }

    @Test("Research counts those who agreed, in the project's period, and for its people")
    func research() async throws {
        let region = try await region()
        let asker = try TestRegion.persona("forskare-uppsala")
        let number = "2025-01234-01"
        func ask(on date: String = "2026-11-21", as actor: Actor? = nil) async throws -> RegionAnswer {
            try await region.ask(actor ?? asker, .research, Self.ill, on: try #require(CivilDate(date))) { $0.project = number }
                .answer
        }
        #expect(try await ask().state == .refused)
        try region.partition.records.register(
            ProjectApproval(
                registration: number, title: "A study", approvedFrom: try #require(CivilDate("2026-01-01")),
                approvedTo: try #require(CivilDate("2027-12-31")), regions: [region.code], dataKinds: ["clinical", "genomic"],
                people: [asker.identity], requiresConsent: true))
        #expect(try await ask().state == .suppressed)
        for someone in 0..<6 {
            _ = try await StateConsent(
                partition: region.partition, law: try AccessFiles.law(), person: try region.pseudonym(someone), kind: .study,
                study: number, isGiven: true, from: TestRegion.today, giver: .patient, recorder: "test"
            ).run()
        }
        #expect(try await ask().count == 6)
        #expect(try await ask(on: "2025-12-31").state == .refused)
        #expect(try await ask(on: "2028-01-01").state == .refused)
        let stranger = Actor(
            identity: "stranger", name: "S", role: .researcher, region: asker.region, provider: asker.provider, careUnit: nil,
            purposes: [.research])
        #expect(try await ask(as: stranger).state == .refused)
    }

    @Test("Data sets that are not released for a purpose are not counted for it")
    func dataSets() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", AskRegionsTests.people(0..<20, ill: 8))
        try await region.publish()
        try await region.publishPolicy { $0.replacing("statistics: [germline, tumour]", with: "statistics: [tumour]") }
        let other = try TestRegion.persona("statistiker")
        #expect(try await region.ask(other, .statistics, Self.ill).answer.state == .suppressed)
        let planned = try await region.ask(try TestRegion.persona("forskare-uppsala"), .feasibility, Self.ill) {
            $0.plannedStudy = "A study"
        }
        #expect(planned.answer.count == 8)
    }

    @Test("Another patient's care is refused today, with the law's words, and answered where the proposal is law")
    func anotherPatient() async throws {
        let region = try await region(ill: 3)
        let asker = try TestRegion.persona("genetiker-skane")
        let today = try await region.ask(asker, .anotherPatientsCare, Self.ill).answer
        #expect(today.state == .refused)
        #expect(today.reason?.sv.contains("patientdatalagen") == true)
    }
}
