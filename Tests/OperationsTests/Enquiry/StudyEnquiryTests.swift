import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing

@Suite("Study enquiries")
struct StudyEnquiryTests {
    private static let ill = "diagnosis under ICD10:C50"

    private static func draft(_ text: String = ill, title: String = "A study of something rare") throws -> EnquiryDraft {
        EnquiryDraft(
            title: title, sponsor: "A company", question: try Question.parse(text), plannedStudy: "Phase II, 2027",
            contact: "studies@example.org", deadline: try #require(CivilDate("2026-12-31")))
    }

    private static func later(_ minutes: Int) -> Timestamp {
        Timestamp(milliseconds: TestRegion.noon.milliseconds + minutes * 60_000)
    }

    private static func steward(_ code: String) throws -> Actor {
        Actor(
            identity: "steward-\(code)", name: "S", role: .dataSteward, region: RegionCode(code),
            provider: OrganisationCode("SE\(code)-X"), careUnit: nil, purposes: [.laboratoryOperation])
    }

    private static func region(_ code: String, ill: Int, in space: Workspace, hasPolicy: Bool = true) async throws -> TestRegion {
        let region = try await TestRegion.make(code, in: space)
        try await region.submit("A", AskRegionsTests.people(0..<14, ill: ill))
        try await region.publish()
        if hasPolicy { try await region.publishPolicy() }
        return region
    }

    private static func failing(_ code: String) throws -> RegionSource {
        struct Gone: Error {}
        return RegionSource(
            region: try #require(RegionCode(code)), ask: { _ in throw Gone() }, figures: { _, _ in throw Gone() },
            entries: { _, _ in throw Gone() })
    }

    @Test("One registration, one number or interval from each region, answers by hand, and the clock of every step")
    func whole() async throws {
        let space = try Workspace()
        let exact = try await Self.region("24", ill: 8, in: space)
        let few = try await Self.region("12", ill: 2, in: space)
        let closed = try await Self.region("18", ill: 8, in: space, hasPolicy: false)
        let enquiries = try EnquiryDatabase(path: space.path("enquiries.sqlite"))
        let asker = try TestRegion.persona("forskare-uppsala")
        let registered = try RegisterEnquiry(enquiries: enquiries, actor: asker, draft: try Self.draft()).run(now: Self.later(0))
        let id = registered.id
        func show(_ actor: Actor, on day: String = "2026-11-22") throws -> EnquiryTable {
            try ShowEnquiry(enquiries: enquiries, actor: actor, enquiry: id).run(on: try #require(CivilDate(day)))
        }
        func answer(_ actor: Actor, _ decision: EnquiryOpinion.Decision, _ words: String, _ minutes: Int) throws {
            try AnswerEnquiry(
                enquiries: enquiries, actor: actor, enquiry: id,
                draft: OpinionDraft(decision: decision, words: words, site: "The clinic", contact: "clinic@example.org")
            ).run(now: Self.later(minutes))
        }
        #expect(try show(asker).rows.isEmpty)
        #expect(throws: EnquiryError(.notAsked, place: id)) { try answer(Self.steward("24"), .yes, "", 1) }

        let first = AskRegions(sources: [
            try exact.source(), try few.source(), try closed.source(), try Self.failing("14"),
        ])
        try await AskEnquiry(enquiries: enquiries, regions: first, actor: asker, enquiry: id).run { Self.later(5) }
        var table = try show(asker)
        #expect(table.rows.map(\.region.description) == ["12", "14", "18", "24"])
        #expect(table.rows.map(\.figure?.state) == [.suppressed, .unreachable, .refused, .answered])
        #expect(table.rows.map(\.figure?.figure) == [1...4, nil, nil, 8...8])
        #expect(table.total == 9...12)
        #expect(table.rows.allSatisfy { $0.clock.frozen == Self.later(5) && $0.clock.asked == Self.later(5) })
        #expect(table.rows.map { $0.clock.computed != nil } == [true, false, false, true])
        #expect(table.isDivided)

        // Again: who was away is found, who has computed is not asked, whatever has come since.
        try await exact.submit("B", AskRegionsTests.people(40..<46, ill: 6))
        try await exact.publish()
        let found = try await Self.region("14", ill: 7, in: space)
        let again = AskRegions(sources: [
            try exact.source(), try Self.failing("12"), try closed.source(), try found.source(),
        ])
        try await AskEnquiry(enquiries: enquiries, regions: again, actor: asker, enquiry: id).run { Self.later(60) }
        table = try show(asker)
        #expect(table.rows.map(\.figure?.figure) == [1...4, 7...7, nil, 8...8])
        #expect(table.rows[1].clock.asked == Self.later(5) && table.rows[1].clock.computed == Self.later(60))
        #expect(table.frozen == Self.later(5))

        try answer(try Self.steward("24"), .condition, "If the biobank agrees.", 70)
        try answer(try Self.steward("18"), .no, "The board has not decided on a policy.", 71)
        try answer(try Self.steward("24"), .yes, "", 90)
        table = try show(asker, on: "2027-01-01")
        #expect(table.decisions.map(\.decision) == [.yes, .no])
        #expect(table.decisions.map { $0.regions.map(\.description) } == [["24"], ["18"]])
        #expect(table.rows.map { $0.clock.answered } == [nil, nil, Self.later(71), Self.later(90)])
        #expect(table.rows.map(\.isOverdue) == [true, true, false, false])
        let json = table.json(in: .sv)
        let row = try #require(json["regions"]?.array?.last)
        #expect(row["figure"]?["number"]?.integer == 8 && row["figure"]?["interval"] == nil)
        #expect(row["clock"]?["secondsToAnswer"]?.double == 85 * 60 && row["answer"]?["decision"]?.string == "yes")
        #expect(json["regions"]?.array?.first?["figure"]?["interval"]?["highest"]?.integer == 4)
        #expect(json["differences"]?["divided"]?.bool == true)
        #expect(json["regions"]?.array?[2]["figure"]?["reason"]?.string?.isEmpty == false)

        try CloseEnquiry(enquiries: enquiries, actor: asker, enquiry: id).run(now: Self.later(100))
        #expect(try show(asker).rows.allSatisfy { $0.clock.closed == Self.later(100) })
        #expect(throws: EnquiryError(.closed, place: id)) { try answer(Self.steward("14"), .yes, "", 101) }
        await #expect(throws: EnquiryError(.closed, place: id)) {
            try await AskEnquiry(enquiries: enquiries, regions: again, actor: asker, enquiry: id).run { Self.later(102) }
        }
        // In each region what was frozen stands beside its ledger, with the study's name.
        let event = try #require(try few.partition.ledger.events(LedgerFilter(act: .question)).last?.event)
        #expect(event.purpose == .feasibility && event.process == "enquiry ask" && event.patients.isEmpty)
        #expect(try enquiries.faults() == [])
    }

    @Test("The same content is the same enquiry on whatever day, and any other is another")
    func identity() throws {
        let enquiries = try EnquiryDatabase(inMemory: ())
        let asker = try TestRegion.persona("forskare-uppsala")
        func register(_ draft: EnquiryDraft, _ actor: Actor? = nil, _ minutes: Int = 0) throws -> StudyEnquiry {
            try RegisterEnquiry(enquiries: enquiries, actor: actor ?? asker, draft: draft).run(now: Self.later(minutes))
        }
        let first = try register(try Self.draft())
        #expect(first.id.hasPrefix("enq-") && first.digest.hasPrefix(first.id.dropFirst(4)))
        #expect(try register(try Self.draft(), nil, 3 * 24 * 60) == first)
        var others = [try Self.draft("diagnosis under ICD10:C51"), try Self.draft(title: "Another")]
        for change in 0..<4 {
            var draft = try Self.draft()
            switch change {
            case 0: draft.sponsor += "x"
            case 1: draft.plannedStudy += "x"
            case 2: draft.contact += "x"
            default: draft.deadline = try #require(CivilDate("2027-01-01"))
            }
            others.append(draft)
        }
        var identifiers = [first.id]
        for draft in others { identifiers.append(try register(draft).id) }
        identifiers.append(try register(try Self.draft(), try TestRegion.persona("lakare-karolinska")).id)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(try enquiries.enquiries().count == identifiers.count)
    }

    @Test("What cannot be registered says what is wrong, where, and what to do")
    func faults() throws {
        let enquiries = try EnquiryDatabase(inMemory: ())
        let asker = try TestRegion.persona("forskare-uppsala")
        let right: [String: JSONValue] = [
            "title": "A", "sponsor": "B", "criteria": "sex = female", "plannedStudy": "C", "contact": "D",
            "deadline": "2026-12-31",
        ]
        func fault(_ name: String, _ value: JSONValue?) -> EnquiryError? {
            var members = right
            members[name] = value
            do {
                let draft = try EnquiryDraft(
                    json: JSONValue(members: members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
                _ = try RegisterEnquiry(enquiries: enquiries, actor: asker, draft: draft).run(now: TestRegion.noon)
                return nil
            } catch {
                return error as? EnquiryError
            }
        }
        #expect(fault("title", "A") == nil)
        #expect(fault("criteria", ["sex": "female"]) == nil)
        let number = try TestRegion.number(0)
        let cases: [(String, JSONValue?, EnquiryError.Code)] = [
            ("title", nil, .text(.missing)), ("title", "  ", .text(.missing)), ("sponsor", JSONValue(5), .wrongType),
            ("contact", JSONValue(.string(String(repeating: "x", count: 4001))), .text(.tooLong(longest: 4000))),
            ("plannedStudy", JSONValue(.string("as for \(number)")), .text(.identityNumber)),
            ("deadline", "2026-11-20", .passedDeadline),
            ("deadline", "soon", .wrongType), ("deadline", nil, .text(.missing)), ("criteria", nil, .text(.missing)),
            ("criteria", "frequency 1-1000-A-G", .notACount),
        ]
        for (name, value, code) in cases { #expect(fault(name, value) == EnquiryError(code, place: name)) }
        guard case .criteria = fault("criteria", "sex = hen")?.code else {
            Issue.record("criteria that are none were registered")
            return
        }
        #expect(!(fault("plannedStudy", JSONValue(.string(number)))?.description.contains(number) ?? true))
        let stranger = try TestRegion.persona("statistiker")
        #expect(throws: EnquiryError(.purpose, place: "enquiry")) {
            try RegisterEnquiry(enquiries: enquiries, actor: stranger, draft: try Self.draft()).run(now: TestRegion.noon)
        }
    }

    @Test("An enquiry is seen by those whom it concerns, and another region's number by the asker alone")
    func views() async throws {
        let space = try Workspace()
        let regions = [try await Self.region("24", ill: 8, in: space), try await Self.region("12", ill: 9, in: space)]
        let enquiries = try EnquiryDatabase(inMemory: ())
        let asker = try TestRegion.persona("forskare-uppsala")
        let id = try RegisterEnquiry(enquiries: enquiries, actor: asker, draft: try Self.draft()).run(now: Self.later(0)).id
        func show(_ actor: Actor) throws -> EnquiryTable {
            try ShowEnquiry(enquiries: enquiries, actor: actor, enquiry: id).run(on: TestRegion.today)
        }
        func listed(_ actor: Actor) throws -> [String] { try ListEnquiries(enquiries: enquiries, actor: actor).run().map(\.id) }
        let steward = try Self.steward("24")
        #expect(throws: EnquiryError(.unknown, place: id)) { try show(steward) }
        #expect(try listed(steward).isEmpty)
        try await AskEnquiry(
            enquiries: enquiries, regions: AskRegions(sources: try regions.map { try $0.source() }), actor: asker, enquiry: id
        ).run { Self.later(1) }
        #expect(try show(asker).rows.map { $0.figure?.figure } == [9...9, 8...8])
        #expect(try show(steward).rows.map { $0.figure?.figure } == [nil, 8...8])
        #expect(try listed(asker) == [id])
        #expect(try listed(steward) == [id])
        let colleague = Actor(
            identity: "colleague", name: "C", role: .researcher, region: asker.region, provider: asker.provider, careUnit: nil,
            purposes: [.feasibility])
        #expect(try show(colleague).total == 17...17)
        await #expect(throws: EnquiryError(.notRegistrant, place: id)) {
            try await AskEnquiry(enquiries: enquiries, regions: AskRegions(sources: []), actor: colleague, enquiry: id)
                .run { Self.later(2) }
        }
        #expect(throws: EnquiryError(.notRegistrant, place: id)) {
            try CloseEnquiry(enquiries: enquiries, actor: colleague, enquiry: id).run(now: Self.later(2))
        }
        for outsider in [try Self.steward("18"), try TestRegion.persona("lakare-karolinska")] {
            #expect(throws: EnquiryError(.unknown, place: id)) { try show(outsider) }
            #expect(try listed(outsider).isEmpty)
        }
        let physician = try TestRegion.persona("lakare-karolinska")
        #expect(throws: EnquiryError(.notSteward, place: id)) {
            try AnswerEnquiry(
                enquiries: enquiries, actor: physician, enquiry: id, draft: OpinionDraft(decision: .yes, contact: "x")
            ).run(now: Self.later(3))
        }
        let number = try TestRegion.number(3)
        #expect(throws: EnquiryError(.text(.identityNumber), place: "words")) {
            try AnswerEnquiry(
                enquiries: enquiries, actor: steward, enquiry: id,
                draft: OpinionDraft(decision: .no, words: "Only \(number).", contact: "x")
            ).run(now: Self.later(3))
        }
        #expect(throws: EnquiryError(.text(.missing), place: "words")) {
            try AnswerEnquiry(
                enquiries: enquiries, actor: steward, enquiry: id, draft: OpinionDraft(decision: .condition, contact: "x")
            ).run(now: Self.later(3))
        }
    }
}
