internal import GRDB

/// The versions of `knowledge-<node>.sqlite`, in order. One that has been released is never edited. Moments are milliseconds since 1970.
///
/// Every table is append-only: which version of a series is current follows from the steps, read from the first to the last.
enum KnowledgeSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { try $0.execute(sql: v1) }
        return migrator
    }

    private static let v1 =
        """
        CREATE TABLE knowledgeVersion (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL CHECK (source IN ('clinvar', 'civic', 'gene-list', 'guideline')),
            series TEXT NOT NULL,
            digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
            release TEXT NOT NULL CHECK (release <> ''),
            releaseDate TEXT CHECK (releaseDate IS date(releaseDate, '+0 days')),
            licence TEXT NOT NULL CHECK (licence <> ''),
            rows INTEGER NOT NULL CHECK (rows >= items),
            items INTEGER NOT NULL CHECK (items >= 0),
            diagnostics INTEGER NOT NULL CHECK (diagnostics >= 0),
            importedBy TEXT NOT NULL CHECK (importedBy <> ''),
            importedAt INTEGER NOT NULL,
            -- The same file is the same version of a series.
            UNIQUE (source, series, digest)
        ) STRICT;
        CREATE TABLE knowledgeFault (
            id INTEGER PRIMARY KEY,
            version INTEGER NOT NULL REFERENCES knowledgeVersion,
            code TEXT NOT NULL CHECK (code <> ''),
            line INTEGER,
            place INTEGER,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            CHECK ((line IS NULL) = (place IS NULL))
        ) STRICT;
        CREATE INDEX knowledgeFaultVersion ON knowledgeFault (version);
        CREATE TABLE knowledgeStep (
            id INTEGER PRIMARY KEY,
            version INTEGER NOT NULL REFERENCES knowledgeVersion,
            kind TEXT NOT NULL CHECK (kind IN ('staged', 'difference-seen', 'made-current', 'discarded')),
            -- Of a difference: with what it was compared, and what it came to.
            comparedWith INTEGER REFERENCES knowledgeVersion,
            added INTEGER, changed INTEGER, gone INTEGER, unchanged INTEGER,
            affectedReports INTEGER,
            reportsToReview INTEGER,
            actor TEXT NOT NULL CHECK (actor <> ''),
            takenAt INTEGER NOT NULL,
            CHECK (comparedWith IS NULL OR kind = 'difference-seen'),
            CHECK ((added IS NULL) = (kind <> 'difference-seen')),
            CHECK ((changed IS NULL) = (added IS NULL) AND (gone IS NULL) = (added IS NULL)
                AND (unchanged IS NULL) = (added IS NULL) AND (affectedReports IS NULL) = (added IS NULL)
                AND (reportsToReview IS NULL) = (added IS NULL))
        ) STRICT;
        CREATE INDEX knowledgeStepVersion ON knowledgeStep (version);

        """ + ["knowledgeVersion", "knowledgeFault", "knowledgeStep"].map(appendOnly).joined()

    private static func appendOnly(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)Unchanged BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        CREATE TRIGGER \(table)Kept BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;

        """
    }
}
