internal import Crypto
internal import Foundation
package import GRDB
internal import Synchronization

/// `identity.sqlite`: who the pseudonyms are, sealed under the region's key. The only place where identity numbers are kept.
///
/// Pseudonyms and the ledger are keyed by secrets that are drawn once and kept here sealed: a new region key changes neither.
package final class IdentityDatabase: Sendable {
    struct Keys: Sendable {
        let seal: Seal
        let pseudonyms: [UInt8]
        let ledger: [UInt8]
    }

    package let pool: DatabasePool
    package let path: String
    let keys: Mutex<Keys>

    private init(path: String, pool: DatabasePool, keys: Keys) {
        self.path = path
        self.pool = pool
        self.keys = Mutex(keys)
    }

    /// Makes a new register with new secrets. Throws where there is one.
    package static func create(path: String, key: RegionKey) throws -> IdentityDatabase {
        let pool = try Connection.open(path, mayCreate: true, readers: 2)
        let keys = try RecordsError.mapping(path) {
            try IdentitySchema.migrator.migrate(pool)
            return try pool.write { db in
                guard try Int.fetchOne(db, sql: "SELECT count(*) FROM wrappedSecret") == 0 else {
                    throw SealingError(.exists, place: path)
                }
                let keys = Keys(seal: seal(key), pseudonyms: RegionKey.randomBytes(), ledger: RegionKey.randomBytes())
                for (name, secret) in [("pseudonym", keys.pseudonyms), ("ledger", keys.ledger)] {
                    try db.execute(
                        sql: "INSERT INTO wrappedSecret VALUES (?, ?)",
                        arguments: [name, try keys.seal.close(secret, context: context(secret: name))])
                }
                return keys
            }
        }
        return IdentityDatabase(path: path, pool: pool, keys: keys)
    }

    /// Opens a register. Throws `SealingError` where it is missing or was sealed under another key.
    package static func open(path: String, key: RegionKey) throws -> IdentityDatabase {
        guard FileManager.default.fileExists(atPath: path) else { throw SealingError(.missing, place: path) }
        let pool = try Connection.open(path, mayCreate: false, readers: 2)
        try Connection.migrate(pool, by: IdentitySchema.migrator, place: path)
        let keys = try RecordsError.mapping(path) { try pool.read { try openedKeys(in: $0, sealedUnder: key, place: path) } }
        return IdentityDatabase(path: path, pool: pool, keys: keys)
    }

    package func close() throws { try RecordsError.mapping(path) { try pool.close() } }

    /// The secret of this region's ledger.
    package var ledgerSecret: LedgerSecret { LedgerSecret(bytes: keys.withLock { $0.ledger }) }

    /// 64 hexadecimal digits that only somebody with the region's key can compute from `bytes`: for telling whether two contents are the
    /// same where a plain digest could be guessed. Unrelated to the pseudonyms.
    package func keyedDigest(of bytes: [UInt8]) -> String {
        let secret = keys.withLock { SymmetricKey(data: $0.pseudonyms) }
        let key = HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: Data("samsyn 1 content".utf8), outputByteCount: 32)
        return ContentDigest.hexadecimal(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }

    /// A whole, compact copy in a new file, sealed as the original is. The copy is not yet synced to disk.
    package func copy(to path: String) throws { try Connection.copy(pool, to: path) }

    /// Rewrites the file so that nothing deleted is left in it.
    package func compact() throws { try Connection.compact(pool, place: path) }

    /// What is wrong with the file by SQLite's own checks, and how many rows do not open; empty where nothing is.
    package func faults() throws -> [String] {
        let seal = keys.withLock { $0.seal }
        let unopened = try RecordsError.mapping(path) {
            try pool.read { db in
                try SealedRow.all(db).filter { seal.open($0.sealed, context: $0.context) == nil }.count
            }
        }
        return try Connection.faults(pool, place: path) + (unopened == 0 ? [] : ["\(unopened) sealed rows do not open"])
    }

    static func seal(_ key: RegionKey) -> Seal { Seal(key: key.derived(for: "identity register")) }

    static func openedKeys(in db: Database, sealedUnder key: RegionKey, place: String) throws -> Keys {
        let seal = seal(key)
        func secret(_ name: String) throws -> [UInt8] {
            guard let sealed = try Data.fetchOne(db, sql: "SELECT sealed FROM wrappedSecret WHERE name = ?", arguments: [name])
            else { throw SealingError(.missing, place: place) }
            guard let secret = seal.open(sealed, context: context(secret: name)) else {
                throw SealingError(.wrongKey, place: place)
            }
            return secret
        }
        return Keys(seal: seal, pseudonyms: try secret("pseudonym"), ledger: try secret("ledger"))
    }

    // What each sealed piece is bound to.
    static func context(secret: String) -> String { "secret|\(secret)" }
    static func context(pseudonym: String, kind: String) -> String { "identity|\(pseudonym)|\(kind)" }
    static func context(manifest: String) -> String { "manifest|\(manifest)" }
}
