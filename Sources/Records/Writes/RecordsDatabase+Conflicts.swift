package import ClinicalModel
internal import GRDB
package import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// Takes a step of this region in a thread, in one transaction. `make` is given the thread as it is, nil where it is not here yet, and
    /// says how this region saw it begin, where it has not said so, and the step.
    package func takeConflictStep(
        _ thread: String, about subject: SharedClassification.Subject, of region: RegionCode, at time: Timestamp,
        _ make: (ConflictRecord?) throws -> (head: ConflictRecord.Head?, step: ConflictStep)
    ) throws -> ConflictRecord {
        try write("conflicts", movesCounter: false) { db in
            let known = try db.conflicts(where: "thread = ?", [thread]).first
            let (head, step) = try make(known)
            if let head { try db.insert(head, of: thread, about: subject) }
            let number = (known?.entries.filter { $0.region == region }.map(\.number).max() ?? 0) + 1
            try db.insert(ConflictRecord.Entry(region: region, number: number, step: step), of: thread, at: time)
            return try Row.known(try db.conflicts(where: "thread = ?", [thread]).first)
        }
    }

    /// Takes in what another region has of a thread: its own head and steps. What is here already stays as it is.
    package func take(_ record: ConflictRecord, from region: RegionCode, at time: Timestamp) throws {
        try write("conflicts", movesCounter: false) { db in
            for head in record.heads where head.region == region {
                try db.insert(head, of: record.identifier, about: record.subject)
            }
            for entry in record.entries where entry.region == region {
                try db.insert(entry, of: record.identifier, at: time)
            }
        }
    }

    package func conflict(_ thread: String) throws -> ConflictRecord? {
        try read { try $0.conflicts(where: "thread = ?", [thread]).first }
    }

    /// The threads about a subject, by their names.
    package func conflicts(about subject: SharedClassification.Subject) throws -> [ConflictRecord] {
        try read { db in
            try db.conflicts(
                where: "variant = ? AND condition = ?", [subject.variant.description, subject.condition.description])
        }
    }

    package func conflicts() throws -> [ConflictRecord] { try read { try $0.conflicts(where: "TRUE", []) } }
}

extension Database {
    fileprivate func insert(
        _ head: ConflictRecord.Head, of thread: String, about subject: SharedClassification.Subject
    ) throws {
        try execute(
            sql: "INSERT INTO conflictHead VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [
                thread, head.region.description, subject.variant.description, subject.condition.description,
                head.json.canonicalText, head.opened.milliseconds,
            ])
    }

    fileprivate func insert(_ entry: ConflictRecord.Entry, of thread: String, at time: Timestamp) throws {
        try execute(
            sql: "INSERT INTO conflictStep VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [
                thread, entry.region.description, entry.number, entry.json.canonicalText, time.milliseconds,
            ])
    }

    fileprivate func conflicts(where condition: String, _ arguments: StatementArguments) throws -> [ConflictRecord] {
        let heads = try Row.fetchAll(
            self, sql: "SELECT thread, variant, condition, founders FROM conflictHead WHERE \(condition) ORDER BY thread, region",
            arguments: arguments)
        var threads: [String] = []
        var found: [String: (subject: SharedClassification.Subject, heads: [ConflictRecord.Head])] = [:]
        for row in heads {
            let thread = try row.text(0)
            if found[thread] == nil {
                threads.append(thread)
                let subject = SharedClassification.Subject(
                    variant: try row.value(1) { VariantIdentifier($0) }, condition: try row.value(2) { Code($0) })
                found[thread] = (subject, [])
            }
            found[thread]?.heads.append(try row.form(3))
        }
        return try threads.map { thread in
            let entries = try Row.fetchAll(
                self, sql: "SELECT content FROM conflictStep WHERE thread = ? ORDER BY region, number", arguments: [thread]
            ).map { try $0.form(0, as: ConflictRecord.Entry.self) }
            let (subject, heads) = try Row.known(found[thread])
            return try Row.known(ConflictRecord(identifier: thread, subject: subject, heads: heads, entries: entries))
        }
    }
}
