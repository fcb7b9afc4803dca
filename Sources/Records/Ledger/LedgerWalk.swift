internal import Foundation
internal import GRDB

/// One pass over the chain, inside one read of the database.
struct LedgerWalk {
    private let db: Database
    private let anchors: [Int: Set<String>]
    private var chain = Chain(seq: 0, hash: Chain.start)
    private var first = 0
    private var events = 0
    private var named = PatientTally()
    private var fault: LedgerVerification.Fault?

    init(db: Database, anchors: [LedgerAnchor]) throws {
        self.db = db
        self.anchors = Dictionary(grouping: anchors, by: \.seq).mapValues { Set($0.map(\.hash)) }
    }

    mutating func run() throws {
        guard try LedgerSchema.isAsMade(db) else { return fault = .init(kind: .schema, seq: 0) }
        first = try Int.fetchOne(db, sql: "SELECT min(seq) FROM event") ?? 0
        if first > 1 {
            guard let hash = try Ledger.removals(db)[first - 1] else {
                return fault = .init(kind: .prunedWithoutRecord, seq: first)
            }
            chain = Chain(seq: first - 1, hash: hash)
        }
        checkAnchor()
        let rows = try Row.fetchCursor(db, sql: "SELECT seq, CAST(payload AS BLOB), hash FROM event ORDER BY seq")
        while fault == nil, let row = try rows.next() {
            try take(row.integer(0), row.decode(Data.self, atIndex: 1), row.decode(Data.self, atIndex: 2))
        }
        if fault == nil, let beyond = anchors.keys.filter({ $0 > chain.seq }).min() {
            fault = .init(kind: .anchor, seq: beyond)
        }
    }

    /// The result, with the head checked where there is a key. The list of patients comes last: where the last events are gone it
    /// differs too, and that is not what happened.
    mutating func verification(secret: LedgerSecret?) throws -> LedgerVerification {
        if fault == nil, let secret { fault = try headFault(secret) }
        if fault == nil { try checkPatients() }
        return LedgerVerification(
            events: events, first: first, last: chain.seq, isHeadChecked: secret != nil, fault: fault)
    }

    private mutating func take(_ seq: Int, _ payload: Data, _ hash: Data) throws {
        guard seq == chain.seq + 1 else { return fault = .init(kind: .removed, seq: chain.seq + 1) }
        let previous = chain.hash
        chain.append(payload)
        guard chain.hash == hash else {
            return fault = .init(kind: try isMoved(payload, hash, after: previous) ? .reordered : .edited, seq: seq)
        }
        events += 1
        for patient in PatientTally.patients(in: payload) { named.add(seq: seq, patient: patient) }
        checkAnchor()
    }

    /// Whether the event that belongs here stands somewhere else: then some later text gives, in this place, a hash that is stored.
    private func isMoved(_ payload: Data, _ hash: Data, after previous: Data) throws -> Bool {
        let hashes = Set([hash] + (try Data.fetchAll(db, sql: "SELECT hash FROM event WHERE seq > ?", arguments: [chain.seq])))
        let others = try Data.fetchCursor(
            db, sql: "SELECT CAST(payload AS BLOB) FROM event WHERE seq > ? ORDER BY seq", arguments: [chain.seq])
        while let other = try others.next() {
            if hashes.contains(Chain.hash(after: previous, seq: chain.seq, payload: other)) { return true }
        }
        return false
    }

    private mutating func checkAnchor() {
        guard let expected = anchors[chain.seq], expected != [ContentDigest.hexadecimal(chain.hash)] else { return }
        fault = .init(kind: .anchor, seq: chain.seq)
    }

    /// The side table that finds events by patient, held against what the events say.
    private mutating func checkPatients() throws {
        var listed = PatientTally()
        let rows = try Row.fetchCursor(db, sql: "SELECT seq, patient FROM eventPatient")
        while let row = try rows.next() { listed.add(seq: try row.integer(0), patient: try row.text(1)) }
        guard listed != named else { return }
        var said: [Int: Set<String>] = [:]
        let texts = try Row.fetchCursor(db, sql: "SELECT seq, CAST(payload AS BLOB) FROM event ORDER BY seq")
        while let row = try texts.next() {
            let patients = PatientTally.patients(in: try row.decode(Data.self, atIndex: 1))
            if !patients.isEmpty { said[try row.integer(0)] = Set(patients) }
        }
        var kept: [Int: Set<String>] = [:]
        let pairs = try Row.fetchCursor(db, sql: "SELECT seq, patient FROM eventPatient")
        while let row = try pairs.next() { kept[try row.integer(0), default: []].insert(try row.text(1)) }
        let place = Set(said.keys).union(kept.keys).filter { said[$0] != kept[$0] }.min()
        fault = .init(kind: .patients, seq: place ?? 0)
    }

    private func headFault(_ secret: LedgerSecret) throws -> LedgerVerification.Fault? {
        guard let row = try Row.fetchOne(db, sql: "SELECT seq, hash, mac FROM head") else {
            return .init(kind: .tail, seq: max(chain.seq, 1))
        }
        let head = Chain(seq: try row.integer(0), hash: try row.decode(Data.self, atIndex: 1))
        guard secret.isAuthentic(try row.decode(Data.self, atIndex: 2), for: head.headContent) else {
            return .init(kind: .tail, seq: max(chain.seq, 1))
        }
        if head.seq == chain.seq, head.hash == chain.hash { return nil }
        return .init(kind: .tail, seq: min(head.seq, chain.seq) + (head.seq == chain.seq ? 0 : 1))
    }
}
