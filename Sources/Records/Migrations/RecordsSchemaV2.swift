/// Version 2 of `records.sqlite`: what figures of variants have told to whom.
enum RecordsSchemaV2 {
    static let disclosures = """
        -- A selection of call sets out of which an organisation has had figures of variants, whichever they were.
        CREATE TABLE figureCohort (
            id INTEGER PRIMARY KEY,
            organisation TEXT NOT NULL CHECK (organisation <> ''),
            release TEXT NOT NULL CHECK (release <> ''),
            question TEXT NOT NULL CHECK (question <> ''),
            callSets BLOB NOT NULL,
            answeredAt INTEGER NOT NULL,
            UNIQUE (organisation, release, question)
        ) STRICT;
        -- What each figure of a variant that was told adds to the risk that membership is inferred. Not by release: people stay.
        CREATE TABLE membershipRisk (
            id INTEGER PRIMARY KEY,
            organisation TEXT NOT NULL CHECK (organisation <> ''),
            -- Names the figure by the people that it was computed from; the same figure again tells nothing new.
            figure INTEGER NOT NULL,
            risk REAL NOT NULL CHECK (risk >= 0),
            toldAt INTEGER NOT NULL,
            UNIQUE (organisation, figure)
        ) STRICT;

        """

    static let triggers = RecordsSchemaV1.appendOnly("figureCohort") + RecordsSchemaV1.appendOnly("membershipRisk")
}
