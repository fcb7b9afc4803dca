extension RecordsSchemaV1 {
    static let decisions = """
        CREATE TABLE project (
            registration TEXT PRIMARY KEY NOT NULL CHECK (registration <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            approvedFrom TEXT NOT NULL CHECK (approvedFrom IS date(approvedFrom, '+0 days')),
            approvedTo TEXT NOT NULL CHECK (approvedTo IS date(approvedTo, '+0 days') AND approvedTo >= approvedFrom),
            requiresConsent INTEGER NOT NULL CHECK (requiresConsent IN (0, 1))
        ) STRICT;
        CREATE TABLE projectRegion (
            project TEXT NOT NULL REFERENCES project, region TEXT NOT NULL REFERENCES region, PRIMARY KEY (project, region)
        ) STRICT;
        CREATE TABLE projectDataKind (
            project TEXT NOT NULL REFERENCES project, kind TEXT NOT NULL CHECK (kind <> ''), PRIMARY KEY (project, kind)
        ) STRICT;
        CREATE TABLE projectMember (
            project TEXT NOT NULL REFERENCES project, identity TEXT NOT NULL CHECK (identity <> ''), PRIMARY KEY (project, identity)
        ) STRICT;
        CREATE TABLE consentEvent (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person,
            kind TEXT NOT NULL CHECK (kind IN (
                'block-inside-provider', 'block-towards-others', 'access-between-providers', 'quality-register-objection', 'study',
                'biobank', 'reach-relatives', 'study-contact-objection', 'precision-database-objection', 'general-study',
                'ehds-objection')),
            study TEXT CHECK (study <> ''),
            isGiven INTEGER NOT NULL CHECK (isGiven IN (0, 1)),
            "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days')),
            giver TEXT NOT NULL CHECK (giver IN ('patient', 'guardian', 'staff')),
            recordedAt INTEGER NOT NULL,
            CHECK ((kind = 'study') = (study IS NOT NULL))
        ) STRICT;
        CREATE INDEX consentEventPerson ON consentEvent (person, kind);
        CREATE INDEX consentEventKind ON consentEvent (kind);
        CREATE TABLE ending (
            id INTEGER PRIMARY KEY,
            -- Nobody once destroyed: the region is not to know whom it was about.
            person INTEGER REFERENCES person,
            act TEXT NOT NULL CHECK (act IN ('stop-using', 'stop-showing', 'delete-copy', 'destroy')),
            decision TEXT NOT NULL CHECK (decision <> ''),
            orderedAt INTEGER NOT NULL,
            affected TEXT NOT NULL CHECK (json_valid(affected)),
            CHECK ((act = 'destroy') = (person IS NULL))
        ) STRICT;
        CREATE INDEX endingPerson ON ending (person);
        -- Holds a row only inside the transaction that destroys somebody's data.
        CREATE TABLE destruction (person INTEGER PRIMARY KEY REFERENCES person) STRICT;
        CREATE TABLE policyVersion (
            version INTEGER PRIMARY KEY CHECK (version >= 1),
            -- Nil for the region's default.
            controller TEXT REFERENCES organisation,
            text TEXT NOT NULL CHECK (text <> ''),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            validFrom TEXT NOT NULL CHECK (validFrom IS date(validFrom, '+0 days')),
            proposedBy TEXT NOT NULL CHECK (proposedBy <> ''),
            approvedBy TEXT NOT NULL CHECK (approvedBy <> '' AND approvedBy <> proposedBy),
            publishedAt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE feasibilityEnquiry (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
            criteria TEXT NOT NULL CHECK (criteria <> ''),
            digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
            asker TEXT NOT NULL CHECK (asker <> ''),
            plannedStudy TEXT NOT NULL CHECK (plannedStudy <> ''),
            frozenAt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE feasibilityAnswer (
            enquiry TEXT NOT NULL REFERENCES feasibilityEnquiry,
            provider TEXT NOT NULL CHECK (provider <> ''),
            -- One number where they are equal.
            lowest INTEGER NOT NULL CHECK (lowest >= 0),
            highest INTEGER NOT NULL CHECK (highest >= lowest),
            answeredAt INTEGER NOT NULL,
            PRIMARY KEY (enquiry, provider)
        ) STRICT;
        CREATE TABLE careRelation (
            id INTEGER PRIMARY KEY,
            actor TEXT NOT NULL CHECK (actor <> ''),
            person INTEGER NOT NULL REFERENCES person,
            "from" TEXT NOT NULL CHECK ("from" IS date("from", '+0 days')),
            "to" TEXT CHECK ("to" IS date("to", '+0 days') AND "to" >= "from")
        ) STRICT;
        CREATE INDEX careRelationActor ON careRelation (actor, person);
        CREATE INDEX careRelationPerson ON careRelation (person);
        CREATE TABLE answeredSet (
            id INTEGER PRIMARY KEY,
            organisation TEXT NOT NULL CHECK (organisation <> ''),
            release TEXT NOT NULL CHECK (release <> ''),
            question TEXT NOT NULL CHECK (question <> ''),
            people BLOB NOT NULL,
            answeredAt INTEGER NOT NULL,
            UNIQUE (organisation, release, question)
        ) STRICT;
        CREATE TABLE sampleCheck (
            id INTEGER PRIMARY KEY,
            "from" INTEGER NOT NULL,
            "to" INTEGER NOT NULL CHECK ("to" >= "from"),
            seed INTEGER NOT NULL,
            events TEXT NOT NULL CHECK (json_valid(events)),
            drawnAt INTEGER NOT NULL,
            assessment TEXT CHECK (assessment <> ''),
            signer TEXT CHECK (signer <> ''),
            assessedAt INTEGER,
            CHECK ((assessment IS NULL) = (signer IS NULL) AND (signer IS NULL) = (assessedAt IS NULL))
        ) STRICT;
        CREATE TABLE releasedCopy (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person,
            kind TEXT NOT NULL CHECK (kind IN ('research', 'register')),
            reference TEXT NOT NULL CHECK (reference <> ''),
            projectPseudonym TEXT NOT NULL CHECK (projectPseudonym <> ''),
            path TEXT NOT NULL CHECK (path <> ''),
            madeAt INTEGER NOT NULL,
            deletedAt INTEGER CHECK (deletedAt >= madeAt)
        ) STRICT;
        CREATE INDEX releasedCopyPerson ON releasedCopy (person);
        """

    static let triggers =
        appendOnly("consentEvent", unless: "EXISTS (SELECT 1 FROM destruction WHERE person = OLD.person)")
        + appendOnly("ending", unless: "EXISTS (SELECT 1 FROM destruction WHERE person = OLD.person)")
        + appendOnly("policyVersion") + appendOnly("publicationBatch") + appendOnly("feasibilityEnquiry")
        + appendOnly("feasibilityAnswer") + appendOnly("answeredSet")
            + """
            CREATE TRIGGER sampleCheckSigned BEFORE UPDATE ON sampleCheck
            WHEN OLD.signer IS NOT NULL OR OLD.events <> NEW.events OR OLD.seed <> NEW.seed OR OLD.drawnAt <> NEW.drawnAt
                OR OLD."from" <> NEW."from" OR OLD."to" <> NEW."to"
            BEGIN SELECT RAISE(ABORT, 'sampleCheck: drawn samples and signed assessments stay as they are'); END;
            CREATE TRIGGER sampleCheckKept BEFORE DELETE ON sampleCheck
            BEGIN SELECT RAISE(ABORT, 'sampleCheck is append-only'); END;
            CREATE TRIGGER destructionHasNoEnd BEFORE UPDATE ON destruction
            BEGIN SELECT RAISE(ABORT, 'destruction names one person'); END;

            """
        + kind("organisation", "controller", "controller") + kind("callSet", "controller", "controller")
        + kind("callSet", "performingLaboratory", "laboratory") + kind("assayVersion", "laboratory", "laboratory")

    /// Rows of `table` are neither changed nor removed, unless the condition holds for a removal.
    static func appendOnly(_ table: String, unless condition: String? = nil) -> String {
        """
        CREATE TRIGGER \(table)Unchanged BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
        CREATE TRIGGER \(table)Kept BEFORE DELETE ON \(table)\(condition.map { " WHEN NOT \($0)" } ?? "")
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;

        """
    }

    /// The organisation that `column` refers to is of `kind`.
    private static func kind(_ table: String, _ column: String, _ kind: String) -> String {
        ["INSERT", "UPDATE OF \(column)"].enumerated().map { index, event in
            """
            CREATE TRIGGER \(table)_\(column)_kind\(index) BEFORE \(event) ON \(table)
            WHEN NEW.\(column) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM organisation WHERE code = NEW.\(column) AND kind = '\(kind)')
            BEGIN SELECT RAISE(ABORT, '\(table).\(column) is no \(kind)'); END;

            """
        }.joined()
    }
}
