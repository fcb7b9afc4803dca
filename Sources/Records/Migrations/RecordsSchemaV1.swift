/// Version 1 of `records.sqlite`. Days are texts (`2026-11-21`), moments are milliseconds since 1970 (`…At`).
///
/// `person.id` is the number by which other tables and people bitmaps name a person; it is never given to somebody else.
enum RecordsSchemaV1 {
    static let organisations = """
        CREATE TABLE changeCounter (id INTEGER PRIMARY KEY CHECK (id = 1), counter INTEGER NOT NULL) STRICT;
        INSERT INTO changeCounter VALUES (1, 0);
        CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''), value TEXT NOT NULL) STRICT;
        CREATE TABLE healthcareRegion (code TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT;
        CREATE TABLE region (
            code TEXT PRIMARY KEY NOT NULL CHECK (code GLOB '[0-9][0-9]'),
            name TEXT NOT NULL CHECK (name <> ''),
            population2017 INTEGER CHECK (population2017 > 0)
        ) STRICT;
        CREATE TABLE regionHealthcareRegion (
            region TEXT NOT NULL REFERENCES region,
            healthcareRegion TEXT NOT NULL REFERENCES healthcareRegion,
            -- From 1: the first is where most of the region's people belong.
            rank INTEGER NOT NULL CHECK (rank >= 1),
            PRIMARY KEY (region, healthcareRegion),
            UNIQUE (region, rank)
        ) STRICT;
        CREATE TABLE organisation (
            code TEXT PRIMARY KEY NOT NULL CHECK (length(code) BETWEEN 1 AND 64 AND code NOT GLOB '*[^A-Za-z0-9._-]*'),
            kind TEXT NOT NULL CHECK (kind IN ('controller', 'care-unit', 'laboratory', 'university')),
            name TEXT NOT NULL CHECK (name <> ''),
            region TEXT NOT NULL REFERENCES region,
            controller TEXT REFERENCES organisation,
            CHECK ((controller IS NULL) = (kind IN ('controller', 'university')))
        ) STRICT;
        """

    static let submissions = """
        CREATE TABLE submission (
            id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 20 AND id GLOB 'sub-*' AND substr(id, 5) NOT GLOB '*[^0-9a-f]*'),
            kind TEXT NOT NULL CHECK (kind IN ('new', 'resubmission', 'correction', 'replacement', 'addition')),
            state TEXT NOT NULL CHECK (state IN ('received', 'available', 'quarantined', 'superseded')),
            manifestDigest TEXT NOT NULL CHECK (length(manifestDigest) = 64 AND manifestDigest NOT GLOB '*[^0-9a-f]*'),
            idempotencyKey TEXT NOT NULL UNIQUE CHECK (idempotencyKey <> ''),
            -- Without identity numbers.
            manifest TEXT NOT NULL,
            -- As the manifest names it: nobody may know it, and then the submission is quarantined.
            concerns TEXT,
            caseName TEXT NOT NULL,
            laboratory TEXT NOT NULL,
            receivedAt INTEGER NOT NULL,
            receipt TEXT,
            auditWritten INTEGER NOT NULL DEFAULT 0 CHECK (auditWritten IN (0, 1)),
            CHECK (concerns IS NULL OR kind IN ('resubmission', 'correction')),
            CHECK (concerns IS NOT id),
            CHECK (state = 'received' OR receipt IS NOT NULL)
        ) STRICT;
        CREATE INDEX submissionState ON submission (state, receivedAt);
        CREATE INDEX submissionCase ON submission (laboratory, caseName);
        CREATE INDEX submissionConcerns ON submission (concerns);
        CREATE TABLE submissionStep (
            id INTEGER PRIMARY KEY,
            submission TEXT NOT NULL REFERENCES submission,
            step TEXT NOT NULL CHECK (step <> ''),
            outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed')),
            recordedAt INTEGER NOT NULL,
            detail TEXT NOT NULL CHECK (json_valid(detail))
        ) STRICT;
        CREATE INDEX submissionStepSubmission ON submissionStep (submission);
        CREATE TABLE submissionFile (
            submission TEXT NOT NULL REFERENCES submission,
            name TEXT NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            bytes INTEGER NOT NULL CHECK (bytes >= 0),
            role TEXT NOT NULL CHECK (role IN ('variants', 'targets', 'report', 'other')),
            PRIMARY KEY (submission, name)
        ) STRICT;
        CREATE INDEX submissionFileDigest ON submissionFile (sha256);
        """

    static let people = """
        CREATE TABLE person (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            pseudonym TEXT NOT NULL UNIQUE CHECK (length(pseudonym) = 32 AND pseudonym NOT GLOB '*[^0-9a-f]*'),
            sex TEXT NOT NULL CHECK (sex IN ('female', 'male', 'unknown')),
            birth TEXT CHECK (birth IS strftime('%Y-%m', birth || '-01', '+0 days')),
            homeRegion TEXT REFERENCES region,
            municipalityGroup TEXT CHECK (municipalityGroup IN ('large-city', 'medium-town', 'small-town-or-rural')),
            useStopped INTEGER NOT NULL DEFAULT 0 CHECK (useStopped IN (0, 1)),
            showingStopped INTEGER NOT NULL DEFAULT 0 CHECK (showingStopped IN (0, 1))
        ) STRICT;
        CREATE TABLE specimen (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> ''),
            person INTEGER NOT NULL REFERENCES person,
            kind TEXT NOT NULL CHECK (kind IN ('blood', 'saliva', 'buccal', 'skin', 'tumour-tissue', 'ffpe', 'bone-marrow', 'plasma', 'other')),
            bodySite TEXT,
            sampled TEXT CHECK (sampled IS date(sampled, '+0 days')),
            tumourCellContent REAL CHECK (tumourCellContent BETWEEN 0 AND 1),
            biobankReference TEXT CHECK (biobankReference <> ''),
            UNIQUE (id, person)
        ) STRICT;
        CREATE INDEX specimenPerson ON specimen (person);
        CREATE TABLE assayVersion (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            version TEXT NOT NULL CHECK (version <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('panel', 'exome', 'genome', 'rna')),
            laboratory TEXT NOT NULL REFERENCES organisation,
            isAccredited INTEGER NOT NULL CHECK (isAccredited IN (0, 1)),
            status TEXT NOT NULL CHECK (status IN ('ce-ivd', 'in-house', 'research-use-only')),
            targets TEXT CHECK (length(targets) = 64 AND targets NOT GLOB '*[^0-9a-f]*'),
            indexName TEXT NOT NULL UNIQUE AS (name || '@' || version) STORED,
            CHECK (targets IS NOT NULL OR kind = 'genome')
        ) STRICT;
        CREATE TABLE publicationBatch (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            closedAt INTEGER NOT NULL,
            people INTEGER NOT NULL CHECK (people >= 1),
            callSets INTEGER NOT NULL CHECK (callSets >= people)
        ) STRICT;
        CREATE TABLE callSet (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL CHECK (name <> ''),
            person INTEGER NOT NULL,
            specimen INTEGER NOT NULL,
            assay INTEGER NOT NULL REFERENCES assayVersion,
            assembly TEXT NOT NULL CHECK (assembly IN ('GRCh37', 'GRCh38')),
            origin TEXT NOT NULL CHECK (origin IN ('germline', 'tumour')),
            area TEXT NOT NULL CHECK (area IN ('rare', 'solid', 'haematology', 'childhood-cancer', 'infection')),
            homeRegion TEXT REFERENCES region,
            orderingProvider TEXT NOT NULL REFERENCES organisation,
            performingLaboratory TEXT NOT NULL REFERENCES organisation,
            controller TEXT NOT NULL REFERENCES organisation,
            analysed TEXT NOT NULL CHECK (analysed IS date(analysed, '+0 days')),
            caseName TEXT NOT NULL,
            submission TEXT NOT NULL REFERENCES submission,
            publicationBatch INTEGER REFERENCES publicationBatch,
            replacedBy INTEGER REFERENCES callSet DEFERRABLE INITIALLY DEFERRED CHECK (replacedBy <> id),
            fingerprint BLOB,
            -- The specimen is the same person's.
            FOREIGN KEY (specimen, person) REFERENCES specimen (id, person)
        ) STRICT;
        CREATE UNIQUE INDEX callSetName ON callSet (name) WHERE replacedBy IS NULL;
        CREATE INDEX callSetPerson ON callSet (person);
        CREATE INDEX callSetSpecimen ON callSet (specimen);
        CREATE INDEX callSetSubmission ON callSet (submission);
        CREATE INDEX callSetReplacedBy ON callSet (replacedBy);
        CREATE INDEX callSetUnpublished ON callSet (person) WHERE publicationBatch IS NULL;
        CREATE TABLE qualityMetric (
            callSet INTEGER NOT NULL REFERENCES callSet ON DELETE CASCADE,
            name TEXT NOT NULL CHECK (name <> '' AND name NOT GLOB '*[^a-z0-9-]*'),
            value REAL NOT NULL,
            unit TEXT NOT NULL CHECK (unit <> ''),
            PRIMARY KEY (callSet, name)
        ) STRICT;
        CREATE TABLE diagnosis (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person,
            system TEXT NOT NULL,
            code TEXT NOT NULL CHECK (code <> ''),
            systemVersion TEXT NOT NULL CHECK (systemVersion <> ''),
            status TEXT NOT NULL CHECK (status IN ('affected', 'carrier-without-disease')),
            onset TEXT CHECK (onset IS date(onset, '+0 days')),
            submission TEXT NOT NULL REFERENCES submission,
            CHECK (system IN ('icd-10-se', 'icd-o-3-topography', 'icd-o-3-morphology', 'snomed-ct', 'orpha', 'omim', 'oncotree', 'doid')),
            UNIQUE (person, system, code)
        ) STRICT;
        CREATE TABLE phenotype (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person,
            code TEXT NOT NULL CHECK (length(code) = 7 AND code NOT GLOB '*[^0-9]*'),
            systemVersion TEXT NOT NULL CHECK (systemVersion <> ''),
            isPresent INTEGER NOT NULL CHECK (isPresent IN (0, 1)),
            submission TEXT NOT NULL REFERENCES submission,
            UNIQUE (person, code)
        ) STRICT;
        CREATE TABLE treatment (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person,
            drug TEXT NOT NULL CHECK (drug <> ''),
            line INTEGER CHECK (line >= 1),
            start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
            stop TEXT CHECK (stop IS date(stop, '+0 days') AND stop >= start),
            outcome TEXT CHECK (outcome IN ('complete-response', 'partial-response', 'stable-disease', 'progressive-disease', 'not-evaluated')),
            submission TEXT NOT NULL REFERENCES submission,
            UNIQUE (person, drug, start)
        ) STRICT;
        CREATE TABLE familyRelation (
            person INTEGER NOT NULL REFERENCES person,
            relative INTEGER NOT NULL REFERENCES person CHECK (relative <> person),
            kind TEXT NOT NULL CHECK (kind IN ('mother', 'father', 'sibling', 'child', 'other')),
            submission TEXT NOT NULL REFERENCES submission,
            PRIMARY KEY (person, relative, kind)
        ) STRICT;
        CREATE INDEX familyRelationRelative ON familyRelation (relative);
        CREATE INDEX diagnosisSubmission ON diagnosis (submission);
        CREATE INDEX phenotypeSubmission ON phenotype (submission);
        CREATE INDEX treatmentSubmission ON treatment (submission);
        CREATE INDEX familyRelationSubmission ON familyRelation (submission);
        """
}
