package import StructuredText

extension RecallLetter: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("name", .text(name)), ("version", .text(version)), ("text", .form(text))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "letter", known: ["name", "version", "text"])
        let (name, version) = (try members.text("name"), try members.text("version"))
        let text = try members.form("text", LocalizedText.self)
        do throws(Fault) {
            try self.init(name: name, version: version, text: text)
        } catch {
            throw members.fault("text")
        }
    }
}
