package import ClinicalModel
internal import Crypto
internal import Foundation
internal import GRDB
internal import Synchronization

/// An identity number that was opened again, for the one act that needs it. Its description tells only what kind it is.
package struct OpenedIdentity: Hashable, Sendable, CustomStringConvertible {
    package let kind: IdentityNumber.Kind
    /// Twelve digits for the national numbers; as the region writes it for a reserve number.
    package let digits: String

    package var description: String { kind.rawValue }
}

extension IdentityDatabase {
    /// The pseudonym of a number, without recording anything. The kind is not part of it: a number is one person.
    package func pseudonym(of number: IdentityNumber) throws -> Pseudonym {
        let secret = keys.withLock { SymmetricKey(data: $0.pseudonyms) }
        let code = HMAC<SHA256>.authenticationCode(for: Data(number.digits.utf8), using: secret)
        guard let pseudonym = Pseudonym(ContentDigest.hexadecimal(code.prefix(16))) else {
            throw SealingError(.damaged, place: path)
        }
        return pseudonym
    }

    /// The pseudonym of a number, which is recorded so that it can be opened again; durable when this returns. Doing it
    /// again gives the same.
    package func resolve(_ number: IdentityNumber) throws -> Pseudonym {
        _ = try resolve([number])
        return try pseudonym(of: number)
    }

    /// Several at once, in one transaction and in the order given.
    package func resolve(_ numbers: [IdentityNumber]) throws -> [Pseudonym] {
        let pseudonyms = try numbers.map { try pseudonym(of: $0) }
        try RecordsError.mapping(path) {
            let known = try pool.read { db in try pseudonyms.map { try IdentityDatabase.isKnown($0, in: db) } }
            guard known.contains(false) else { return }
            try pool.write { db in
                // Read inside the transaction: another process may have rotated the key since this one opened.
                let seal = try currentSeal(db)
                for (number, pseudonym) in zip(numbers, pseudonyms) where try !IdentityDatabase.isKnown(pseudonym, in: db) {
                    let context = IdentityDatabase.context(pseudonym: pseudonym.text, kind: number.kind.rawValue)
                    try db.execute(
                        sql: "INSERT INTO identity VALUES (?, ?, ?)",
                        arguments: [
                            pseudonym.text, number.kind.rawValue, try seal.close(Array(number.digits.utf8), context: context),
                        ])
                }
            }
        }
        return pseudonyms
    }

    /// The number behind a pseudonym, nil where the register does not know it.
    package func number(of pseudonym: Pseudonym) throws -> OpenedIdentity? {
        try RecordsError.mapping(path) {
            try pool.read { db in
                let row = try Row.fetchOne(
                    db, sql: "SELECT kind, sealed FROM identity WHERE pseudonym = ?", arguments: [pseudonym.text])
                guard let row else { return nil }
                let kind: IdentityNumber.Kind = try row.named(0)
                let context = IdentityDatabase.context(pseudonym: pseudonym.text, kind: kind.rawValue)
                guard let bytes = try currentSeal(db).open(try row.decode(Data.self, atIndex: 1), context: context),
                    let digits = String(validating: bytes, as: UTF8.self)
                else { throw SealingError(.damaged, place: path) }
                return OpenedIdentity(kind: kind, digits: digits)
            }
        }
    }

    /// Forgets who a pseudonym is. Its sealed bytes are overwritten, and leave the write-ahead log with `compact`. Forgetting
    /// somebody unknown changes nothing.
    package func forget(_ pseudonym: Pseudonym) throws {
        try RecordsError.mapping(path) {
            try pool.write { try $0.execute(sql: "DELETE FROM identity WHERE pseudonym = ?", arguments: [pseudonym.text]) }
        }
    }

    private static func isKnown(_ pseudonym: Pseudonym, in db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT 1 FROM identity WHERE pseudonym = ?", arguments: [pseudonym.text]) != nil
    }

    /// The seal of this process, where it is still the register's.
    func currentSeal(_ db: Database) throws -> Seal {
        let seal = keys.withLock { $0.seal }
        let sealed = try Data.fetchOne(db, sql: "SELECT sealed FROM wrappedSecret WHERE name = 'ledger'")
        guard let sealed, seal.open(sealed, context: IdentityDatabase.context(secret: "ledger")) != nil else {
            throw SealingError(.wrongKey, place: path)
        }
        return seal
    }
}
