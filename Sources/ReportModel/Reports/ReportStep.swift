package import AccessModel
package import ClinicalModel
package import StructuredText

/// Something that somebody did with a version of a report.
package struct ReportStep: Hashable, Sendable {
    package let act: ReportAct
    /// `Actor.identity`.
    package let person: String
    package let name: String
    package let role: Actor.Role
    package let time: Timestamp
    /// Why; empty where nothing has to be said.
    package let words: String

    package init(act: ReportAct, person: String, name: String, role: Actor.Role, time: Timestamp, words: String = "") {
        self.act = act
        self.person = person
        self.name = name
        self.role = role
        self.time = time
        self.words = words
    }

    package init(_ act: ReportAct, by actor: Actor, at time: Timestamp, words: String = "") {
        self.init(act: act, person: actor.identity, name: actor.name, role: actor.role, time: time, words: words)
    }
}

extension ReportStep: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("act", .word(act)), ("person", .text(person)), ("name", .text(name)), ("role", .word(role)),
            ("time", .described(time)), ("words", words.isEmpty ? .none : .text(words)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "step", known: ["act", "person", "name", "role", "time", "words"])
        self.init(
            act: try members.word("act"), person: try members.text("person"), name: try members.text("name"),
            role: try members.word("role"), time: try members.time("time"),
            words: try members.optional("words", members.text) ?? "")
    }
}
