package import ClinicalModel
internal import Foundation
internal import GRDB
internal import StructuredText

extension RecordsDatabase {
    /// The policy that holds on a day: the latest version in force then, the controller's own before the region's.
    package func policy(on date: CivilDate, controller: OrganisationCode? = nil) throws -> PolicyVersion? {
        try read { db in
            try db.policies(
                where:
                    "validFrom <= ? AND (controller IS NULL OR controller = ?) ORDER BY controller IS NULL, version DESC LIMIT 1",
                [date.description, controller?.text]
            ).first
        }
    }

    /// All versions, in order.
    package func policies() throws -> [PolicyVersion] { try read { try $0.policies(where: "TRUE ORDER BY version", []) } }

    package func organisations() throws -> [Organisation] {
        try read { try $0.organisations(where: "TRUE ORDER BY code", []) }
    }

    package func organisation(_ code: OrganisationCode) throws -> Organisation? {
        try read { try $0.organisations(where: "code = ?", [code.text]).first }
    }

    package func project(_ registration: String) throws -> ProjectApproval? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT registration, title, approvedFrom, approvedTo, requiresConsent FROM project WHERE registration = ?",
                arguments: [registration])
            guard let row else { return nil }
            func values(_ table: String, _ column: String) throws -> [String] {
                try String.fetchAll(db, sql: "SELECT \(column) FROM \(table) WHERE project = ?", arguments: [registration])
            }
            return ProjectApproval(
                registration: try row.text(0), title: try row.text(1), approvedFrom: try row.date(2), approvedTo: try row.date(3),
                regions: Set(try values("projectRegion", "region").map { try Row.known(RegionCode($0)) }),
                dataKinds: Set(try values("projectDataKind", "kind")), people: Set(try values("projectMember", "identity")),
                requiresConsent: try row.flag(4))
        }
    }

    package func enquiry(_ id: String) throws -> FeasibilityEnquiry? { try read { try $0.enquiry(id) } }

    package func answers(to enquiry: String) throws -> [FeasibilityAnswer] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT provider, lowest, highest, answeredAt FROM feasibilityAnswer WHERE enquiry = ? ORDER BY provider",
                arguments: [enquiry]
            ).map { row in
                let (lowest, highest) = (try row.integer(1), try row.integer(2))
                guard lowest <= highest else { throw RecordsError(.unreadableRow, place: path) }
                return FeasibilityAnswer(provider: try row.text(0), figure: lowest...highest, time: try row.time(3))
            }
        }
    }

    /// What has been answered to an organisation from one release, in order.
    package func answeredSets(organisation: String, release: String) throws -> [AnsweredSet] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT question, people, answeredAt FROM answeredSet WHERE organisation = ? AND release = ? ORDER BY id
                    """, arguments: [organisation, release]
            ).map { row in
                AnsweredSet(
                    organisation: organisation, release: release, question: try row.text(0),
                    people: Array(try row.decode(Data.self, atIndex: 1)), time: try row.time(2))
            }
        }
    }

    /// All samples that were drawn, in order.
    package func sampleChecks() throws -> [SampleCheck] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, "from", "to", seed, events, drawnAt, assessment, signer, assessedAt FROM sampleCheck ORDER BY id
                    """
            ).map { row in
                let (from, to) = (try row.time(1), try row.time(2))
                guard from <= to else { throw RecordsError(.unreadableRow, place: path) }
                var assessment: SampleCheck.Assessment?
                if let text = try row.optionalText(6), let signer = try row.optionalText(7), let time = try row.optionalTime(8) {
                    assessment = SampleCheck.Assessment(text: text, signer: signer, time: time)
                }
                let events = try row.value(4) { try? JSONReader.read($0).array?.compactMap(\.integer) }
                return SampleCheck(
                    id: try row.integer(0), period: from...to, seed: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 3)),
                    events: events, drawn: try row.time(5), assessment: assessment)
            }
        }
    }

    package func setting(_ key: String) throws -> String? {
        try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key]) }
    }

    package func settings() throws -> [String: String] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT key, value FROM setting").reduce(into: [:]) { $0[try $1.text(0)] = try $1.text(1) }
        }
    }

    package func publicationBatches() throws -> [PublicationBatch] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT number, closedAt, people, callSets FROM publicationBatch ORDER BY number").map {
                PublicationBatch(
                    number: try $0.integer(0), closed: try $0.time(1), people: try $0.integer(2), callSets: try $0.integer(3))
            }
        }
    }

    /// Names the data that other regions' questions are answered from: `batch 3 of 2026-11-21`, or `no batch yet`.
    package func release() throws -> String { try read { try $0.release() } }
}

extension Database {
    func release() throws -> String {
        let last = try Row.fetchOne(self, sql: "SELECT number, closedAt FROM publicationBatch ORDER BY number DESC LIMIT 1")
        guard let last else { return "no batch yet" }
        return "batch \(try last.integer(0)) of \(try last.time(1).date)"
    }

    func enquiry(_ id: String) throws -> FeasibilityEnquiry? {
        try Row.fetchOne(
            self, sql: "SELECT id, criteria, digest, asker, plannedStudy, frozenAt FROM feasibilityEnquiry WHERE id = ?",
            arguments: [id]
        ).map {
            FeasibilityEnquiry(
                id: try $0.text(0), criteria: try $0.text(1), digest: try $0.text(2), asker: try $0.text(3),
                plannedStudy: try $0.text(4), frozen: try $0.time(5))
        }
    }

    fileprivate func policies(where condition: String, _ arguments: StatementArguments) throws -> [PolicyVersion] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT version, controller, text, sha256, validFrom, proposedBy, approvedBy, publishedAt FROM policyVersion
                WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            PolicyVersion(
                version: try row.integer(0), controller: try row.optionalValue(1) { OrganisationCode($0) },
                text: try row.text(2), sha256: try row.text(3), validFrom: try row.date(4), proposedBy: try row.text(5),
                approvedBy: try row.text(6), published: try row.time(7))
        }
    }

    fileprivate func organisations(where condition: String, _ arguments: StatementArguments) throws -> [Organisation] {
        try Row.fetchAll(
            self, sql: "SELECT code, kind, name, region, controller FROM organisation WHERE \(condition)", arguments: arguments
        ).map { row in
            Organisation(
                code: try row.value(0) { OrganisationCode($0) }, kind: try row.named(1), name: try row.text(2),
                region: try row.value(3) { RegionCode($0) }, controller: try row.optionalValue(4) { OrganisationCode($0) })
        }
    }
}
