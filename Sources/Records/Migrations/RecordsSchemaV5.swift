/// Version 5 of `records.sqlite`: what examinations found and what it means, and what regions know of each other's classifications.
///
/// An interpretation belongs to the findings that it was made for; one that no finding is left of goes with the last of them.
enum RecordsSchemaV5 {
    static let findings = """
        CREATE TABLE finding (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            -- The laboratory's own.
            identifier TEXT NOT NULL CHECK (identifier <> ''),
            person INTEGER NOT NULL REFERENCES person,
            specimen INTEGER NOT NULL,
            callSet INTEGER REFERENCES callSet,
            caseName TEXT NOT NULL CHECK (caseName <> ''),
            laboratory TEXT NOT NULL REFERENCES organisation,
            -- Nil for one that was written by hand.
            submission TEXT REFERENCES submission,
            kind TEXT NOT NULL CHECK (kind IN (
                'smallVariant', 'copyNumber', 'structural', 'signature', 'biomarker', 'expression', 'secondary')),
            content TEXT NOT NULL CHECK (json_valid(content)),
            recordedAt INTEGER NOT NULL,
            replacedBy INTEGER REFERENCES finding DEFERRABLE INITIALLY DEFERRED CHECK (replacedBy > id),
            -- The specimen is the same person's.
            FOREIGN KEY (specimen, person) REFERENCES specimen (id, person)
        ) STRICT;
        CREATE UNIQUE INDEX findingIdentifier ON finding (laboratory, identifier) WHERE replacedBy IS NULL;
        CREATE INDEX findingCase ON finding (laboratory, caseName);
        CREATE INDEX findingPerson ON finding (person);
        CREATE INDEX findingSpecimen ON finding (specimen);
        CREATE INDEX findingCallSet ON finding (callSet);
        CREATE INDEX findingSubmission ON finding (submission);
        CREATE INDEX findingReplacedBy ON finding (replacedBy);

        """

    static let interpretations = """
        CREATE TABLE interpretation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            laboratory TEXT NOT NULL REFERENCES organisation,
            kind TEXT NOT NULL CHECK (kind IN ('germline', 'somatic')),
            -- Variant and condition, or finding and tumour type.
            subject TEXT NOT NULL CHECK (subject <> ''),
            UNIQUE (laboratory, subject)
        ) STRICT;
        CREATE TABLE interpretationFinding (
            interpretation INTEGER NOT NULL REFERENCES interpretation,
            finding INTEGER NOT NULL REFERENCES finding,
            PRIMARY KEY (interpretation, finding)
        ) STRICT;
        CREATE INDEX interpretationFindingFinding ON interpretationFinding (finding);
        -- One row for each step of each version; the last one of a version holds.
        CREATE TABLE interpretationVersion (
            interpretation INTEGER NOT NULL REFERENCES interpretation,
            number INTEGER NOT NULL CHECK (number >= 1),
            -- 0 as it was begun.
            step INTEGER NOT NULL CHECK (step >= 0),
            content TEXT NOT NULL CHECK (json_valid(content)),
            recordedAt INTEGER NOT NULL,
            PRIMARY KEY (interpretation, number, step)
        ) STRICT;
        -- What a region decided about showing computed proposals in care.
        CREATE TABLE proposalDecision (
            id INTEGER PRIMARY KEY,
            content TEXT NOT NULL CHECK (json_valid(content)),
            recordedAt INTEGER NOT NULL
        ) STRICT;

        """

    static let triggers =
        """
        CREATE TRIGGER findingUnchanged BEFORE UPDATE ON finding
        WHEN OLD.replacedBy IS NOT NULL OR NEW.replacedBy IS NULL OR NEW.id <> OLD.id OR NEW.identifier <> OLD.identifier
            OR NEW.person <> OLD.person OR NEW.specimen <> OLD.specimen OR NEW.callSet IS NOT OLD.callSet
            OR NEW.caseName <> OLD.caseName OR NEW.laboratory <> OLD.laboratory OR NEW.submission IS NOT OLD.submission
            OR NEW.kind <> OLD.kind OR NEW.content <> OLD.content OR NEW.recordedAt <> OLD.recordedAt
        BEGIN SELECT RAISE(ABORT, 'finding is replaced, never changed'); END;
        CREATE TRIGGER findingKept BEFORE DELETE ON finding
        WHEN NOT EXISTS (SELECT 1 FROM destruction WHERE person = OLD.person)
        BEGIN SELECT RAISE(ABORT, 'finding is kept'); END;

        """
        + RecordsSchemaV1.appendOnly(
            "interpretationFinding",
            unless: """
                EXISTS (SELECT 1 FROM destruction d JOIN finding f ON f.person = d.person WHERE f.id = OLD.finding)
                """)
        + RecordsSchemaV1.appendOnly("interpretationVersion", unless: withoutFinding("OLD.interpretation"))
        + RecordsSchemaV1.appendOnly("interpretation", unless: withoutFinding("OLD.id"))
        + RecordsSchemaV1.appendOnly("proposalDecision")

    /// Inside the transaction that destroys somebody's data: the interpretation was about that person's findings alone.
    private static func withoutFinding(_ interpretation: String) -> String {
        """
        (EXISTS (SELECT 1 FROM destruction)
            AND NOT EXISTS (SELECT 1 FROM interpretationFinding WHERE interpretation = \(interpretation)))
        """
    }
}
