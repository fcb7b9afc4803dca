import ClinicalModel
import GRDB
import Records
import StructuredText
import Testing

@Suite struct EnquiryDatabaseTests {
    private static func enquiry() throws -> StudyEnquiry {
        StudyEnquiry(
            title: "t", sponsor: "s", criteria: "sex = female", plannedStudy: "p", contact: "c",
            deadline: try Example.date("2026-12-31"), registrant: "a", organisation: "o", registered: Example.time)
    }

    private static func figure(
        _ region: String, _ state: EnquiryFigure.State, _ figure: ClosedRange<Int>? = nil, _ place: Int = 0
    ) throws -> EnquiryFigure {
        EnquiryFigure(
            region: try Example.region(region), state: state, figure: figure, reason: LocalizedText(sv: "a", en: "b"),
            time: Timestamp(milliseconds: Example.time.milliseconds + place))
    }

    @Test("What is registered is read back, across a restart, and registering again keeps the first moment")
    func register() throws {
        let directory = try TemporaryDirectory()
        let database = try EnquiryDatabase(path: directory.path("enquiries.sqlite"))
        let enquiry = try Self.enquiry()
        #expect(try database.register(enquiry) == enquiry)
        try database.close()
        let later = try EnquiryDatabase(path: directory.path("enquiries.sqlite"))
        #expect(try later.enquiry(enquiry.id) == enquiry)
        #expect(try later.register(enquiry) == enquiry)
        #expect(try later.steps(of: enquiry.id).map(\.kind) == [.registered])
        #expect(try later.enquiry("enq-0000000000000000") == nil)
        #expect(throws: RecordsError(.unknownEnquiry, place: "none")) {
            try later.record([EnquiryStep(.frozen, time: Example.time, actor: "a")], of: "none")
        }
    }

    @Test("A region computes once; until then the latest state holds")
    func figures() throws {
        let database = try EnquiryDatabase(inMemory: ())
        let id = try database.register(try Self.enquiry()).id
        let first = [try Self.figure("24", .late), try Self.figure("12", .suppressed, 1...4)]
        try database.record(first, of: id, actor: "a")
        let second = [try Self.figure("24", .answered, 8...8, 1), try Self.figure("12", .answered, 9...9, 1)]
        try database.record(second, of: id, actor: "a")
        try database.record([try Self.figure("24", .unreachable, nil, 2)], of: id, actor: "a")
        #expect(try database.figures(of: id) == [first[1], second[0]])
        #expect(try database.steps(of: id).filter { $0.kind == .computed }.count == 2)
    }

    @Test("A question that somebody keeps is theirs alone; the same name is the same question, and there is an end to how many")
    func savedQuestions() throws {
        let database = try EnquiryDatabase(inMemory: ())
        let time = Example.time
        let first = try #require(try database.saveQuestion("sex = female", as: "b", of: "one", limit: 2, time: time))
        _ = try database.saveQuestion("all", as: "a", of: "one", limit: 2, time: time)
        _ = try database.saveQuestion("sex = male", as: "b", of: "two", limit: 2, time: time)
        let changed = try database.saveQuestion("age >= 40", as: "b", of: "one", limit: 2, time: time)
        #expect(changed?.id == first.id && changed?.question == "age >= 40")
        #expect(try database.saveQuestion("all", as: "c", of: "one", limit: 2, time: time) == nil)
        #expect(try database.savedQuestions(of: "one").map(\.name) == ["a", "b"])
        #expect(try database.savedQuestion(first.id, of: "two") == nil)
        #expect(try database.removeSavedQuestion(first.id, of: "two") == false)
        #expect(try database.removeSavedQuestion(first.id, of: "one"))
        #expect(try database.savedQuestions(of: "one").map(\.name) == ["a"])
        #expect(try database.savedQuestions(of: "two").count == 1)
    }

    @Test(
        "No table takes a row that breaks its invariant, and none is changed",
        arguments: [
            "UPDATE enquiry SET title = 'x'", "DELETE FROM enquiry", "UPDATE enquiryFigure SET lowest = 0",
            "DELETE FROM enquiryFigure", "UPDATE enquiryStep SET actor = 'b'", "DELETE FROM enquiryOpinion",
            "INSERT INTO enquiryFigure SELECT NULL, enquiry, region, state, 1, 1, NULL, NULL, 1 FROM enquiryFigure",
            "INSERT INTO enquiryFigure SELECT NULL, enquiry, '12', 'answered', NULL, NULL, NULL, NULL, 1 FROM enquiryFigure",
            "INSERT INTO enquiryFigure SELECT NULL, enquiry, '12', 'refused', 1, 1, NULL, NULL, 1 FROM enquiryFigure",
            "INSERT INTO enquiryFigure SELECT NULL, enquiry, '12', 'suppressed', 4, 1, NULL, NULL, 1 FROM enquiryFigure",
            "INSERT INTO enquiryStep SELECT NULL, enquiry, 'asked', NULL, 'a', 1 FROM enquiryFigure",
            "INSERT INTO enquiryStep SELECT NULL, enquiry, 'frozen', '24', 'a', 1 FROM enquiryFigure",
            "INSERT INTO enquiryStep SELECT NULL, enquiry, 'registered', NULL, 'a', 1 FROM enquiryFigure",
            "INSERT INTO enquiryOpinion SELECT NULL, enquiry, '24', 'no', '', '', 'c', 's', 1 FROM enquiryFigure",
            "INSERT INTO enquiry SELECT 'enq-0000000000000000', digest, title, sponsor, criteria, plannedStudy, contact, deadline, registrant, organisation, 1 FROM enquiry",
        ])
    func invariants(sql: String) throws {
        let database = try EnquiryDatabase(inMemory: ())
        let id = try database.register(try Self.enquiry()).id
        try database.record([try Self.figure("24", .answered, 5...5)], of: id, actor: "a")
        try database.record(
            EnquiryOpinion(
                region: try Example.region("24"), decision: .yes, words: "", site: "", contact: "c", steward: "s",
                time: Example.time), of: id)
        #expect(throws: DatabaseError.self) { try database.database.write { try $0.execute(sql: sql) } }
    }

    @Test("An enquiry whose words are no longer those of its digest is damage")
    func tampering() throws {
        let database = try EnquiryDatabase(inMemory: ())
        let id = try database.register(try Self.enquiry()).id
        try database.database.write { db in
            try db.execute(sql: "DROP TRIGGER enquiryUnchanged; UPDATE enquiry SET criteria = 'all'")
        }
        #expect(throws: RecordsError(.damaged, place: id)) { try database.enquiry(id) }
    }
}
