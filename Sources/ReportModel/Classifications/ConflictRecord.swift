package import ClinicalModel
package import StructuredText

/// A conflict's thread as it lies in several regions: how each saw it begin, and what each has done. Every region that has the same parts
/// gets the same thread out of them, in whatever order they came.
package struct ConflictRecord: Hashable, Sendable {
    /// How a region saw the conflict when the thread came to it.
    package struct Head: Hashable, Sendable {
        package let region: RegionCode
        package let opened: Timestamp
        package let founders: Set<ConflictThread.Party>

        package init(region: RegionCode, opened: Timestamp, founders: Set<ConflictThread.Party>) {
            self.region = region
            self.opened = opened
            self.founders = founders
        }
    }

    /// A step with the region in which it was taken, and its number there, from 1.
    package struct Entry: Hashable, Sendable {
        package let region: RegionCode
        package let number: Int
        package let step: ConflictStep

        package init(region: RegionCode, number: Int, step: ConflictStep) {
            self.region = region
            self.number = number
            self.step = step
        }
    }

    /// `con-` and 16 hexadecimal digits.
    package let identifier: String
    package let subject: SharedClassification.Subject
    package let heads: [Head]
    package let entries: [Entry]

    /// Nil without a head.
    package init?(identifier: String, subject: SharedClassification.Subject, heads: [Head], entries: [Entry]) {
        guard !heads.isEmpty else { return nil }
        self.identifier = identifier
        self.subject = subject
        self.heads = heads
        self.entries = entries.sorted { a, b in
            (a.step.time, a.region, a.number) < (b.step.time, b.region, b.number)
        }
    }

    /// The thread, and every entry in its order with whether it counts: one that could not be taken any more, since somebody else's came
    /// first, is shown and changes nothing. Nil where the heads name fewer than two laboratories.
    package var merged: (thread: ConflictThread, entries: [(entry: Entry, counts: Bool)])? {
        let founders = heads.reduce(into: Set<ConflictThread.Party>()) { $0.formUnion($1.founders) }
        guard let opened = heads.map(\.opened).min(),
            var thread = ConflictThread(stored: subject, opened: opened, founders: founders, steps: [])
        else { return nil }
        var weighed: [(Entry, Bool)] = []
        for entry in entries {
            if let next = try? thread.after(entry.step) {
                thread = next
                weighed.append((entry, true))
            } else {
                weighed.append((entry, false))
            }
        }
        return (thread, weighed)
    }

    /// A time for the next step: after everything that is known here, also where another region's clock goes ahead.
    package func time(after now: Timestamp) -> Timestamp {
        guard let last = entries.last?.step.time, last >= now else { return now }
        return Timestamp(milliseconds: last.milliseconds + 1)
    }
}

extension ConflictRecord.Head: ReportJSONForm {
    package var json: JSONValue {
        let sorted = founders.sorted { ($0.region, $0.laboratory) < ($1.region, $1.laboratory) }
        return JSONValue(members: [
            ("region", .described(region)), ("opened", .described(opened)), ("founders", .some(sorted.json)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "head", known: ["region", "opened", "founders"])
        self.init(
            region: try members.region("region"), opened: try members.time("opened"),
            founders: Set(try members.list("founders", ConflictThread.Party.self)))
    }
}

extension ConflictRecord.Entry: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("region", .described(region)), ("number", .integer(number)), ("step", .form(step))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "entry", known: ["region", "number", "step"])
        self.init(
            region: try members.region("region"), number: try members.integer("number"), step: try members.form("step"))
    }
}

extension ConflictRecord: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("thread", .text(identifier)), ("subject", .form(subject)), ("heads", .some(heads.json)),
            ("entries", entries.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "conflict", known: ["thread", "subject", "heads", "entries"])
        guard
            let made = ConflictRecord(
                identifier: try members.text("thread"), subject: try members.form("subject"),
                heads: try members.list("heads"), entries: try members.list("entries"))
        else { throw members.fault("heads") }
        self = made
    }
}
