internal import Foundation
internal import GRDB
internal import Synchronization

extension IdentityDatabase {
    /// Seals everything under another key, in one transaction: after a crash the register opens under the old key or under the new
    /// one, never partly. Each piece is opened under the new key before that is committed. Pseudonyms stay as they are.
    /// Returns how many pieces were sealed. Cost: every row is written anew.
    @discardableResult
    package func rotate(to key: RegionKey) throws -> Int {
        let new = IdentityDatabase.seal(key)
        let count = try RecordsError.mapping(path) {
            try pool.write { db in
                let old = try currentSeal(db)
                let rows = try SealedRow.all(db)
                for row in rows {
                    guard let opened = old.open(row.sealed, context: row.context) else {
                        throw SealingError(.damaged, place: path)
                    }
                    try db.execute(
                        sql: "UPDATE \(row.table) SET sealed = ? WHERE \(row.key.column) = ?",
                        arguments: [try new.close(opened, context: row.context), row.key.value])
                }
                guard try SealedRow.all(db).allSatisfy({ new.open($0.sealed, context: $0.context) != nil }) else {
                    throw SealingError(.damaged, place: path)
                }
                return rows.count
            }
        }
        keys.withLock { $0 = Keys(seal: new, pseudonyms: $0.pseudonyms, ledger: $0.ledger) }
        // What was sealed under the old key is not to lie about in the log.
        try compact()
        return count
    }
}
