import AccessModel
import ClinicalModel
import Foundation
import GRDB
import Records
import StructuredText
import Testing

@Suite struct LedgerTests {
    static let secret = LedgerSecret(bytes: Array(1...32))

    static func event(
        _ number: Int, act: AuditEvent.Act = .question, actor: String = "anna", time: Timestamp? = nil,
        patients: [Pseudonym] = [], reference: String? = nil, lacksCareRelation: Bool = false
    ) -> AuditEvent {
        AuditEvent(
            time: time ?? Timestamp(milliseconds: Example.time.milliseconds + number), act: act, actor: actor, role: "physician",
            careUnit: "clinic", process: "cohort count", purpose: .ownPatientCare, patients: patients, returned: number,
            reference: reference, lacksCareRelation: lacksCareRelation, detail: ["note": "\"patients\":[\"x\"]"])
    }

    static func open(_ directory: TemporaryDirectory) throws -> Ledger {
        try Ledger.open(path: directory.path("audit.sqlite"), secret: secret, mayCreate: true)
    }

    /// Ten events, the fourth of which concerns two people.
    static func filled(_ directory: TemporaryDirectory) async throws -> Ledger {
        let ledger = try open(directory)
        let patients = [try Example.pseudonym(1), try Example.pseudonym(2)]
        try await ledger.append((1...10).map { event($0, patients: $0 == 4 ? patients : []) })
        return ledger
    }

    /// What somebody does who has the file and knows SQLite: takes the triggers away and puts them back.
    static func tamper(_ path: String, _ sql: String, puttingBack: Bool = true) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).write { db in
            let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try db.execute(sql: sql)
            for trigger in triggers where puttingBack { try db.execute(sql: trigger["sql"] as String) }
        }
    }

    @Test("Events are numbered, read back and verified")
    func whole() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        #expect(try ledger.events().map(\.seq) == Array(1...10))
        #expect(try ledger.events()[3].event == LedgerTests.event(4, patients: [Example.pseudonym(1), Example.pseudonym(2)]))
        let anchor = try ledger.anchor(time: Example.time)
        try await ledger.append(LedgerTests.event(11))
        let verification = try ledger.verify(anchors: [anchor])
        #expect(verification == LedgerVerification(events: 11, first: 1, last: 11, isHeadChecked: true, fault: nil))
        #expect(try ledger.check(anchor) == true)
        #expect(LedgerAnchor(anchor.json) == anchor)
        let reader = try Ledger.open(path: ledger.path, secret: nil)
        #expect(try reader.verify().isWhole)
        #expect(try !reader.verify().isHeadChecked)
        await #expect(throws: LedgerError(.readOnly, place: ledger.path)) { try await reader.append(LedgerTests.event(1)) }
    }

    @Test(
        "Every way to change the chain is found, with its place",
        arguments: [
            ("UPDATE event SET payload = replace(payload, 'anna', 'bert') WHERE seq = 6", "edited", 6),
            ("UPDATE event SET hash = randomblob(32) WHERE seq = 10", "edited", 10),
            ("DELETE FROM event WHERE seq = 5", "removed", 5),
            ("DELETE FROM event WHERE seq > 8", "tail", 9),
            (
                "DELETE FROM event WHERE seq > 8; UPDATE head SET seq = 8, hash = (SELECT hash FROM event WHERE seq = 8)", "tail",
                8
            ),
            ("DELETE FROM event WHERE seq < 3", "pruned-without-record", 3),
            ("UPDATE event SET payload = (SELECT payload FROM event WHERE seq = 3) WHERE seq = 2", "edited", 2),
            (
                """
                UPDATE event SET seq = -seq WHERE 0;
                CREATE TEMP TABLE two AS SELECT seq, payload, hash FROM event WHERE seq IN (2, 3);
                UPDATE event SET payload = (SELECT payload FROM two WHERE two.seq = 5 - event.seq) WHERE seq IN (2, 3)
                """, "reordered", 2
            ),
            ("DELETE FROM eventPatient WHERE patient LIKE '%1'", "patients", 4),
            ("INSERT INTO eventPatient SELECT patient, 7 FROM eventPatient LIMIT 1", "patients", 7),
            ("DROP INDEX eventTime; CREATE INDEX eventTime ON event (actor)", "schema", 0),
        ])
    func tampering(sql: String, kind: String, seq: Int) async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        try LedgerTests.tamper(ledger.path, sql)
        let fault = try #require(try ledger.verify().fault)
        #expect(fault.kind.rawValue == kind && fault.seq == seq, "\(fault.text.en)")
        let isEnd = kind == "tail"
        if isEnd {
            await #expect(throws: LedgerError(.headChanged, place: ledger.path)) { try await ledger.append(LedgerTests.event(1)) }
        }
    }

    @Test("A trigger that was taken away is found")
    func withoutTriggers() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        try LedgerTests.tamper(ledger.path, "SELECT 1", puttingBack: false)
        #expect(try ledger.verify().fault == .init(kind: .schema, seq: 0))
    }

    @Test("A chain that somebody computed anew is found by the head, and without the key by an anchor")
    func computedAnew() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        let anchor = try ledger.anchor(time: Example.time)
        var chain = Chain(seq: 0, hash: Chain.start)
        var sql = "UPDATE event SET payload = replace(payload, 'anna', 'bert');"
        for event in try ledger.events() {
            chain.append(Data(event.event.json.canonicalText.replacingOccurrences(of: "anna", with: "bert").utf8))
            sql += "UPDATE event SET hash = x'\(ContentDigest.hexadecimal(chain.hash))' WHERE seq = \(event.seq);"
        }
        try LedgerTests.tamper(ledger.path, sql + "UPDATE head SET hash = (SELECT hash FROM event WHERE seq = 10)")
        #expect(try ledger.verify().fault?.kind == .tail)
        let reader = try Ledger.open(path: ledger.path, secret: nil)
        #expect(try reader.verify().isWhole)
        #expect(try reader.verify(anchors: [anchor]).fault == .init(kind: .anchor, seq: 10))
        #expect(try reader.check(anchor) == false)
    }

    @Test(
        "Triggers refuse changes in ordinary operation",
        arguments: [
            "UPDATE event SET payload = '{}'", "DELETE FROM event", "DELETE FROM eventPatient", "UPDATE head SET seq = 1",
        ])
    func triggers(sql: String) async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        #expect(throws: DatabaseError.self) { try ledger.pool.write { try $0.execute(sql: sql) } }
    }

    @Test("Two handles that append at once keep one chain")
    func twoHandles() async throws {
        let directory = try TemporaryDirectory()
        let ledgers = [try LedgerTests.open(directory), try LedgerTests.open(directory)]
        let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask { try await ledgers[number % 2].append(LedgerTests.event(number)) }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(numbers == Set(1...200))
        #expect(try ledgers[0].verify() == LedgerVerification(events: 200, first: 1, last: 200, isHeadChecked: true, fault: nil))
    }

    @Test("An event with a reference is written once")
    func once() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        let event = LedgerTests.event(1, act: .submission, reference: "sub-1")
        #expect(try await ledger.appendOnce(event) == 11)
        #expect(try await ledger.appendOnce(event) == 11)
        #expect(try await ledger.append(LedgerTests.event(2)) == 12)
        #expect(try ledger.number(of: .submission, reference: "sub-1") == 11)
        await #expect(throws: LedgerError(.withoutReference, place: ledger.path)) {
            try await ledger.appendOnce(LedgerTests.event(1))
        }
    }

    @Test("Events past their keeping are removed on record, and the rest verifies")
    func retention() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try LedgerTests.open(directory)
        for year in 2018...2025 {
            let time = Timestamp(startOf: try Example.date("\(year)-06-01"))
            try await ledger.append(LedgerTests.event(year, time: time, patients: [Example.pseudonym(year)]))
        }
        let anchor = try ledger.anchor(time: Example.time)
        let now = Timestamp(startOf: try Example.date("2026-11-21"))
        #expect(throws: LedgerError(.tooYoung("2021-11-21"), place: ledger.path)) {
            try ledger.removeBefore(Example.date("2021-11-22"), decision: "D", actor: "a", role: "data-steward", time: now)
        }
        #expect(
            try ledger.removeBefore(Example.date("2021-01-01"), decision: "D", actor: "a", role: "data-steward", time: now) == 3)
        #expect(
            try ledger.verify(anchors: [anchor])
                == LedgerVerification(events: 6, first: 4, last: 9, isHeadChecked: true, fault: nil))
        #expect(try ledger.patientView(Example.pseudonym(2018)).isEmpty)
        #expect(throws: LedgerError(.nothingToRemove, place: ledger.path)) {
            try ledger.removeBefore(Example.date("2021-01-01"), decision: "D", actor: "a", role: "data-steward", time: now)
        }
        try LedgerTests.tamper(ledger.path, "DELETE FROM event WHERE seq = 4; DELETE FROM eventPatient WHERE seq = 4")
        #expect(try ledger.verify().fault == .init(kind: .prunedWithoutRecord, seq: 5))
    }

    @Test("The review shows volume, hours and missing care relations; the patient sees unit, time and purpose")
    func review() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try LedgerTests.open(directory)
        let day = Timestamp(startOf: try Example.date("2026-01-15"))
        func at(_ hour: Int) -> Timestamp { Timestamp(milliseconds: day.milliseconds + hour * 3_600_000) }
        let patient = try Example.pseudonym(5)
        try await ledger.append((0..<40).map { LedgerTests.event($0, actor: "many", time: at(10)) })
        try await ledger.append([
            LedgerTests.event(1, act: .recordRead, actor: "few", time: at(2), patients: [patient], lacksCareRelation: true),
            LedgerTests.event(2, actor: "other", time: at(12)),
        ])
        let review = try ledger.review(at(0)...at(23))
        #expect(review.actorsWithUnusualVolume == ["many"])
        #expect(review.actors.first { $0.name == "few" }?.atUnusualHours == 1)
        #expect(review.actors.first { $0.name == "few" }?.withoutCareRelation == 1)
        #expect(review.patients.map(\.name) == [patient.text])
        #expect(try ledger.patientView(patient).map(\.purpose.sv) == ["Din vård"])
        #expect(try ledger.events(LedgerFilter(actor: "few", lacksCareRelation: true)).count == 1)
        let sample = try ledger.drawSample(5, seed: 7, period: at(0)...at(23))
        #expect(sample.count == 5)
        #expect(try sample == ledger.drawSample(5, seed: 7, period: at(0)...at(23)))
        #expect(try sample != ledger.drawSample(5, seed: 8, period: at(0)...at(23)))
    }

    @Test(
        "Swedish clocks",
        arguments: [
            ("2026-01-01T05:00:00.000Z", 6), ("2026-07-01T05:00:00.000Z", 7), ("2026-03-29T00:59:59.999Z", 1),
            ("2026-03-29T01:00:00.000Z", 3), ("2026-10-25T00:59:59.999Z", 2), ("2026-10-25T01:00:00.000Z", 2),
            ("2026-12-31T23:30:00.000Z", 0),
        ])
    func clock(time: String, hour: Int) throws {
        #expect(SwedishClock.hour(at: try #require(Timestamp(time))) == hour)
    }
}
