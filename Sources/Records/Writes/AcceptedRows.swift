internal import ClinicalModel
internal import Foundation
internal import GRDB
internal import GenomeModel

/// The rows of one submission on their way into the tables, inside the transaction that accepts it.
struct AcceptedRows {
    let db: Database
    let submission: String
    /// Pseudonyms to row ids, as far as they have been looked up.
    private var people: [Pseudonym: Int] = [:]

    init(db: Database, submission: String) {
        self.db = db
        self.submission = submission
    }

    mutating func id(of person: Pseudonym) throws -> Int {
        if let id = people[person] { return id }
        let id = try db.requirePerson(person, place: submission)
        people[person] = id
        return id
    }

    mutating func upsert(_ person: Person) throws {
        try db.cachedStatement(
            """
            INSERT INTO person (pseudonym, sex, birth, homeRegion, municipalityGroup) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (pseudonym) DO UPDATE SET sex = excluded.sex, birth = coalesce(excluded.birth, birth),
                homeRegion = excluded.homeRegion,
                municipalityGroup = coalesce(excluded.municipalityGroup, municipalityGroup)
            """
        ).execute(arguments: [
            person.pseudonym.text, person.sex.rawValue, person.birth?.description, person.homeRegion?.description,
            person.municipalityGroup?.rawValue,
        ])
    }

    mutating func upsert(_ specimen: Specimen) throws {
        let person = try id(of: specimen.person)
        if let owner = try Int.fetchOne(db, sql: "SELECT person FROM specimen WHERE name = ?", arguments: [specimen.name]),
            owner != person
        {
            throw RecordsError(.specimenOfAnotherPerson, place: specimen.name)
        }
        try db.cachedStatement(
            """
            INSERT INTO specimen (name, person, kind, bodySite, sampled, tumourCellContent, biobankReference)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, bodySite = excluded.bodySite, sampled = excluded.sampled,
                tumourCellContent = excluded.tumourCellContent, biobankReference = excluded.biobankReference
            """
        ).execute(arguments: [
            specimen.name, person, specimen.kind.rawValue, specimen.bodySite?.description, specimen.sampled?.description,
            specimen.tumourCellContent, specimen.biobankReference,
        ])
    }

    /// The same version always has the same targets, kind and laboratory; accreditation and status may change.
    func register(_ assay: AssayVersion) throws {
        try db.requireOrganisation(assay.laboratory, .laboratory)
        let known = try Row.fetchOne(
            db, sql: "SELECT kind, laboratory, targets FROM assayVersion WHERE indexName = ?", arguments: [assay.indexName])
        if let known {
            guard try known.text(0) == assay.kind.rawValue, try known.text(1) == assay.laboratory.text,
                try known.optionalText(2) == assay.targets
            else { throw RecordsError(.assayDiffers, place: assay.indexName) }
            try db.execute(
                sql: "UPDATE assayVersion SET isAccredited = ?, status = ? WHERE indexName = ?",
                arguments: [assay.isAccredited, assay.status.rawValue, assay.indexName])
        } else {
            try db.execute(
                sql: """
                    INSERT INTO assayVersion (name, version, kind, laboratory, isAccredited, status, targets)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    assay.name, assay.version, assay.kind.rawValue, assay.laboratory.text, assay.isAccredited,
                    assay.status.rawValue, assay.targets,
                ])
        }
    }

    mutating func insert(_ callSet: AcceptedSubmission.CallSet) throws {
        let record = callSet.record
        var replaced: (id: Int, batch: Int?)?
        if let name = callSet.replaces {
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT id, publicationBatch FROM callSet WHERE name = ? AND replacedBy IS NULL", arguments: [name])
            else { throw RecordsError(.unknownCallSet, place: name) }
            replaced = (try row.integer(0), try row.optionalInteger(1))
        }
        // AUTOINCREMENT counts from the highest that was ever given, so the number has to be asked for to be known beforehand.
        let next = try Int.fetchOne(db, sql: "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'callSet'), 0) + 1")
        let id = try Row.known(next)
        // First, so that the name is free: the reference is checked when the transaction ends.
        if let replaced {
            try db.execute(sql: "UPDATE callSet SET replacedBy = ? WHERE id = ?", arguments: [id, replaced.id])
        }
        guard
            try Int.fetchOne(db, sql: "SELECT 1 FROM callSet WHERE name = ? AND replacedBy IS NULL", arguments: [record.name])
                == nil
        else { throw RecordsError(.callSetExists, place: record.name) }
        try db.cachedStatement(
            """
            INSERT INTO callSet (id, name, person, specimen, assay, assembly, origin, area, homeRegion, orderingProvider,
                performingLaboratory, controller, analysed, caseName, submission, publicationBatch, fingerprint)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).execute(
            arguments: [id, record.name, try self.id(of: record.person)]
                + (try references(of: record))
                + [record.assembly.rawValue, record.origin.rawValue]
                + AcceptedRows.description(of: record)
                + [submission, replaced?.batch, callSet.fingerprint.map { Data($0) }])
        try insert(callSet.metrics, of: id)
    }

    mutating func update(_ record: CallSetRecord) throws {
        try db.cachedStatement(
            """
            UPDATE callSet SET specimen = ?, assay = ?, area = ?, homeRegion = ?, orderingProvider = ?, performingLaboratory = ?,
                controller = ?, analysed = ?, caseName = ? WHERE name = ? AND replacedBy IS NULL
            """
        ).execute(arguments: (try references(of: record)) + AcceptedRows.description(of: record) + [record.name])
        guard db.changesCount == 1 else { throw RecordsError(.unknownCallSet, place: record.name) }
    }

    func replaceMetrics(of callSet: String, with metrics: [QualityMetric]) throws {
        guard
            let id = try Int.fetchOne(
                db, sql: "SELECT id FROM callSet WHERE name = ? AND replacedBy IS NULL", arguments: [callSet])
        else { throw RecordsError(.unknownCallSet, place: callSet) }
        try db.execute(sql: "DELETE FROM qualityMetric WHERE callSet = ?", arguments: [id])
        try insert(metrics, of: id)
    }

    private func insert(_ metrics: [QualityMetric], of callSet: Int) throws {
        for metric in metrics {
            try db.cachedStatement("INSERT INTO qualityMetric VALUES (?, ?, ?, ?)")
                .execute(arguments: [callSet, metric.name, metric.value, metric.unit])
        }
    }

    /// Row ids of the specimen and the assay that a record names.
    private func references(of record: CallSetRecord) throws -> StatementArguments {
        guard let specimen = try Int.fetchOne(db, sql: "SELECT id FROM specimen WHERE name = ?", arguments: [record.specimen])
        else { throw RecordsError(.unknownSpecimen, place: record.specimen) }
        guard let assay = try Int.fetchOne(db, sql: "SELECT id FROM assayVersion WHERE indexName = ?", arguments: [record.assay])
        else { throw RecordsError(.unknownAssay, place: record.assay) }
        try db.requireOrganisation(record.orderingProvider)
        try db.requireOrganisation(record.performingLaboratory, .laboratory)
        try db.requireOrganisation(record.controller, .controller)
        return [specimen, assay]
    }

    private static func description(of record: CallSetRecord) -> StatementArguments {
        [
            record.area.rawValue, record.homeRegion?.description, record.orderingProvider.text,
            record.performingLaboratory.text, record.controller.text, record.analysed.description, record.caseName,
        ]
    }
}

extension Database {
    func cachedStatement(_ sql: String) throws -> Statement { try cachedStatement(sql: sql) }

    /// The row id of a person. The place is never the pseudonym.
    func requirePerson(_ person: Pseudonym, place: String) throws -> Int {
        guard let id = try Int.fetchOne(self, sql: "SELECT id FROM person WHERE pseudonym = ?", arguments: [person.text])
        else { throw RecordsError(.unknownPerson, place: place) }
        return id
    }

    func requireOrganisation(_ code: OrganisationCode, _ kind: Organisation.Kind? = nil) throws {
        let found = try String.fetchOne(self, sql: "SELECT kind FROM organisation WHERE code = ?", arguments: [code.text])
        guard let found, kind == nil || found == kind?.rawValue else {
            throw RecordsError(.unknownOrganisation, place: code.text)
        }
    }
}
