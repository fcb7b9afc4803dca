package import ClinicalModel
package import StructuredText

/// Something that a laboratory did in the thread of a conflict.
package struct ConflictStep: Hashable, Sendable {
    package let act: ConflictAct
    package let party: ConflictThread.Party
    /// `Actor.identity` of the member of staff; `system` for what the platform does.
    package let person: String
    package let time: Timestamp
    package let words: String
    /// The class that is proposed for all; only of a proposal.
    package let proposed: PathogenicityClass?
    /// Of an agreement: whether it was the last one needed. Set by the thread.
    package internal(set) var completes = false

    package init(
        act: ConflictAct, party: ConflictThread.Party, person: String, time: Timestamp, words: String = "",
        proposed: PathogenicityClass? = nil
    ) {
        self.act = act
        self.party = party
        self.person = person
        self.time = time
        self.words = words
        self.proposed = proposed
    }
}

extension ConflictStep: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("act", .word(act)), ("region", .described(party.region)), ("laboratory", .described(party.laboratory)),
            ("person", .text(person)), ("time", .described(time)), ("words", words.isEmpty ? .none : .text(words)),
            ("proposed", .word(proposed)), ("completes", completes ? .bool(true) : .none),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "step",
            known: ["act", "region", "laboratory", "person", "time", "words", "proposed", "completes"])
        let proposed = try members.optional("proposed") { (name) throws(ReportJSONError) in
            try members.word(name, PathogenicityClass.self)
        }
        self.init(
            act: try members.word("act"),
            party: ConflictThread.Party(
                region: try members.region("region"), laboratory: try members.organisation("laboratory")),
            person: try members.text("person"), time: try members.time("time"),
            words: try members.optional("words", members.text) ?? "", proposed: proposed)
        completes = try members.optional("completes", members.bool) ?? false
    }
}
