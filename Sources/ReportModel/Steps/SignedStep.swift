package import AccessModel
package import ClinicalModel
package import StructuredText

/// Something that somebody did with a version of an interpretation or of a report, in their own name.
package struct SignedStep<Act: RawRepresentable<String> & Hashable & Sendable>: Hashable, Sendable {
    package let act: Act
    /// `Actor.identity`: an HSA identity or an ORCID.
    package let person: String
    package let name: String
    package let role: Actor.Role
    package let time: Timestamp
    /// Why; empty where nothing has to be said.
    package let words: String

    package init(act: Act, person: String, name: String, role: Actor.Role, time: Timestamp, words: String = "") {
        self.act = act
        self.person = person
        self.name = name
        self.role = role
        self.time = time
        self.words = words
    }

    package init(_ act: Act, by actor: Actor, at time: Timestamp, words: String = "") {
        self.init(act: act, person: actor.identity, name: actor.name, role: actor.role, time: time, words: words)
    }
}

package typealias InterpretationStep = SignedStep<InterpretationAct>
package typealias ReportStep = SignedStep<ReportAct>

extension SignedStep: ReportJSONForm {
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
