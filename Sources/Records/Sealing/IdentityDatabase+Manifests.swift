internal import Foundation
internal import GRDB

extension IdentityDatabase {
    /// Keeps the original of a manifest, identity numbers included, while its submission is not yet accepted.
    package func sealManifest(_ bytes: [UInt8], of submission: String) throws {
        try RecordsError.mapping(path) {
            try pool.write { db in
                try db.execute(
                    sql: "INSERT INTO sealedManifest VALUES (?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed",
                    arguments: [
                        submission,
                        try currentSeal(db).close(bytes, context: IdentityDatabase.context(manifest: submission)),
                    ])
            }
        }
    }

    /// The original of a manifest, nil where none is kept.
    package func openManifest(of submission: String) throws -> [UInt8]? {
        try RecordsError.mapping(path) {
            try pool.read { db in
                let sealed = try Data.fetchOne(
                    db, sql: "SELECT sealed FROM sealedManifest WHERE submission = ?", arguments: [submission])
                guard let sealed else { return nil }
                guard let bytes = try currentSeal(db).open(sealed, context: IdentityDatabase.context(manifest: submission)) else {
                    throw SealingError(.damaged, place: path)
                }
                return bytes
            }
        }
    }

    /// Removes the original; where none is kept nothing changes.
    package func removeManifest(of submission: String) throws {
        try RecordsError.mapping(path) {
            try pool.write {
                try $0.execute(sql: "DELETE FROM sealedManifest WHERE submission = ?", arguments: [submission])
            }
        }
    }

    /// Submissions of which the original manifest is kept.
    package func submissionsWithManifest() throws -> [String] {
        try RecordsError.mapping(path) {
            try pool.read { try String.fetchAll($0, sql: "SELECT submission FROM sealedManifest ORDER BY submission") }
        }
    }
}
