internal import GRDB

/// The versions of `audit.sqlite`, in order; one that has been released is never edited.
///
/// What the views ask for is generated from the payload, so that it cannot say anything else than what the chain covers.
enum LedgerSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { try $0.execute(sql: v1) }
        return migrator
    }

    static let v1 = """
        CREATE TABLE event (
            seq INTEGER PRIMARY KEY CHECK (seq >= 1),
            payload TEXT NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            time TEXT NOT NULL AS (json_extract(payload, '$.time')) VIRTUAL,
            act TEXT NOT NULL AS (json_extract(payload, '$.act')) VIRTUAL,
            actor TEXT NOT NULL AS (json_extract(payload, '$.actor')) VIRTUAL,
            careUnit TEXT AS (json_extract(payload, '$.careUnit')) VIRTUAL,
            purpose TEXT AS (json_extract(payload, '$.purpose')) VIRTUAL,
            reference TEXT AS (json_extract(payload, '$.reference')) VIRTUAL,
            lacksCareRelation INTEGER AS (coalesce(json_extract(payload, '$.lacksCareRelation'), 0)) VIRTUAL
        ) STRICT;
        CREATE INDEX eventReference ON event (act, reference) WHERE reference IS NOT NULL;
        CREATE INDEX eventTime ON event (time);
        -- Whom an event concerned, for finding them: a copy of the payload, held against it when the chain is verified.
        CREATE TABLE eventPatient (
            patient TEXT NOT NULL CHECK (length(patient) = 32),
            seq INTEGER NOT NULL REFERENCES event,
            PRIMARY KEY (patient, seq)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX eventPatientSeq ON eventPatient (seq);
        CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seq INTEGER NOT NULL CHECK (seq >= 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            mac BLOB NOT NULL CHECK (length(mac) = 32)
        ) STRICT;
        -- Holds a row only inside the transaction that removes events past their keeping.
        CREATE TABLE removal (id INTEGER PRIMARY KEY CHECK (id = 1), upTo INTEGER NOT NULL) STRICT;
        CREATE TRIGGER eventFollows BEFORE INSERT ON event WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
        BEGIN SELECT RAISE(ABORT, 'event follows the last one'); END;
        CREATE TRIGGER eventUnchanged BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
        CREATE TRIGGER eventKept BEFORE DELETE ON event WHEN NOT EXISTS (SELECT 1 FROM removal WHERE upTo >= OLD.seq)
        BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
        CREATE TRIGGER eventPatientUnchanged BEFORE UPDATE ON eventPatient
        BEGIN SELECT RAISE(ABORT, 'eventPatient is append-only'); END;
        CREATE TRIGGER eventPatientKept BEFORE DELETE ON eventPatient
        WHEN NOT EXISTS (SELECT 1 FROM removal WHERE upTo >= OLD.seq)
        BEGIN SELECT RAISE(ABORT, 'eventPatient is append-only'); END;
        CREATE TRIGGER headKept BEFORE DELETE ON head
        BEGIN SELECT RAISE(ABORT, 'head is kept'); END;
        CREATE TRIGGER headForward BEFORE UPDATE ON head WHEN NEW.seq <= OLD.seq
        BEGIN SELECT RAISE(ABORT, 'head moves forward'); END;

        """

    /// Everything that `v1` makes, as SQLite keeps it, for telling whether somebody changed a view of the chain or took away a trigger.
    static func definitions(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT sql FROM sqlite_schema
                WHERE sql IS NOT NULL AND name <> 'grdb_migrations' AND name NOT LIKE 'sqlite_%' ORDER BY name
                """)
    }
}

extension LedgerSchema {
    /// Whether views, indices and triggers are those of a ledger that was made just now.
    static func isAsMade(_ db: Database) throws -> Bool {
        let fresh = try DatabaseQueue()
        try migrator.migrate(fresh)
        return try definitions(db) == fresh.read { try definitions($0) }
    }
}
