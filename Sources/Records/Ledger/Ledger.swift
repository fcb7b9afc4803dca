package import AccessModel
internal import ClinicalModel
internal import Foundation
package import GRDB
internal import StructuredText
internal import Synchronization

/// `audit.sqlite`: everything that was done with people's data, append-only, each event tied to the one before by its hash.
///
/// Many callers share one sync: what comes while a transaction is being written goes into the next one. Two processes keep one chain, since
/// the head is read inside the transaction that moves it.
package final class Ledger: Sendable {
    struct Waiting: Sendable {
        let events: [(payload: String, patients: [String], onceFor: Once?)]
        let answer: CheckedContinuation<[Int], any Error>
    }

    /// What makes an event the same as one that was written before.
    struct Once: Sendable {
        let act: String
        let reference: String
    }

    struct Queue: Sendable {
        var waiting: [Waiting] = []
        var isDraining = false
    }

    package let pool: DatabasePool
    package let path: String
    let secret: LedgerSecret?
    private let queue = Mutex(Queue())

    private init(path: String, pool: DatabasePool, secret: LedgerSecret?) {
        self.path = path
        self.pool = pool
        self.secret = secret
    }

    /// Opens the ledger at `path`, and makes it where there is none and `mayCreate`. Without the secret it can be read and verified, not
    /// written.
    package static func open(path: String, secret: LedgerSecret?, mayCreate: Bool = false) throws -> Ledger {
        guard mayCreate && secret != nil || FileManager.default.fileExists(atPath: path) else {
            throw LedgerError(.missing, place: path)
        }
        let pool = try Connection.open(path, mayCreate: mayCreate)
        try Connection.migrate(pool, by: LedgerSchema.migrator, place: path)
        if let secret {
            let empty = Chain(seq: 0, hash: Chain.start)
            try RecordsError.mapping(path) {
                try pool.write { db in
                    try db.execute(
                        sql: """
                            INSERT INTO head SELECT 1, 0, ?, ?
                            WHERE NOT EXISTS (SELECT 1 FROM head) AND NOT EXISTS (SELECT 1 FROM event)
                            """, arguments: [empty.hash, secret.authenticate(empty.headContent)])
                }
            }
        }
        return Ledger(path: path, pool: pool, secret: secret)
    }

    package func close() throws { try RecordsError.mapping(path) { try pool.close() } }

    /// A whole, compact copy in a new file. The copy is not yet synced to disk.
    package func copy(to path: String) throws { try Connection.copy(pool, to: path) }

    /// The number of the last event, 0 where there is none.
    package func lastNumber() throws -> Int {
        try RecordsError.mapping(path) {
            try pool.read { try Int.fetchOne($0, sql: "SELECT seq FROM head") ?? 0 }
        }
    }

    /// Writes one event. Returns its number, once it is durable.
    @discardableResult
    package func append(_ event: AuditEvent) async throws -> Int { try await append([event])[0] }

    /// Writes several events, one after another and in one transaction. Returns their numbers, once they are durable.
    @discardableResult
    package func append(_ events: [AuditEvent]) async throws -> [Int] {
        try await enqueue(events.map { ($0.json.canonicalText, Ledger.patients(of: $0), nil) })
    }

    /// Writes an event unless one of the same act and reference is there; returns the number of whichever stands. For
    /// reconciling after a crash.
    @discardableResult
    package func appendOnce(_ event: AuditEvent) async throws -> Int {
        guard let reference = event.reference else { throw LedgerError(.withoutReference, place: path) }
        let once = Once(act: event.act.rawValue, reference: reference)
        return try await enqueue([(event.json.canonicalText, Ledger.patients(of: event), once)])[0]
    }

    private static func patients(of event: AuditEvent) -> [String] { Set(event.patients.map(\.text)).sorted() }

    private func enqueue(_ events: [(payload: String, patients: [String], onceFor: Once?)]) async throws -> [Int] {
        guard let secret else { throw LedgerError(.readOnly, place: path) }
        guard !events.isEmpty else { return [] }
        return try await withCheckedThrowingContinuation { answer in
            let mustDrain = queue.withLock { queue in
                queue.waiting.append(Waiting(events: events, answer: answer))
                defer { queue.isDraining = true }
                return !queue.isDraining
            }
            if mustDrain { pool.asyncWriteWithoutTransaction { db in self.drain(db, secret) } }
        }
    }

    /// Writes what waits until nothing does: each round is one transaction, and one sync.
    private func drain(_ db: Database, _ secret: LedgerSecret) {
        while true {
            let round = queue.withLock { queue in
                defer { queue.waiting = [] }
                if queue.waiting.isEmpty { queue.isDraining = false }
                return queue.waiting
            }
            guard !round.isEmpty else { return }
            do {
                let numbers = try RecordsError.mapping(path) { try write(round.flatMap(\.events), db, secret) }
                var next = 0
                for waiting in round {
                    waiting.answer.resume(returning: Array(numbers[next..<next + waiting.events.count]))
                    next += waiting.events.count
                }
            } catch {
                for waiting in round { waiting.answer.resume(throwing: error) }
            }
        }
    }

    private func write(
        _ events: [(payload: String, patients: [String], onceFor: Once?)], _ db: Database, _ secret: LedgerSecret
    ) throws -> [Int] {
        var numbers: [Int] = []
        try db.inTransaction(.immediate) {
            var writer = try LedgerWriter(db: db, secret: secret, place: path)
            for event in events {
                if let once = event.onceFor, let known = try writer.number(of: once) {
                    numbers.append(known)
                } else {
                    numbers.append(try writer.append(event.payload, patients: event.patients))
                }
            }
            try writer.moveHead()
            return .commit
        }
        return numbers
    }
}
