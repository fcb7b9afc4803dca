import AccessModel
import ClinicalModel
import Foundation
import GRDB
import Records
import StructuredText
import Testing

/// Further ways to change a ledger, for somebody who has the file and knows SQLite.
@Suite("Tampering with the ledger")
struct TamperingTests {
    @Test(
        "The event that is named is the one concerned",
        arguments: [
            // A row overwritten with a copy of another, later or earlier, its hash included.
            ("UPDATE event SET (payload, hash) = (SELECT payload, hash FROM event WHERE seq = 3) WHERE seq = 7", "edited", 7),
            ("UPDATE event SET (payload, hash) = (SELECT payload, hash FROM event WHERE seq = 7) WHERE seq = 3", "edited", 3),
            // A swap of everything that the rows hold.
            (
                """
                CREATE TEMP TABLE two AS SELECT seq, payload, hash FROM event WHERE seq IN (4, 9);
                UPDATE event SET (payload, hash) = (SELECT payload, hash FROM two WHERE two.seq = 13 - event.seq)
                WHERE seq IN (4, 9)
                """, "reordered", 4
            ),
            // Removed in the middle, and the rest moved up.
            (
                "DELETE FROM eventPatient; DELETE FROM event WHERE seq = 5; UPDATE event SET seq = seq - 1 WHERE seq > 5",
                "edited",
                5
            ),
            ("DELETE FROM event WHERE seq BETWEEN 3 AND 6", "removed", 3),
            ("DELETE FROM event WHERE seq = 10", "tail", 10),
            ("DELETE FROM event", "tail", 1), ("DELETE FROM event WHERE seq > 3", "tail", 4),
            ("UPDATE event SET payload = payload || ' ' WHERE seq = 1", "edited", 1),
            ("UPDATE event SET payload = replace(payload, '\"returned\":8', '\"returned\":9') WHERE seq = 8", "edited", 8),
            ("UPDATE event SET hash = zeroblob(32) WHERE seq = 4", "edited", 4),
            ("UPDATE head SET hash = zeroblob(32)", "tail", 10),
            ("UPDATE head SET mac = zeroblob(32)", "tail", 10),
            ("UPDATE head SET seq = 11", "tail", 10),
            ("DELETE FROM head", "tail", 10),
            ("UPDATE eventPatient SET seq = 5 WHERE patient LIKE '%1'", "patients", 4),
            ("UPDATE eventPatient SET patient = 'ffffffffffffffffffffffffffffffff' WHERE patient LIKE '%2'", "patients", 4),
            ("DELETE FROM eventPatient", "patients", 4),
            ("DROP INDEX eventReference", "schema", 0),
            ("CREATE TABLE more (a)", "schema", 0),
            (
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(sql, '''$.actor''', '''$.role''') WHERE name = 'event';
                PRAGMA writable_schema = OFF
                """, "schema", 0
            ),
            ("CREATE TRIGGER more AFTER INSERT ON event BEGIN DELETE FROM eventPatient; END", "schema", 0),
        ])
    func places(sql: String, kind: String, seq: Int) async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        try LedgerTests.tamper(ledger.path, sql)
        let fault = try #require(try LedgerTests.open(directory).verify().fault)
        #expect(fault.kind.rawValue == kind && fault.seq == seq, "\(fault.kind.rawValue) \(fault.text.en)")
    }

    @Test("A trigger that does something else under the same name is found")
    func weakTrigger() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        try await DatabaseQueue(path: ledger.path).write {
            try $0.execute(sql: "DROP TRIGGER eventKept; CREATE TRIGGER eventKept BEFORE DELETE ON event BEGIN SELECT 1; END")
        }
        #expect(try ledger.verify().fault == .init(kind: .schema, seq: 0))
    }

    @Test("Events that somebody added without the region's key are found, and nothing is written after them")
    func addedWithoutKey() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        var chain = Chain(seq: 0, hash: Chain.start)
        for event in try ledger.events() { chain.append(Data(event.event.json.canonicalText.utf8)) }
        let payload = LedgerTests.event(11).json.canonicalText
        chain.append(Data(payload.utf8))
        let hash = ContentDigest.hexadecimal(chain.hash)
        try LedgerTests.tamper(
            ledger.path,
            "INSERT INTO event (seq, payload, hash) VALUES (11, '\(payload)', x'\(hash)'); UPDATE head SET seq = 11, hash = x'\(hash)'"
        )
        #expect(try ledger.verify().fault?.kind == .tail)
        await #expect(throws: LedgerError(.headChanged, place: ledger.path)) { try await ledger.append(LedgerTests.event(12)) }
    }

    @Test("Every single byte of a text that is changed is found, at its event", arguments: 1...20)
    func anyByte(seed: UInt64) async throws {
        var generator = SplitMix(state: seed)
        let directory = try TemporaryDirectory()
        let ledger = try await LedgerTests.filled(directory)
        let seq = Int.random(in: 1...10, using: &generator)
        let payload = try #require(try ledger.events().first { $0.seq == seq }).event.json.canonicalText
        // Only texts inside quotation marks: what is no JSON any more the file itself refuses.
        let letters = payload.indices.filter { payload[$0].isLetter && payload[$0].isASCII }
        let place = try #require(letters.randomElement(using: &generator))
        let changed = payload.replacingCharacters(in: place...place, with: payload[place] == "q" ? "r" : "q")
        guard (try? JSONSerialization.jsonObject(with: Data(changed.utf8))) != nil else { return }
        do {
            try LedgerTests.tamper(
                ledger.path,
                "UPDATE event SET payload = '\(changed.replacingOccurrences(of: "'", with: "''"))' WHERE seq = \(seq)")
        } catch is DatabaseError {
            // The generated columns demand a time, an act and an actor.
            return
        }
        #expect(try ledger.verify().fault == .init(kind: .edited, seq: seq))
    }
}
