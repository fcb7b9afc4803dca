package import StructuredText

extension LocalizedText: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("sv", JSONValue(.string(sv))), ("en", JSONValue(.string(en)))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "text", known: ["sv", "en"])
        self.init(sv: try members.text("sv"), en: try members.text("en"))
    }
}
