import AccessModel
import ClinicalModel
import GRDB
import Records
import Testing

@Suite("Cases and obstacles in the records")
struct CaseTests {
    private static func filled() throws -> (RecordsDatabase, Int) {
        let records = try Example.database()
        try Example.submit(1, to: records)
        let number = try records.openCase(
            of: Example.pseudonym(1), event: 7, accessed: Example.time, careUnit: "clinic", purpose: .research, words: "hej",
            opened: Example.time, due: Example.date("2027-01-01"))
        return (records, number)
    }

    @Test("What was asked stays, steps go forward only, and nothing is taken away")
    func triggers() throws {
        let (records, number) = try Self.filled()
        for sql in [
            "UPDATE accessCase SET words = 'other'", "UPDATE accessCase SET event = 8", "DELETE FROM accessCase",
            "UPDATE accessCase SET state = 'answered', finding = 'justified', answer = 'a', signer = 's', answeredAt = 1",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") { try records.database.write { try $0.execute(sql: sql) } }
        }
        #expect(throws: RecordsError.self) {
            try records.answerCase(number, .init(finding: .justified, text: "a", signer: "s", time: Example.time))
        }
        try records.takeCase(number, reviewer: "rune", time: Example.time)
        #expect(throws: RecordsError(.unknownCase, place: "\(number)")) {
            try records.takeCase(number, reviewer: "other", time: Example.time)
        }
        try records.answerCase(number, .init(finding: .justified, text: "svar", signer: "rune", time: Example.time))
        #expect(throws: DatabaseError.self) {
            try records.database.write { try $0.execute(sql: "UPDATE accessCase SET answer = 'other'") }
        }
        let asked = try #require(try records.accessCase(number))
        #expect(
            asked.state == .answered && asked.answer?.text == "svar" && asked.reviewer == "rune" && asked.purpose == .research)
    }

    @Test("The same access is questioned once by a person")
    func once() throws {
        let (records, _) = try Self.filled()
        #expect(throws: RecordsError.self) {
            _ = try records.openCase(
                of: Example.pseudonym(1), event: 7, accessed: Example.time, careUnit: nil, purpose: nil, words: "",
                opened: Example.time, due: Example.date("2027-01-01"))
        }
        #expect(throws: RecordsError.self) {
            _ = try records.openCase(
                of: Example.pseudonym(99), event: 8, accessed: Example.time, careUnit: nil, purpose: nil, words: "",
                opened: Example.time, due: Example.date("2027-01-01"))
        }
    }

    @Test("A report keeps its words, and a closed one stays closed")
    func obstacles() throws {
        let records = try Example.database()
        let reporter = Actor(
            identity: "anna", name: "A", role: .physician, region: try Example.region("24"), provider: nil,
            careUnit: try Example.unit("clinic"), purposes: [])
        let report = LegalObstacle.Report(
            purpose: .anotherPatientsCare, reason: .prerequisite(.careRelation), legalPoint: "PDL 4 kap. 1 §",
            refusing: try Example.region("12"), words: "text")
        let number = try records.addObstacle(report, reporter: reporter, time: Example.time)
        #expect(try records.legalObstacle(number)?.report == report)
        #expect(throws: DatabaseError.self) {
            try records.database.write {
                try $0.execute(sql: "UPDATE legalObstacle SET words = 'x', state = 'closed', handler = 'h', handledAt = 9e15")
            }
        }
        try records.moveObstacle(number, to: .closed, note: nil, handler: "bo", time: Example.time)
        #expect(throws: RecordsError.self) {
            try records.moveObstacle(number, to: .forwarded, note: nil, handler: "bo", time: Example.time)
        }
        #expect(throws: DatabaseError.self) { try records.database.write { try $0.execute(sql: "DELETE FROM legalObstacle") } }
    }
}
