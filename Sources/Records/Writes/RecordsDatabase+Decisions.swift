package import ClinicalModel
internal import Foundation
internal import GRDB
internal import StructuredText

extension RecordsDatabase {
    /// Publishes the next version of the policy, which two different people agreed on. Returns it with its number.
    package func publishPolicy(
        _ text: String, controller: OrganisationCode? = nil, validFrom: CivilDate, proposedBy: String, approvedBy: String,
        time: Timestamp
    ) throws -> PolicyVersion {
        try write("policy") { db in
            if let controller { try db.requireOrganisation(controller, .controller) }
            let version = try Int.fetchOne(db, sql: "SELECT coalesce(max(version), 0) + 1 FROM policyVersion") ?? 1
            let sha256 = ContentDigest.of(text)
            try db.execute(
                sql: "INSERT INTO policyVersion VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    version, controller?.text, text, sha256, validFrom.description, proposedBy, approvedBy, time.milliseconds,
                ])
            return PolicyVersion(
                version: version, controller: controller, text: text, sha256: sha256, validFrom: validFrom,
                proposedBy: proposedBy, approvedBy: approvedBy, published: time)
        }
    }

    /// Publishes to other regions everything that waits, as one batch. Nil, and nothing changes, while fewer than `minimumPeople` people
    /// wait: a question before and after would single them out.
    package func closePublicationBatch(minimumPeople: Int, time: Timestamp) throws -> PublicationBatch? {
        try write("publication batch") { db in
            let waiting = "publicationBatch IS NULL AND replacedBy IS NULL"
            let row = try Row.fetchOne(db, sql: "SELECT count(DISTINCT person), count(*) FROM callSet WHERE \(waiting)")
            let (people, callSets) = try (Row.known(row).integer(0), Row.known(row).integer(1))
            guard people >= max(1, minimumPeople) else { return nil }
            let number = try Int.fetchOne(db, sql: "SELECT coalesce(max(number), 0) + 1 FROM publicationBatch") ?? 1
            try db.execute(
                sql: "INSERT INTO publicationBatch VALUES (?, ?, ?, ?)", arguments: [number, time.milliseconds, people, callSets])
            try db.execute(sql: "UPDATE callSet SET publicationBatch = ? WHERE \(waiting)", arguments: [number])
            return PublicationBatch(number: number, closed: time, people: people, callSets: callSets)
        }
    }

    /// Registers a project's approval, or brings a known one up to date.
    package func register(_ project: ProjectApproval) throws {
        try write(project.registration) { db in
            try db.execute(
                sql: """
                    INSERT INTO project VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET title = excluded.title, approvedFrom = excluded.approvedFrom,
                        approvedTo = excluded.approvedTo, requiresConsent = excluded.requiresConsent
                    """,
                arguments: [
                    project.registration, project.title, project.approvedFrom.description, project.approvedTo.description,
                    project.requiresConsent,
                ])
            let parts = [
                ("projectRegion", project.regions.map(\.description)), ("projectDataKind", Array(project.dataKinds)),
                ("projectMember", Array(project.people)),
            ]
            for (table, values) in parts {
                try db.execute(sql: "DELETE FROM \(table) WHERE project = ?", arguments: [project.registration])
                for value in values.sorted() {
                    try db.execute(sql: "INSERT INTO \(table) VALUES (?, ?)", arguments: [project.registration, value])
                }
            }
        }
    }

    /// Freezes an enquiry before it runs; from here on it cannot be changed. The same enquiry again changes nothing.
    package func freezeEnquiry(_ enquiry: FeasibilityEnquiry) throws {
        try write(enquiry.id, movesCounter: false) { db in
            if try db.enquiry(enquiry.id) == enquiry { return }
            try db.execute(
                sql: "INSERT INTO feasibilityEnquiry VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    enquiry.id, enquiry.criteria, enquiry.digest, enquiry.asker, enquiry.plannedStudy,
                    enquiry.frozen.milliseconds,
                ])
        }
    }

    /// Records the figure that left a provider; each provider answers an enquiry once.
    package func recordAnswer(_ answer: FeasibilityAnswer, to enquiry: String) throws {
        try write(enquiry, movesCounter: false) { db in
            guard try db.enquiry(enquiry) != nil else { throw RecordsError(.unknownEnquiry, place: enquiry) }
            try db.execute(
                sql: "INSERT INTO feasibilityAnswer VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    enquiry, answer.provider, answer.figure.lowerBound, answer.figure.upperBound, answer.time.milliseconds,
                ])
        }
    }

    /// Records that an actor takes part in somebody's care.
    package func addCareRelation(_ relation: CareRelation) throws {
        try write { db in
            try db.execute(
                sql: "INSERT INTO careRelation (actor, person, \"from\", \"to\") VALUES (?, ?, ?, ?)",
                arguments: [
                    relation.actor, try db.requirePerson(relation.person, place: path), relation.from.description,
                    relation.to?.description,
                ])
        }
    }

    /// Remembers which people an answer counted; the same question to the same release again changes nothing.
    package func rememberAnsweredSet(_ answered: AnsweredSet) throws {
        try write("answered questions", movesCounter: false) { db in
            try db.execute(
                sql: """
                    INSERT INTO answeredSet (organisation, release, question, people, answeredAt) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (organisation, release, question) DO NOTHING
                    """,
                arguments: [
                    answered.organisation, answered.release, answered.question, Data(answered.people),
                    answered.time.milliseconds,
                ])
        }
    }

    /// Keeps a sample of the ledger that has been drawn. Returns it with its number.
    package func recordSample(
        period: ClosedRange<Timestamp>, seed: UInt64, events: [Int], drawn: Timestamp
    ) throws -> SampleCheck {
        try write("sample check") { db in
            try db.execute(
                sql: "INSERT INTO sampleCheck (\"from\", \"to\", seed, events, drawnAt) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    period.lowerBound.milliseconds, period.upperBound.milliseconds, Int64(bitPattern: seed),
                    JSONValue(events.map { JSONValue($0) }).canonicalText, drawn.milliseconds,
                ])
            return SampleCheck(
                id: Int(db.lastInsertedRowID), period: period, seed: seed, events: events, drawn: drawn, assessment: nil)
        }
    }

    /// Signs the assessment of a sample; it cannot be changed afterwards.
    package func assessSample(_ sample: Int, _ assessment: SampleCheck.Assessment) throws {
        try write(String(sample)) { db in
            try db.execute(
                sql: "UPDATE sampleCheck SET assessment = ?, signer = ?, assessedAt = ? WHERE id = ?",
                arguments: [assessment.text, assessment.signer, assessment.time.milliseconds, sample])
            guard db.changesCount == 1 else { throw RecordsError(.unknownSample, place: String(sample)) }
        }
    }

    /// Records that a copy of somebody's data was made. Returns its number.
    package func recordCopy(
        of person: Pseudonym, kind: ReleasedCopy.Kind, reference: String, projectPseudonym: String, path copyPath: String,
        time: Timestamp
    ) throws -> Int {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO releasedCopy (person, kind, reference, projectPseudonym, path, madeAt) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    try db.requirePerson(person, place: path), kind.rawValue, reference, projectPseudonym, copyPath,
                    time.milliseconds,
                ])
            return Int(db.lastInsertedRowID)
        }
    }

    /// Records that a copy was deleted for another reason than a person's ending, such as the end of a study.
    package func markCopyDeleted(_ copy: Int, time: Timestamp) throws {
        try write(String(copy)) { db in
            try db.execute(
                sql: "UPDATE releasedCopy SET deletedAt = ? WHERE id = ? AND deletedAt IS NULL",
                arguments: [time.milliseconds, copy])
            guard db.changesCount == 1 else { throw RecordsError(.unknownCopy, place: String(copy)) }
        }
    }

    /// Sets what the region configures for itself, such as its default controller; nil removes it.
    package func set(_ key: String, to value: String?) throws {
        try write(key) { db in
            if let value {
                try db.execute(
                    sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                    arguments: [key, value])
            } else {
                try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [key])
            }
        }
    }
}
