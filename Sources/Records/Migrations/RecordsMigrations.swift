internal import GRDB

/// The versions of `records.sqlite`, in order. One that has been released is never edited: the next change is the next version.
enum RecordsMigrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(sql: RecordsSchemaV1.organisations)
            try db.execute(sql: RecordsSchemaV1.submissions)
            try db.execute(sql: RecordsSchemaV1.people)
            try db.execute(sql: RecordsSchemaV1.decisions)
            try db.execute(sql: RecordsSchemaV1.triggers)
        }
        migrator.registerMigration("v2") { db in
            try db.execute(sql: RecordsSchemaV2.disclosures)
            try db.execute(sql: RecordsSchemaV2.triggers)
        }
        migrator.registerMigration("v3") { db in
            try db.execute(sql: RecordsSchemaV3.cases)
            try db.execute(sql: RecordsSchemaV3.obstacles)
            try db.execute(sql: RecordsSchemaV3.triggers)
        }
        migrator.registerMigration("v4") { db in
            try db.execute(sql: ReleaseSchema.tables)
            try db.execute(sql: ReleaseSchema.triggers)
        }
        migrator.registerMigration("v5") { db in
            try db.execute(sql: RecordsSchemaV5.findings)
            try db.execute(sql: RecordsSchemaV5.interpretations)
            try db.execute(sql: RecordsSchemaV5.triggers)
            try db.execute(sql: RecordsSchemaV5.classifications)
            try db.execute(sql: RecordsSchemaV5.recalls)
            try db.execute(sql: RecordsSchemaV5.exchangeTriggers)
        }
        migrator.registerMigration("v6") { db in
            try db.execute(sql: RecordsSchemaV6.templates)
            try db.execute(sql: RecordsSchemaV6.reports)
            try db.execute(sql: RecordsSchemaV6.triggers)
        }
        return migrator
    }
}
