package import ClinicalModel
internal import Foundation
internal import GRDB

extension RecordsDatabase {
    /// Remembers out of which call sets figures were told; the same question to the same release again changes nothing.
    package func rememberFigureCohort(_ cohort: FigureCohort) throws {
        try write("answered questions", movesCounter: false) { db in
            try db.execute(
                sql: """
                    INSERT INTO figureCohort (organisation, release, question, callSets, answeredAt) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (organisation, release, question) DO NOTHING
                    """,
                arguments: [
                    cohort.organisation, cohort.release, cohort.question, Data(cohort.callSets), cohort.time.milliseconds,
                ])
        }
    }

    /// Takes the charges that fit under `budget`, in their order, and returns the figures that may be told: those, and those that were
    /// told before.
    package func charge(
        _ charges: [MembershipCharge], to organisation: String, budget: Double, time: Timestamp
    ) throws -> Set<Int64> {
        try write("membership risk", movesCounter: false) { db in
            var spent =
                try Double.fetchOne(
                    db, sql: "SELECT total(risk) FROM membershipRisk WHERE organisation = ?", arguments: [organisation]) ?? 0
            var told: Set<Int64> = []
            for charge in charges where !told.contains(charge.figure) {
                let isKnown = try Bool.fetchOne(
                    db, sql: "SELECT TRUE FROM membershipRisk WHERE organisation = ? AND figure = ?",
                    arguments: [organisation, charge.figure])
                if isKnown == nil {
                    guard spent + charge.risk <= budget else { continue }
                    spent += charge.risk
                    try db.execute(
                        sql: "INSERT INTO membershipRisk (organisation, figure, risk, toldAt) VALUES (?, ?, ?, ?)",
                        arguments: [organisation, charge.figure, charge.risk, time.milliseconds])
                }
                told.insert(charge.figure)
            }
            return told
        }
    }
}
