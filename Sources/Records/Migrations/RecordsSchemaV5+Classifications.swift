extension RecordsSchemaV5 {
    static let classifications = """
        -- Every laboratory's classifications as they arrived here, this region's own among them, without persons. `sequence` is what other
        -- regions remember how far they have read.
        CREATE TABLE classification (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            region TEXT NOT NULL CHECK (region GLOB '[0-9][0-9]'),
            laboratory TEXT NOT NULL CHECK (laboratory <> ''),
            variant TEXT NOT NULL CHECK (variant <> ''),
            condition TEXT NOT NULL CHECK (condition <> ''),
            -- Nil where the laboratory has none any more.
            content TEXT CHECK (content IS NULL OR json_valid(content)),
            -- Of the region that it came from; nil for this region's own.
            origin INTEGER CHECK (origin >= 1),
            arrivedAt INTEGER NOT NULL,
            UNIQUE (region, origin)
        ) STRICT;
        CREATE INDEX classificationVariant ON classification (variant);
        CREATE TABLE classificationMark (
            region TEXT PRIMARY KEY NOT NULL CHECK (region GLOB '[0-9][0-9]'),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            readAt INTEGER NOT NULL
        ) STRICT;
        -- How each region saw a conflict when its thread came to it; `thread` is the same everywhere.
        CREATE TABLE conflictHead (
            thread TEXT NOT NULL CHECK (length(thread) = 20 AND thread GLOB 'con-*' AND substr(thread, 5) NOT GLOB '*[^0-9a-f]*'),
            region TEXT NOT NULL CHECK (region GLOB '[0-9][0-9]'),
            variant TEXT NOT NULL CHECK (variant <> ''),
            condition TEXT NOT NULL CHECK (condition <> ''),
            founders TEXT NOT NULL CHECK (json_valid(founders)),
            openedAt INTEGER NOT NULL,
            PRIMARY KEY (thread, region)
        ) STRICT;
        CREATE INDEX conflictHeadSubject ON conflictHead (variant, condition);
        CREATE TABLE conflictStep (
            thread TEXT NOT NULL,
            region TEXT NOT NULL CHECK (region GLOB '[0-9][0-9]'),
            -- From 1, in the order in which the region took them.
            number INTEGER NOT NULL CHECK (number >= 1),
            content TEXT NOT NULL CHECK (json_valid(content)),
            recordedAt INTEGER NOT NULL,
            PRIMARY KEY (thread, region, number)
        ) STRICT;

        """

    static let recalls = """
        CREATE TABLE recallPlan (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            -- The reclassification; the same one makes one plan.
            change TEXT NOT NULL UNIQUE CHECK (json_valid(change)),
            urgency TEXT NOT NULL CHECK (urgency IN ('high', 'raised', 'low')),
            due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
            madeAt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE recallTask (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            plan INTEGER NOT NULL REFERENCES recallPlan,
            person INTEGER NOT NULL REFERENCES person,
            openedAt INTEGER NOT NULL,
            UNIQUE (plan, person)
        ) STRICT;
        CREATE INDEX recallTaskPerson ON recallTask (person);
        CREATE TABLE recallStep (
            task INTEGER NOT NULL REFERENCES recallTask,
            number INTEGER NOT NULL CHECK (number >= 1),
            content TEXT NOT NULL CHECK (json_valid(content)),
            PRIMARY KEY (task, number)
        ) STRICT;

        """

    static let exchangeTriggers =
        RecordsSchemaV1.appendOnly("classification") + RecordsSchemaV1.appendOnly("conflictHead")
        + RecordsSchemaV1.appendOnly("conflictStep") + RecordsSchemaV1.appendOnly("recallPlan")
        + RecordsSchemaV1.appendOnly("recallTask", unless: "EXISTS (SELECT 1 FROM destruction WHERE person = OLD.person)")
        + RecordsSchemaV1.appendOnly(
            "recallStep",
            unless: "EXISTS (SELECT 1 FROM destruction d JOIN recallTask t ON t.person = d.person WHERE t.id = OLD.task)")
}
