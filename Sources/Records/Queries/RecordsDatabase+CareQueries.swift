package import ClinicalModel
internal import GRDB

extension RecordsDatabase {
    /// The people in whose care somebody takes part on a day, in the order in which they were put on record.
    package func peopleInCare(of actor: String, on date: CivilDate) throws -> [Pseudonym] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.pseudonym FROM careRelation c JOIN person p ON p.id = c.person
                    WHERE c.actor = :actor AND c."from" <= :date AND (c."to" IS NULL OR c."to" >= :date)
                    GROUP BY p.pseudonym ORDER BY min(c.id)
                    """, arguments: ["actor": actor, "date": date.description]
            ).map { try $0.value(0) { Pseudonym($0) } }
        }
    }
}
