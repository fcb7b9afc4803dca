internal import ClinicalModel
internal import Foundation
internal import GRDB

extension RecordsDatabase {
    /// Out of which call sets an organisation has had figures, of every release, in order.
    package func figureCohorts(organisation: String) throws -> [FigureCohort] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT question, callSets, answeredAt, release FROM figureCohort WHERE organisation = ? ORDER BY id
                    """, arguments: [organisation]
            ).map { row in
                FigureCohort(
                    organisation: organisation, release: try row.text(3), question: try row.text(0),
                    callSets: Array(try row.decode(Data.self, atIndex: 1)), time: try row.time(2))
            }
        }
    }

    /// The figures of variants that an organisation has been told, of every release.
    package func membershipCharges(organisation: String) throws -> [MembershipCharge] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT figure, risk FROM membershipRisk WHERE organisation = ? ORDER BY id", arguments: [organisation]
            ).map {
                MembershipCharge(figure: try $0.decode(Int64.self, atIndex: 0), risk: try $0.decode(Double.self, atIndex: 1))
            }
        }
    }

    /// What every organisation has used of the risk, by descending risk: figures told, and their sum in nats.
    package func membershipRisks() throws -> [(organisation: String, figures: Int, risk: Double)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT organisation, count(*), total(risk) FROM membershipRisk GROUP BY organisation ORDER BY 3 DESC, 1
                    """
            ).map { (try $0.text(0), try $0.integer(1), try $0.decode(Double.self, atIndex: 2)) }
        }
    }

    /// Moves whenever something is remembered of an answer, whichever process does it.
    package func disclosureCounter() throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT coalesce(max(id), 0) FROM answeredSet) + (SELECT coalesce(max(id), 0) FROM figureCohort)
                        + (SELECT coalesce(max(id), 0) FROM membershipRisk)
                    """) ?? 0
        }
    }
}
