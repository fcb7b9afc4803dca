internal import GRDB

/// The versions of `enquiries.sqlite`, in order. One that has been released is never edited. Moments are milliseconds since 1970 (`…At`).
///
/// Every table of enquiries is append-only: what was registered, asked and answered stays as it was said, and the latest of a kind holds.
/// Questions that somebody keeps for themselves are their own to change and to remove.
enum EnquirySchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { try $0.execute(sql: v1) }
        migrator.registerMigration("v2") { try $0.execute(sql: v2) }
        return migrator
    }

    private static let v1 =
        """
        CREATE TABLE enquiry (
            id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 20 AND id = 'enq-' || substr(digest, 1, 16)),
            digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
            title TEXT NOT NULL CHECK (title <> ''),
            sponsor TEXT NOT NULL CHECK (sponsor <> ''),
            criteria TEXT NOT NULL CHECK (criteria <> ''),
            plannedStudy TEXT NOT NULL CHECK (plannedStudy <> ''),
            contact TEXT NOT NULL CHECK (contact <> ''),
            deadline TEXT NOT NULL CHECK (deadline IS date(deadline, '+0 days')),
            registrant TEXT NOT NULL CHECK (registrant <> ''),
            organisation TEXT NOT NULL CHECK (organisation <> ''),
            registeredAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX enquiryRegistrant ON enquiry (registrant);
        CREATE TABLE enquiryStep (
            id INTEGER PRIMARY KEY,
            enquiry TEXT NOT NULL REFERENCES enquiry,
            kind TEXT NOT NULL CHECK (kind IN ('registered', 'frozen', 'asked', 'computed', 'answered', 'closed')),
            region TEXT CHECK (region GLOB '[0-9][0-9]'),
            actor TEXT NOT NULL CHECK (actor <> ''),
            takenAt INTEGER NOT NULL,
            -- Registering, freezing and closing concern the whole; the others one region each.
            CHECK ((region IS NULL) = (kind IN ('registered', 'frozen', 'closed')))
        ) STRICT;
        CREATE UNIQUE INDEX enquiryStepOnce ON enquiryStep (enquiry, kind) WHERE region IS NULL;
        CREATE INDEX enquiryStepRegion ON enquiryStep (enquiry, region);
        CREATE TABLE enquiryFigure (
            id INTEGER PRIMARY KEY,
            enquiry TEXT NOT NULL REFERENCES enquiry,
            region TEXT NOT NULL CHECK (region GLOB '[0-9][0-9]'),
            state TEXT NOT NULL CHECK (state IN ('answered', 'suppressed', 'refused', 'late', 'unreachable')),
            lowest INTEGER CHECK (lowest >= 0),
            highest INTEGER CHECK (highest >= lowest),
            reasonSwedish TEXT,
            reasonEnglish TEXT,
            recordedAt INTEGER NOT NULL,
            CHECK ((lowest IS NULL) = (highest IS NULL)),
            CHECK (lowest IS NULL OR state IN ('answered', 'suppressed')),
            CHECK (lowest IS NOT NULL OR state <> 'answered'),
            CHECK ((reasonSwedish IS NULL) = (reasonEnglish IS NULL))
        ) STRICT;
        -- One number or interval for each region, once and for all.
        CREATE UNIQUE INDEX enquiryFigureOnce ON enquiryFigure (enquiry, region) WHERE state IN ('answered', 'suppressed');
        CREATE INDEX enquiryFigureEnquiry ON enquiryFigure (enquiry);
        CREATE TABLE enquiryOpinion (
            id INTEGER PRIMARY KEY,
            enquiry TEXT NOT NULL REFERENCES enquiry,
            region TEXT NOT NULL CHECK (region GLOB '[0-9][0-9]'),
            decision TEXT NOT NULL CHECK (decision IN ('yes', 'no', 'condition')),
            words TEXT NOT NULL CHECK (words <> '' OR decision = 'yes'),
            site TEXT NOT NULL,
            contact TEXT NOT NULL CHECK (contact <> ''),
            steward TEXT NOT NULL CHECK (steward <> ''),
            answeredAt INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX enquiryOpinionEnquiry ON enquiryOpinion (enquiry);

        """ + ["enquiry", "enquiryStep", "enquiryFigure", "enquiryOpinion"].map(appendOnly).joined()

    private static let v2 =
        """
        CREATE TABLE savedQuestion (
            id INTEGER PRIMARY KEY,
            owner TEXT NOT NULL CHECK (owner <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            question TEXT NOT NULL CHECK (question <> ''),
            savedAt INTEGER NOT NULL,
            UNIQUE (owner, name)
        ) STRICT;

        """

    private static func appendOnly(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)Unchanged BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        CREATE TRIGGER \(table)Kept BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;

        """
    }
}
