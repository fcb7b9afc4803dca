internal import ClinicalModel
package import GRDB
internal import StructuredText

/// `enquiries.sqlite`: the study enquiries that were registered at a node, and what every region answered. It lies beside the partitions and
/// is no region's own; it holds numbers and words of regions, and nothing about any person but who asked and who answered.
package final class EnquiryDatabase: NodeDatabase {
    package let database: any DatabaseWriter
    package let path: String

    package init(_ database: any DatabaseWriter, at path: String) {
        self.database = database
        self.path = path
    }

    package static var migrator: DatabaseMigrator { EnquirySchema.migrator }

    // MARK: Writing

    /// Registers an enquiry; durable when this returns. One that is there is left as it is, and returned with the moment it came.
    package func register(_ enquiry: StudyEnquiry) throws -> StudyEnquiry {
        try write(enquiry.id) { db in
            if let known = try db.studyEnquiries(where: "id = ?", [enquiry.id]).first { return known }
            try db.execute(
                sql: "INSERT INTO enquiry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    enquiry.id, enquiry.digest, enquiry.title, enquiry.sponsor, enquiry.criteria, enquiry.plannedStudy,
                    enquiry.contact, enquiry.deadline.description, enquiry.registrant, enquiry.organisation,
                    enquiry.registered.milliseconds,
                ])
            try db.insert(EnquiryStep(.registered, time: enquiry.registered, actor: enquiry.registrant), of: enquiry.id)
            return enquiry
        }
    }

    /// Records steps. One of the whole enquiry that was taken before stays as it was.
    package func record(_ steps: [EnquiryStep], of enquiry: String) throws {
        try write(enquiry) { db in
            try db.requireEnquiry(enquiry)
            for step in steps { try db.insert(step, of: enquiry) }
        }
    }

    /// Records what became of the question in regions, and that those that computed did. A region that has computed before keeps its figure.
    package func record(_ figures: [EnquiryFigure], of enquiry: String, actor: String) throws {
        try write(enquiry) { db in
            try db.requireEnquiry(enquiry)
            for figure in figures {
                let hasFigure = try Bool.fetchOne(
                    db,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM enquiryFigure
                            WHERE enquiry = ? AND region = ? AND state IN ('answered', 'suppressed'))
                        """, arguments: [enquiry, figure.region.description])
                guard hasFigure == false else { continue }
                try db.execute(
                    sql: """
                        INSERT INTO enquiryFigure (enquiry, region, state, lowest, highest, reasonSwedish, reasonEnglish, recordedAt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        enquiry, figure.region.description, figure.state.rawValue, figure.figure?.lowerBound,
                        figure.figure?.upperBound, figure.reason?.sv, figure.reason?.en, figure.time.milliseconds,
                    ])
                if figure.state.isFinal {
                    try db.insert(EnquiryStep(.computed, region: figure.region, time: figure.time, actor: actor), of: enquiry)
                }
            }
        }
    }

    /// Records what a steward answers for a region; an earlier answer stays, and the later holds.
    package func record(_ opinion: EnquiryOpinion, of enquiry: String) throws {
        try write(enquiry) { db in
            try db.requireEnquiry(enquiry)
            try db.execute(
                sql: """
                    INSERT INTO enquiryOpinion (enquiry, region, decision, words, site, contact, steward, answeredAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    enquiry, opinion.region.description, opinion.decision.rawValue, opinion.words, opinion.site,
                    opinion.contact, opinion.steward, opinion.time.milliseconds,
                ])
            try db.insert(
                EnquiryStep(.answered, region: opinion.region, time: opinion.time, actor: opinion.steward), of: enquiry)
        }
    }

    // MARK: Reading

    package func enquiry(_ id: String) throws -> StudyEnquiry? {
        try read { try $0.studyEnquiries(where: "id = ?", [id]).first }
    }

    /// In the order in which they were registered.
    package func enquiries() throws -> [StudyEnquiry] { try read { try $0.studyEnquiries(where: "TRUE", []) } }

    /// In the order in which they were taken.
    package func steps(of enquiry: String) throws -> [EnquiryStep] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT kind, region, takenAt, actor FROM enquiryStep WHERE enquiry = ? ORDER BY id",
                arguments: [enquiry]
            ).map { row in
                EnquiryStep(
                    try row.named(0), region: try row.optionalValue(1) { RegionCode($0) }, time: try row.time(2),
                    actor: try row.text(3))
            }
        }
    }

    /// The latest of each region, by region.
    package func figures(of enquiry: String) throws -> [EnquiryFigure] {
        let columns = "region, state, lowest, highest, reasonSwedish, reasonEnglish, recordedAt"
        return try latest("enquiryFigure", columns, of: enquiry) { row in
            var figure: ClosedRange<Int>?
            if let lowest = try row.optionalInteger(2), let highest = try row.optionalInteger(3) {
                guard lowest <= highest else { throw RecordsError(.unreadableRow, place: path) }
                figure = lowest...highest
            }
            var reason: LocalizedText?
            if let sv = try row.optionalText(4), let en = try row.optionalText(5) { reason = LocalizedText(sv: sv, en: en) }
            return EnquiryFigure(
                region: try row.value(0) { RegionCode($0) }, state: try row.named(1), figure: figure, reason: reason,
                time: try row.time(6))
        }
    }

    /// The latest of each region, by region.
    package func opinions(on enquiry: String) throws -> [EnquiryOpinion] {
        try latest("enquiryOpinion", "region, decision, words, site, contact, steward, answeredAt", of: enquiry) { row in
            EnquiryOpinion(
                region: try row.value(0) { RegionCode($0) }, decision: try row.named(1), words: try row.text(2),
                site: try row.text(3), contact: try row.text(4), steward: try row.text(5), time: try row.time(6))
        }
    }

    /// Of a table to which every region appends what it says of enquiries: the last row of each.
    private func latest<Value>(
        _ table: String, _ columns: String, of enquiry: String, _ value: (Row) throws -> Value
    ) throws -> [Value] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(columns) FROM \(table)
                    WHERE id IN (SELECT max(id) FROM \(table) WHERE enquiry = ? GROUP BY region) ORDER BY region
                    """, arguments: [enquiry]
            ).map(value)
        }
    }

}

extension Database {
    fileprivate func studyEnquiries(where condition: String, _ arguments: StatementArguments) throws -> [StudyEnquiry] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT id, digest, title, sponsor, criteria, plannedStudy, contact, deadline, registrant, organisation, registeredAt
                FROM enquiry WHERE \(condition) ORDER BY registeredAt, id
                """, arguments: arguments
        ).map { row in
            let enquiry = StudyEnquiry(
                title: try row.text(2), sponsor: try row.text(3), criteria: try row.text(4), plannedStudy: try row.text(5),
                contact: try row.text(6), deadline: try row.date(7), registrant: try row.text(8), organisation: try row.text(9),
                registered: try row.time(10))
            // What was frozen is what its digest says.
            let id = try row.text(0)
            guard id == enquiry.id, try row.text(1) == enquiry.digest else { throw RecordsError(.damaged, place: id) }
            return enquiry
        }
    }

    fileprivate func requireEnquiry(_ id: String) throws {
        let isKnown = try Bool.fetchOne(self, sql: "SELECT EXISTS (SELECT 1 FROM enquiry WHERE id = ?)", arguments: [id])
        guard isKnown == true else { throw RecordsError(.unknownEnquiry, place: id) }
    }

    fileprivate func insert(_ step: EnquiryStep, of enquiry: String) throws {
        try execute(
            sql: """
                INSERT INTO enquiryStep (enquiry, kind, region, actor, takenAt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (enquiry, kind) WHERE region IS NULL DO NOTHING
                """,
            arguments: [enquiry, step.kind.rawValue, step.region?.description, step.actor, step.time.milliseconds])
    }
}
