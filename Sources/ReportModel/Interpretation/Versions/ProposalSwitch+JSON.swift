package import StructuredText

extension ProposalSwitch: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("region", .described(region)), ("entries", .some(entries.json))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "switch", known: ["region", "entries"])
        self.init(region: try members.region("region"), entries: try members.list("entries"))
    }
}

extension ProposalSwitch.Entry: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("from", .described(from)), ("rules", .form(rules)), ("setting", .word(setting)),
            ("deciders", .some(JSONValue(deciders))), ("ground", .text(ground)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "entry", known: ["from", "rules", "setting", "deciders", "ground"])
        guard
            let made = Self(
                from: try members.date("from"), rules: try members.form("rules"), setting: try members.word("setting"),
                deciders: try members.texts("deciders"), ground: try members.text("ground"))
        else { throw members.fault("deciders") }
        self = made
    }
}
