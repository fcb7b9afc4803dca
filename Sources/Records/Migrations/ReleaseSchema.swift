/// Requests for more than a region answers by itself, and their steps: version 4 of `records.sqlite` on the side that holds data, and
/// `releases.sqlite` on the side that asks. Both only grow.
enum ReleaseSchema {
    static let tables = """
        CREATE TABLE releaseRequest (
            id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 20 AND id GLOB 'rel-*' AND substr(id, 5) NOT GLOB '*[^0-9a-f]*'),
            -- The node through which it came, or where it was written.
            node TEXT NOT NULL CHECK (node <> ''),
            region TEXT NOT NULL CHECK (region GLOB '[0-9][0-9]'),
            asker TEXT NOT NULL CHECK (asker <> ''),
            askerName TEXT NOT NULL CHECK (askerName <> ''),
            askerRole TEXT NOT NULL CHECK (askerRole <> ''),
            askerRegion TEXT CHECK (askerRegion GLOB '[0-9][0-9]'),
            askerProvider TEXT CHECK (askerProvider <> ''),
            askerCareUnit TEXT CHECK (askerCareUnit <> ''),
            purpose TEXT NOT NULL CHECK (purpose <> ''),
            question TEXT NOT NULL CHECK (question <> ''),
            assembly TEXT NOT NULL CHECK (assembly IN ('GRCh37', 'GRCh38')),
            answered TEXT NOT NULL,
            wish TEXT NOT NULL CHECK (wish IN ('figures', 'interpretation', 'contact', 'records')),
            words TEXT NOT NULL CHECK (words <> ''),
            sentAt INTEGER NOT NULL,
            hasCareRelation INTEGER NOT NULL CHECK (hasCareRelation IN (0, 1))
        ) STRICT;
        CREATE INDEX releaseRequestAsker ON releaseRequest (asker);
        CREATE TABLE releaseStep (
            id INTEGER PRIMARY KEY,
            request TEXT NOT NULL REFERENCES releaseRequest,
            side TEXT NOT NULL CHECK (side IN ('asker', 'holder')),
            number INTEGER NOT NULL CHECK (number >= 1),
            -- Of the other side's steps, how many were known.
            seen INTEGER NOT NULL CHECK (seen >= 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'received', 'information-asked', 'information-given', 'granted', 'declined', 'closed', 'withdrawn')),
            actor TEXT NOT NULL CHECK (actor <> ''),
            actorName TEXT NOT NULL CHECK (actorName <> ''),
            unit TEXT CHECK (unit <> ''),
            words TEXT NOT NULL,
            takenAt INTEGER NOT NULL,
            UNIQUE (request, side, number),
            CHECK (words <> '' OR kind IN ('received', 'closed', 'withdrawn'))
        ) STRICT;

        """

    /// Of the side that asks: how many of its steps the other side is known to have.
    static let bringing = """
        CREATE TABLE releaseBrought (
            id INTEGER PRIMARY KEY,
            request TEXT NOT NULL REFERENCES releaseRequest,
            steps INTEGER NOT NULL CHECK (steps >= 0),
            broughtAt INTEGER NOT NULL,
            UNIQUE (request, steps)
        ) STRICT;

        """

    static let triggers = RecordsSchemaV1.appendOnly("releaseRequest") + RecordsSchemaV1.appendOnly("releaseStep")
}
