internal import ClinicalModel
package import StructuredText

extension Reclassification: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("subject", .form(subject)), ("gene", .text(gene)), ("region", .described(region)),
            ("laboratory", .described(laboratory)), ("from", .word(from)), ("to", .word(to)), ("date", .described(date)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "change", known: ["subject", "gene", "region", "laboratory", "from", "to", "date"])
        self.init(
            subject: try members.form("subject"), gene: try members.text("gene"), region: try members.region("region"),
            laboratory: try members.organisation("laboratory"), from: try members.word("from"), to: try members.word("to"),
            date: try members.date("date"))
    }
}

extension RecallTask.Step: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("act", .word(act)), ("person", .text(person)), ("time", .described(time)),
            ("words", words.isEmpty ? .none : .text(words)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "step", known: ["act", "person", "time", "words"])
        self.init(
            act: try members.word("act"), person: try members.text("person"), time: try members.time("time"),
            words: try members.optional("words", members.text) ?? "")
    }
}

extension RecallTask: ReportJSONForm {
    /// The state stands beside the steps for readers, and has to be theirs when read.
    package var json: JSONValue {
        JSONValue(members: [
            ("change", .form(change)), ("carrier", .described(carrier)), ("state", .word(state)), ("urgency", .word(urgency)),
            ("due", .described(due)), ("opened", .described(opened)), ("steps", steps.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "task", known: ["change", "carrier", "state", "urgency", "due", "opened", "steps"])
        var task = RecallTask(
            change: try members.form("change"), carrier: try members.named("carrier") { Pseudonym($0) },
            urgency: try members.word("urgency"), due: try members.date("due"), opened: try members.time("opened"))
        for step in try members.list("steps", Step.self) {
            guard let next = try? task.after(step) else { throw members.fault("steps") }
            task = next
        }
        guard try members.word("state") == task.state else { throw members.fault("state") }
        self = task
    }
}
