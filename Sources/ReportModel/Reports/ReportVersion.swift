package import AccessModel
package import ClinicalModel
package import StructuredText

/// One version of a report: its content with everything that was done about it. Steps are added, nothing is changed; what is signed keeps
/// its content for ever.
package struct ReportVersion: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let content: ReportContent
    /// Who began it, and when.
    package let author: String
    package let begun: Timestamp
    /// Why a signed report was taken up again; empty for the first version.
    package let reason: String
    package let steps: [ReportStep]

    private init(
        number: Int, content: ReportContent, author: String, begun: Timestamp, reason: String, steps: [ReportStep]
    ) {
        self.number = number
        self.content = content
        self.author = author
        self.begun = begun
        self.reason = reason
        self.steps = steps
    }

    /// A draft that somebody begins.
    package init(
        draft content: ReportContent, number: Int, by actor: Actor, at time: Timestamp, reason: String = ""
    ) throws(ReportRefusal) {
        guard ReportRule.preparers.contains(actor.role) else { throw .init(.mayNotPrepare) }
        guard number == 1 || reason.contains(where: { !$0.isWhitespace }) else { throw .init(.wordsMissing) }
        self.init(number: number, content: content, author: actor.identity, begun: time, reason: reason, steps: [])
    }

    /// Reads what was stored: nil where a step could not have been taken, or lies before the one before it.
    package init?(
        stored number: Int, content: ReportContent, author: String, begun: Timestamp, reason: String, steps: [ReportStep]
    ) {
        self.init(number: number, content: content, author: author, begun: begun, reason: reason, steps: steps)
        guard number >= 1, (number == 1) == reason.isEmpty, states.count == steps.count + 1,
            zip([begun] + steps.map(\.time), steps.map(\.time)).allSatisfy({ $0 <= $1 })
        else { return nil }
    }

    /// From the first on; fewer than the steps where one could not have been taken.
    private var states: [ReportState] {
        var states: [ReportState] = [.draft]
        for step in steps {
            guard let last = states.last, let next = last.after(step.act) else { break }
            states.append(next)
        }
        return states
    }

    package var state: ReportState { states.last ?? .draft }

    /// Who reviewed it, since it was last worked on; nil before.
    package var review: ReportStep? {
        guard let step = steps.last(where: { [.fill, .review, .sendBack].contains($0.act) }) else { return nil }
        return step.act == .review ? step : nil
    }

    package var signature: ReportStep? { steps.last { $0.act == .sign } }

    /// The version after an act. `content` is for filling, and for signing, which puts in what was in force at that moment.
    package func after(
        _ step: ReportStep, content newContent: ReportContent? = nil, by template: ReportTemplate, rule: ReportRule
    ) throws(ReportRefusal) -> ReportVersion {
        guard state.after(step.act) != nil, step.act != .fill || newContent != nil,
            newContent == nil || step.act == .fill || step.act == .sign
        else { throw .init(.wrongState) }
        guard step.act != .amend else { throw .init(.noLaterVersion) }
        guard ReportRule.preparers.contains(step.role) else { throw .init(.mayNotPrepare) }
        guard step.time >= steps.last?.time ?? begun else { throw .init(.earlierThanLast) }
        if step.act.needsWords, !step.words.contains(where: { !$0.isWhitespace }) { throw .init(.wordsMissing) }
        let content = newContent ?? self.content
        if step.act == .review || step.act == .sign {
            let lacks = ReportCompleteness(content, by: template).lacks
            guard lacks.isEmpty else { throw .init(.incomplete, lacks: lacks) }
        }
        if step.act == .sign {
            guard rule.signers.contains(step.role) else { throw .init(.mayNotSign) }
            if rule.needsTwoPeople, let review, Actor.comparable(review.person) == Actor.comparable(step.person) {
                throw .init(.samePerson)
            }
        }
        return ReportVersion(
            number: number, content: content, author: author, begun: begun, reason: reason, steps: steps + [step])
    }

    /// A signed version after the signing of a later one, by whoever signed that.
    func amended(by signature: ReportStep) -> ReportVersion {
        guard state == .signed else { return self }
        let step = ReportStep(
            act: .amend, person: signature.person, name: signature.name, role: signature.role,
            time: max(signature.time, steps.last?.time ?? begun))
        return ReportVersion(
            number: number, content: content, author: author, begun: begun, reason: reason, steps: steps + [step])
    }
}

extension ReportVersion: ReportJSONForm {
    /// The state stands beside the steps for readers, and has to be theirs when read.
    package var json: JSONValue {
        JSONValue(members: [
            ("number", .integer(number)), ("state", .word(state)), ("content", .form(content)), ("author", .text(author)),
            ("begun", .described(begun)), ("reason", reason.isEmpty ? .none : .text(reason)), ("steps", steps.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "version", known: ["number", "state", "content", "author", "begun", "reason", "steps"])
        guard
            let made = ReportVersion(
                stored: try members.integer("number"), content: try members.form("content"),
                author: try members.text("author"), begun: try members.time("begun"),
                reason: try members.optional("reason", members.text) ?? "", steps: try members.list("steps"))
        else { throw members.fault("steps") }
        guard try members.word("state") == made.state else { throw members.fault("state") }
        self = made
    }
}
