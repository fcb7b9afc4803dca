import AccessModel
import ClinicalModel
import Operations
import Records
import StructuredText
import Testing

@Suite("A patient's question about an access")
struct AccessCaseTests {
    private struct Setting {
        let region: TestRegion
        let person: Pseudonym
        let other: Pseudonym

        static func make() async throws -> Setting {
            let region = try await TestRegion.make("24", in: try Workspace())
            try await region.submit("A", (0..<2).map { Someone(number: $0) })
            let setting = Setting(region: region, person: try region.pseudonym(0), other: try region.pseudonym(1))
            for person in [setting.person, setting.other] {
                _ = try await ShowPerson(
                    partition: region.partition, law: try AccessFiles.law(),
                    actor: try TestRegion.persona("bioinformatiker-umea"),
                    purpose: .laboratoryOperation, person: person
                ).run()
            }
            return setting
        }

        func patient(_ person: Pseudonym) throws -> Actor {
            try TestRegion.persona("patient-umea").known(as: [region.code: person])
        }

        func event(about person: Pseudonym) throws -> Int {
            try #require(try region.partition.ledger.events(LedgerFilter(patient: person, act: .recordRead)).last?.seq)
        }

        func open(_ event: Int, by person: Pseudonym, words: String = "Varför?") async throws -> Int {
            try await OpenAccessCase(partition: region.partition, actor: try patient(person), purpose: .ownAccess)
                .run(event: event, words: words)
        }

        func reviewer(_ name: String = "logggranskare-vasterbotten") throws -> AnswerAccessCase {
            AnswerAccessCase(
                partition: region.partition, actor: try TestRegion.persona(name), purpose: .laboratoryOperation)
        }
    }

    @Test("It is opened, looked into and answered, and each step is in the ledger and in the patient's list")
    func whole() async throws {
        let setting = try await Setting.make()
        let event = try setting.event(about: setting.person)
        let number = try await setting.open(event, by: setting.person, words: "  Vem var det? ")
        let records = setting.region.partition.records
        var asked = try #require(try records.accessCase(number))
        #expect(asked.words == "Vem var det?" && asked.state == .opened && asked.event == event)
        #expect(asked.due == TestRegion.today.adding(days: 30) && asked.careUnit == "SE24-NUS-KLINGEN")
        let reviewer = try setting.reviewer()
        #expect(try await reviewer.list().map(\.number) == [number])
        #expect(try await reviewer.show(number).event?.seq == event)
        await #expect(throws: AccessCaseRefusal(.notTaken)) { try await reviewer.answer(number, .justified, text: "Svar") }
        try await reviewer.take(number)
        await #expect(throws: AccessCaseRefusal(.taken)) { try await reviewer.take(number) }
        try await reviewer.answer(number, .unjustified, text: " Det fanns inget skäl. ")
        await #expect(throws: AccessCaseRefusal(.answered)) { try await reviewer.answer(number, .justified, text: "Nej") }
        asked = try #require(try records.accessCases(of: setting.person).first)
        #expect(
            asked.state == .answered && asked.answer?.text == "Det fanns inget skäl." && asked.answer?.finding == .unjustified)
        let processes = try setting.region.partition.ledger.events(LedgerFilter(act: .accessCase)).map(\.event.process)
        #expect(processes == ["open", "list", "show", "take", "answer"].map { "access case \($0)" })
        let list = try setting.region.partition.ledger.patientView(setting.person).map(\.purpose.sv)
        #expect(list.suffix(4) == ["Du frågade om en åtkomst"] + Array(repeating: "Regionen granskade din fråga", count: 3))
    }

    @Test("Nobody questions what is about somebody else, what they did themselves, or the same thing twice")
    func refusals() async throws {
        let setting = try await Setting.make()
        let event = try setting.event(about: setting.person)
        await #expect(throws: AccessCaseRefusal(.notOwnAccess)) { try await setting.open(event, by: setting.other) }
        await #expect(throws: AccessCaseRefusal(.notOwnAccess)) { try await setting.open(9_999, by: setting.person) }
        let number = try await setting.open(event, by: setting.person)
        await #expect(throws: AccessCaseRefusal(.alreadyAsked)) { try await setting.open(event, by: setting.person) }
        let own = try #require(
            try setting.region.partition.ledger.events(LedgerFilter(patient: setting.person, act: .accessCase)).last?.seq)
        await #expect(throws: AccessCaseRefusal(.ownDoing)) { try await setting.open(own, by: setting.person) }
        #expect(number == 1)
    }

    @Test(
        "Only the region's own log reviewer closes it",
        arguments: ["forvaltare-vasterbotten-1", "genetiker-skane", "patient-umea"])
    func roles(_ name: String) async throws {
        let setting = try await Setting.make()
        let number = try await setting.open(try setting.event(about: setting.person), by: setting.person)
        let acting = try setting.reviewer(name)
        await #expect(throws: AdministrativeRefusal.self) { _ = try await acting.list() }
        await #expect(throws: AdministrativeRefusal.self) { try await acting.take(number) }
        // A reviewer of another region is nobody here.
        let foreign = Actor(
            identity: "f", name: "F", role: .logReviewer, region: RegionCode("12"), provider: nil, careUnit: nil,
            purposes: [.laboratoryOperation])
        await #expect(throws: AdministrativeRefusal.self) {
            try await AnswerAccessCase(partition: setting.region.partition, actor: foreign, purpose: .laboratoryOperation)
                .take(number)
        }
        #expect(try setting.region.partition.records.accessCase(number)?.state == .opened)
    }

    @Test("Destroying somebody's data takes their questions too")
    func destroyed() async throws {
        let setting = try await Setting.make()
        _ = try await setting.open(try setting.event(about: setting.person), by: setting.person)
        _ = try setting.region.partition.records.destroy(setting.person, decision: "IVO 1", time: TestRegion.noon)
        #expect(try setting.region.partition.records.accessCases().isEmpty)
    }
}
