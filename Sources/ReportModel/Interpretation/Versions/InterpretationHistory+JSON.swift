package import StructuredText

extension InterpretationVersion: ReportJSONForm {
    /// The state stands beside the steps for readers, and has to be theirs when read.
    package var json: JSONValue {
        JSONValue(members: [
            ("number", .integer(number)), ("state", .word(state)), ("content", .form(content)), ("proposal", .form(proposal)),
            ("twoSignatures", .bool(needsTwoSignatures)), ("author", .text(author)), ("begun", .described(begun)),
            ("steps", steps.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "version",
            known: ["number", "state", "content", "proposal", "twoSignatures", "author", "begun", "steps"])
        let proposal = try members.optional("proposal") { (name) throws(ReportJSONError) in
            try members.form(name, ProposalStamp.self)
        }
        guard
            let made = InterpretationVersion(
                stored: try members.integer("number"), content: try members.form("content"), proposal: proposal,
                needsTwoSignatures: try members.bool("twoSignatures"), author: try members.text("author"),
                begun: try members.time("begun"), steps: try members.list("steps"))
        else { throw members.fault("steps") }
        guard try members.word("state") == made.state else { throw members.fault("state") }
        self = made
    }
}

extension InterpretationHistory: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("identifier", .text(identifier)), ("laboratory", .described(laboratory)), ("versions", .some(versions.json)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "interpretation", known: ["identifier", "laboratory", "versions"])
        guard
            let made = InterpretationHistory(
                stored: try members.text("identifier"), laboratory: try members.organisation("laboratory"),
                versions: try members.list("versions"))
        else { throw members.fault("versions") }
        self = made
    }
}
