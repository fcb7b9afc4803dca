internal import AccessModel
package import ClinicalModel
internal import Foundation
internal import GRDB
internal import StructuredText

extension Ledger {
    /// Years for which every event is kept (HSLF-FS 2016:40, 4 kap. 9 §).
    package static let yearsKept = 5

    /// Removes the oldest events, up to the first that is not before `date`, and records that in the chain in the same transaction.
    ///
    /// The event says which were removed, how many, and the last one's hash, from which verification goes on. Throws where `date` is
    /// less than five years before `time`. `actor` and `role` are those who ordered it. Returns how many were removed.
    @discardableResult
    package func removeBefore(
        _ date: CivilDate, decision: String, actor: String, role: String, time: Timestamp
    ) throws -> Int {
        guard let secret else { throw LedgerError(.readOnly, place: path) }
        let kept = time.date.adding(years: -Ledger.yearsKept)
        guard date <= kept else { throw LedgerError(.tooYoung(kept.description), place: path) }
        return try RecordsError.mapping(path) {
            try pool.write { db in
                guard let first = try Int.fetchOne(db, sql: "SELECT min(seq) FROM event") else {
                    throw LedgerError(.nothingToRemove, place: path)
                }
                let next = try Int.fetchOne(
                    db, sql: "SELECT min(seq) FROM event WHERE time >= ?", arguments: [Timestamp(startOf: date).description])
                let last = try next.map { $0 - 1 } ?? Int.fetchOne(db, sql: "SELECT max(seq) FROM event") ?? 0
                guard last >= first else { throw LedgerError(.nothingToRemove, place: path) }
                let hash = try Data.fetchOne(db, sql: "SELECT hash FROM event WHERE seq = ?", arguments: [last])
                let event = AuditEvent(
                    time: time, act: .retention, actor: actor, role: role, process: "ledger", returned: last - first + 1,
                    reference: decision,
                    detail: [
                        "removedFrom": String(first), "removedTo": String(last), "removedBefore": date.description,
                        "lastHash": ContentDigest.hexadecimal(try Row.known(hash)),
                    ])
                var writer = try LedgerWriter(db: db, secret: secret, place: path)
                _ = try writer.append(event.json.canonicalText, patients: [])
                try writer.moveHead()
                try db.execute(sql: "INSERT INTO removal VALUES (1, ?)", arguments: [last])
                try db.execute(sql: "DELETE FROM eventPatient WHERE seq <= ?", arguments: [last])
                try db.execute(sql: "DELETE FROM event WHERE seq <= ?", arguments: [last])
                try db.execute(sql: "DELETE FROM removal")
                return last - first + 1
            }
        }
    }
}
