/// Version 6 of `records.sqlite`: templates with their agreements, reports with all their versions, the files made of them, and what signed
/// ones cite. All only grows; a destroyed person's reports go whole.
enum RecordsSchemaV6 {
    static let templates = """
        CREATE TABLE reportTemplate (
            identifier TEXT NOT NULL CHECK (identifier <> ''),
            version INTEGER NOT NULL CHECK (version >= 1),
            content TEXT NOT NULL CHECK (json_valid(content)),
            PRIMARY KEY (identifier, version)
        ) STRICT;
        CREATE TABLE templateWord (
            id INTEGER PRIMARY KEY,
            template TEXT NOT NULL,
            version INTEGER NOT NULL,
            clinic TEXT NOT NULL CHECK (clinic <> ''),
            laboratory TEXT NOT NULL CHECK (laboratory <> ''),
            side TEXT NOT NULL CHECK (side IN ('clinic', 'laboratory')),
            person TEXT NOT NULL CHECK (person <> ''),
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role <> ''),
            saidAt INTEGER NOT NULL,
            UNIQUE (template, version, clinic, laboratory, side),
            FOREIGN KEY (template, version) REFERENCES reportTemplate (identifier, version)
        ) STRICT;

        """

    static let reports = """
        CREATE TABLE report (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            identifier TEXT NOT NULL UNIQUE
                CHECK (length(identifier) = 20 AND identifier GLOB 'rep-*' AND substr(identifier, 5) NOT GLOB '*[^0-9a-f]*'),
            person INTEGER NOT NULL REFERENCES person,
            laboratory TEXT NOT NULL CHECK (laboratory <> ''),
            caseName TEXT NOT NULL CHECK (caseName <> ''),
            subject TEXT NOT NULL CHECK (json_valid(subject)),
            template TEXT NOT NULL,
            templateVersion INTEGER NOT NULL,
            FOREIGN KEY (template, templateVersion) REFERENCES reportTemplate (identifier, version)
        ) STRICT;
        CREATE INDEX reportCase ON report (laboratory, caseName);
        CREATE INDEX reportPerson ON report (person);
        -- A row for each step of a version, with all of the version as it was after the step.
        CREATE TABLE reportVersion (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES report,
            number INTEGER NOT NULL CHECK (number >= 1),
            step INTEGER NOT NULL CHECK (step >= 0),
            state TEXT NOT NULL CHECK (state IN ('draft', 'reviewed', 'signed', 'amended', 'withdrawn')),
            content TEXT NOT NULL CHECK (json_valid(content)),
            UNIQUE (report, number, step)
        ) STRICT;
        -- The documents as they were given out.
        CREATE TABLE reportFile (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES report,
            number INTEGER NOT NULL CHECK (number >= 1),
            language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            bytes INTEGER NOT NULL CHECK (bytes > 0),
            UNIQUE (report, number, language)
        ) STRICT;
        CREATE TABLE reportCitation (
            id INTEGER PRIMARY KEY,
            report INTEGER NOT NULL REFERENCES report,
            number INTEGER NOT NULL CHECK (number >= 1),
            source TEXT NOT NULL CHECK (source <> ''),
            item TEXT NOT NULL CHECK (item <> ''),
            said TEXT NOT NULL CHECK (json_valid(said)),
            UNIQUE (report, number, source, item)
        ) STRICT;
        CREATE INDEX reportCitationSource ON reportCitation (source);

        """

    static let triggers =
        RecordsSchemaV1.appendOnly("reportTemplate") + RecordsSchemaV1.appendOnly("templateWord")
        + RecordsSchemaV1.appendOnly("report", unless: "EXISTS (SELECT 1 FROM destruction WHERE person = OLD.person)")
        + ["reportVersion", "reportFile", "reportCitation"].map { table in
            RecordsSchemaV1.appendOnly(
                table,
                unless: "EXISTS (SELECT 1 FROM destruction d JOIN report r ON r.person = d.person WHERE r.id = OLD.report)")
        }.joined()
}
