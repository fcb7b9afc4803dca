/// Version 3 of `records.sqlite`: what patients question about accesses to their data, and where the law stood in the way.
enum RecordsSchemaV3 {
    static let cases = """
        CREATE TABLE accessCase (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person,
            -- The ledger's event, and what it said to the patient: the ledger may forget it before the case is forgotten.
            event INTEGER NOT NULL CHECK (event >= 1),
            accessedAt INTEGER NOT NULL,
            careUnit TEXT CHECK (careUnit <> ''),
            purpose TEXT CHECK (purpose <> ''),
            words TEXT NOT NULL,
            openedAt INTEGER NOT NULL,
            due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
            state TEXT NOT NULL CHECK (state IN ('opened', 'being-looked-at', 'answered')),
            reviewer TEXT CHECK (reviewer <> ''),
            takenAt INTEGER CHECK (takenAt >= openedAt),
            finding TEXT CHECK (finding IN ('justified', 'unjustified', 'unclear')),
            answer TEXT CHECK (answer <> ''),
            signer TEXT CHECK (signer <> ''),
            answeredAt INTEGER CHECK (answeredAt >= takenAt),
            UNIQUE (person, event),
            CHECK ((reviewer IS NULL) = (takenAt IS NULL) AND (state = 'opened') = (takenAt IS NULL)),
            CHECK ((answer IS NULL) = (finding IS NULL) AND (answer IS NULL) = (signer IS NULL)
                AND (answer IS NULL) = (answeredAt IS NULL) AND (state = 'answered') = (answeredAt IS NOT NULL))
        ) STRICT;
        CREATE INDEX accessCaseState ON accessCase (state, due);

        """

    static let obstacles = """
        CREATE TABLE legalObstacle (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            purpose TEXT NOT NULL CHECK (purpose <> ''),
            reason TEXT NOT NULL CHECK (reason <> ''),
            legalPoint TEXT NOT NULL CHECK (legalPoint <> ''),
            -- Nil where the law refuses everywhere.
            refusing TEXT REFERENCES region,
            words TEXT NOT NULL CHECK (words <> ''),
            reporter TEXT NOT NULL CHECK (reporter <> ''),
            role TEXT NOT NULL CHECK (role <> ''),
            unit TEXT CHECK (unit <> ''),
            reportedAt INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('reported', 'under-review', 'forwarded', 'closed')),
            note TEXT CHECK (note <> ''),
            handler TEXT CHECK (handler <> ''),
            handledAt INTEGER CHECK (handledAt >= reportedAt),
            CHECK ((state = 'reported') = (handler IS NULL) AND (handler IS NULL) = (handledAt IS NULL))
        ) STRICT;

        """

    static let triggers = """
        CREATE TRIGGER accessCaseForward BEFORE UPDATE ON accessCase
        WHEN OLD.state = 'answered' OR NEW.id <> OLD.id OR NEW.person <> OLD.person OR NEW.event <> OLD.event
            OR NEW.accessedAt <> OLD.accessedAt OR NEW.careUnit IS NOT OLD.careUnit OR NEW.purpose IS NOT OLD.purpose
            OR NEW.words <> OLD.words OR NEW.openedAt <> OLD.openedAt OR NEW.due <> OLD.due
            OR OLD.state = 'opened' AND NEW.state <> 'being-looked-at'
            OR OLD.state = 'being-looked-at' AND NEW.state <> 'answered'
        BEGIN SELECT RAISE(ABORT, 'accessCase goes forward, and what was asked stays'); END;
        CREATE TRIGGER accessCaseKept BEFORE DELETE ON accessCase
        WHEN NOT EXISTS (SELECT 1 FROM destruction WHERE person = OLD.person)
        BEGIN SELECT RAISE(ABORT, 'accessCase is kept'); END;
        CREATE TRIGGER legalObstacleForward BEFORE UPDATE ON legalObstacle
        WHEN OLD.state = 'closed' OR NEW.state = 'reported' OR NEW.id <> OLD.id OR NEW.purpose <> OLD.purpose
            OR NEW.reason <> OLD.reason OR NEW.legalPoint <> OLD.legalPoint OR NEW.refusing IS NOT OLD.refusing
            OR NEW.words <> OLD.words OR NEW.reporter <> OLD.reporter OR NEW.role <> OLD.role OR NEW.unit IS NOT OLD.unit
            OR NEW.reportedAt <> OLD.reportedAt
        BEGIN SELECT RAISE(ABORT, 'legalObstacle: what was reported stays, and a closed one stays closed'); END;
        CREATE TRIGGER legalObstacleKept BEFORE DELETE ON legalObstacle
        BEGIN SELECT RAISE(ABORT, 'legalObstacle is kept'); END;

        """
}
