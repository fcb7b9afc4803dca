package import ClinicalModel
internal import GRDB
package import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// Keeps a plan with a task for each carrier who has none of it yet, in one transaction. Returns how many tasks are new; the same plan
    /// for the same carriers again makes none. Carriers whom the region does not know are passed over.
    package func recall(_ plan: RecallPlan, carriers: [Pseudonym], at time: Timestamp) throws -> Int {
        try write("recalls", movesCounter: false) { db in
            let change = plan.change.json.canonicalText
            try db.execute(
                sql: "INSERT INTO recallPlan (change, urgency, due, madeAt) VALUES (?, ?, ?, ?) ON CONFLICT (change) DO NOTHING",
                arguments: [change, plan.urgency.rawValue, plan.due.description, time.milliseconds])
            let id = try Row.known(
                try Int.fetchOne(db, sql: "SELECT id FROM recallPlan WHERE change = ?", arguments: [change]))
            let known = try db.recalls(where: "t.plan = ?", [id]).map(\.task)
            let tasks = plan.tasks(for: carriers, having: known, at: time)
            var made = 0
            for task in tasks {
                try db.execute(
                    sql: """
                        INSERT INTO recallTask (plan, person, openedAt) SELECT ?, id, ? FROM person WHERE pseudonym = ?
                        """, arguments: [id, time.milliseconds, task.carrier.text])
                made += db.changesCount
            }
            return made
        }
    }

    /// Takes a step of a recall, in one transaction. Throws `unknownRecall`.
    package func takeRecallStep(
        _ recall: Int, _ make: (RecallTask) throws -> RecallTask.Step
    ) throws -> RecordedRecall {
        try write("recalls", movesCounter: false) { db in
            guard let known = try db.recalls(where: "t.id = ?", [recall]).first else {
                throw RecordsError(.unknownRecall, place: String(recall))
            }
            let step = try make(known.task)
            try db.execute(
                sql: "INSERT INTO recallStep VALUES (?, ?, ?)",
                arguments: [recall, known.task.steps.count + 1, step.json.canonicalText])
            return try Row.known(try db.recalls(where: "t.id = ?", [recall]).first)
        }
    }

    /// All recalls, those that are due first before the others.
    package func recalls() throws -> [RecordedRecall] { try read { try $0.recalls(where: "TRUE", []) } }

    package func recall(_ id: Int) throws -> RecordedRecall? { try read { try $0.recalls(where: "t.id = ?", [id]).first } }

    package func recalls(of person: Pseudonym) throws -> [RecordedRecall] {
        try read { try $0.recalls(where: "p.pseudonym = ?", [person.text]) }
    }

    /// The reclassifications for which plans were made.
    package func recalledChanges() throws -> Set<Reclassification> {
        try read { db in
            Set(try Row.fetchAll(db, sql: "SELECT change FROM recallPlan").map { try $0.form(0, as: Reclassification.self) })
        }
    }
}

extension Database {
    fileprivate func recalls(where condition: String, _ arguments: StatementArguments) throws -> [RecordedRecall] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT t.id, t.plan, n.change, p.pseudonym, n.urgency, n.due, t.openedAt FROM recallTask t
                JOIN recallPlan n ON n.id = t.plan JOIN person p ON p.id = t.person WHERE \(condition) ORDER BY n.due, t.id
                """, arguments: arguments
        ).map { row in
            let id = try row.integer(0)
            let steps = try Row.fetchAll(
                self, sql: "SELECT content FROM recallStep WHERE task = ? ORDER BY number", arguments: [id]
            ).map { try $0.form(0, as: RecallTask.Step.self) }
            let task = RecallTask(
                change: try row.form(2), carrier: try row.value(3) { Pseudonym($0) }, urgency: try row.named(4),
                due: try row.date(5), opened: try row.time(6), steps: steps)
            return RecordedRecall(id: id, plan: try row.integer(1), task: task)
        }
    }
}
