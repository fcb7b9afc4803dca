internal import Foundation
internal import GRDB

/// The versions of `identity.sqlite`, in order; one that has been released is never edited.
enum IdentitySchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE wrappedSecret (
                        name TEXT PRIMARY KEY NOT NULL CHECK (name IN ('pseudonym', 'ledger')),
                        sealed BLOB NOT NULL CHECK (length(sealed) = 60)
                    ) STRICT;
                    CREATE TABLE identity (
                        pseudonym TEXT PRIMARY KEY NOT NULL CHECK (length(pseudonym) = 32 AND pseudonym NOT GLOB '*[^0-9a-f]*'),
                        kind TEXT NOT NULL CHECK (kind IN ('personnummer', 'samordningsnummer', 'reservnummer')),
                        sealed BLOB NOT NULL CHECK (length(sealed) > 28)
                    ) STRICT;
                    CREATE TABLE sealedManifest (
                        submission TEXT PRIMARY KEY NOT NULL CHECK (submission <> ''),
                        sealed BLOB NOT NULL CHECK (length(sealed) >= 28)
                    ) STRICT;
                    """)
        }
        return migrator
    }
}

/// One sealed piece of the register, with what it is bound to and where it stands.
struct SealedRow {
    let table: String
    /// Column and value of the primary key.
    let key: (column: String, value: String)
    let context: String
    let sealed: Data

    static func all(_ db: Database) throws -> [SealedRow] {
        let secrets = try Row.fetchAll(db, sql: "SELECT name, sealed FROM wrappedSecret").map { row in
            let name = try row.text(0)
            return SealedRow(
                table: "wrappedSecret", key: ("name", name), context: IdentityDatabase.context(secret: name),
                sealed: try row.decode(Data.self, atIndex: 1))
        }
        let identities = try Row.fetchAll(db, sql: "SELECT pseudonym, kind, sealed FROM identity").map { row in
            let pseudonym = try row.text(0)
            return SealedRow(
                table: "identity", key: ("pseudonym", pseudonym),
                context: IdentityDatabase.context(pseudonym: pseudonym, kind: try row.text(1)),
                sealed: try row.decode(Data.self, atIndex: 2))
        }
        let manifests = try Row.fetchAll(db, sql: "SELECT submission, sealed FROM sealedManifest").map { row in
            let submission = try row.text(0)
            return SealedRow(
                table: "sealedManifest", key: ("submission", submission),
                context: IdentityDatabase.context(manifest: submission), sealed: try row.decode(Data.self, atIndex: 1))
        }
        return secrets + identities + manifests
    }
}
