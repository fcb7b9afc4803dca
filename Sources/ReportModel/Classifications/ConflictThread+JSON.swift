package import StructuredText

extension SharedClassification.Subject: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("variant", .described(variant)), ("condition", .described(condition))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "subject", known: ["variant", "condition"])
        self.init(
            variant: try members.named("variant") { VariantIdentifier($0) }, condition: try members.code("condition"))
    }
}

extension ConflictThread.Party: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("region", .described(region)), ("laboratory", .described(laboratory))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "party", known: ["region", "laboratory"])
        self.init(region: try members.region("region"), laboratory: try members.organisation("laboratory"))
    }
}

extension ConflictThread: ReportJSONForm {
    /// The state stands beside the steps for readers, and has to be theirs when read.
    package var json: JSONValue {
        let sorted = founders.sorted { ($0.region, $0.laboratory) < ($1.region, $1.laboratory) }
        return JSONValue(members: [
            ("subject", .form(subject)), ("state", .word(state)), ("opened", .described(opened)),
            ("founders", .some(sorted.json)), ("steps", steps.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "thread", known: ["subject", "state", "opened", "founders", "steps"])
        let steps: [ConflictStep] = try members.list("steps")
        let founders: [Party] = try members.list("founders")
        guard
            let made = ConflictThread(
                stored: try members.form("subject"), opened: try members.time("opened"), founders: Set(founders), steps: steps),
            made.steps == steps
        else { throw members.fault("steps") }
        guard try members.word("state") == made.state else { throw members.fault("state") }
        self = made
    }
}
