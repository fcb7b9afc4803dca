internal import Foundation
internal import GRDB

/// The end of the chain inside one transaction: reads the head, takes events, and moves the head when all are in.
struct LedgerWriter {
    private let db: Database
    private let secret: LedgerSecret
    private var chain: Chain
    private let first: Int

    /// Throws where the head is not what was authenticated: going on would make what somebody changed look right.
    init(db: Database, secret: LedgerSecret, place: String) throws {
        guard let row = try Row.fetchOne(db.cachedStatement("SELECT seq, hash, mac FROM head")) else {
            throw LedgerError(.headChanged, place: place)
        }
        let chain = Chain(seq: try row.integer(0), hash: try row.decode(Data.self, atIndex: 1))
        guard secret.isAuthentic(try row.decode(Data.self, atIndex: 2), for: chain.headContent) else {
            throw LedgerError(.headChanged, place: place)
        }
        let last = try Row.fetchOne(db.cachedStatement("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"))
        guard try (last?.integer(0) ?? 0) == chain.seq, try (last?.decode(Data.self, atIndex: 1) ?? Chain.start) == chain.hash
        else { throw LedgerError(.headChanged, place: place) }
        self.db = db
        self.secret = secret
        self.chain = chain
        first = chain.seq
    }

    func number(of once: Ledger.Once) throws -> Int? {
        try Int.fetchOne(
            db, sql: "SELECT seq FROM event WHERE act = ? AND reference = ? ORDER BY seq LIMIT 1",
            arguments: [once.act, once.reference])
    }

    mutating func append(_ payload: String, patients: [String]) throws -> Int {
        chain.append(Data(payload.utf8))
        try db.cachedStatement("INSERT INTO event (seq, payload, hash) VALUES (?, ?, ?)")
            .execute(arguments: [chain.seq, payload, chain.hash])
        for patient in patients {
            try db.cachedStatement("INSERT INTO eventPatient VALUES (?, ?)").execute(arguments: [patient, chain.seq])
        }
        return chain.seq
    }

    func moveHead() throws {
        guard chain.seq > first else { return }
        try db.cachedStatement("UPDATE head SET seq = ?, hash = ?, mac = ?")
            .execute(arguments: [chain.seq, chain.hash, secret.authenticate(chain.headContent)])
    }
}
