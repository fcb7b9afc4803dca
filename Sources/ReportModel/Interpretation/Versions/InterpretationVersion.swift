package import AccessModel
package import ClinicalModel

/// One version of an interpretation: its content with everything that was done about it. Steps are added, nothing is changed; what is signed
/// keeps its content for ever.
package struct InterpretationVersion: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let content: InterpretationContent
    /// Nil where people began it.
    package let proposal: ProposalStamp?
    /// Whether the laboratory asked for two signatures when the version was begun.
    package let needsTwoSignatures: Bool
    /// Who began it, and when; for a proposal the platform.
    package let author: String
    package let begun: Timestamp
    package let steps: [InterpretationStep]

    private init(
        number: Int, content: InterpretationContent, proposal: ProposalStamp?, needsTwoSignatures: Bool, author: String,
        begun: Timestamp, steps: [InterpretationStep]
    ) {
        self.number = number
        self.content = content
        self.proposal = proposal
        self.needsTwoSignatures = needsTwoSignatures
        self.author = author
        self.begun = begun
        self.steps = steps
    }

    /// A computed proposal, which nobody has looked at.
    package init(proposed content: InterpretationContent, number: Int, by stamp: ProposalStamp, rule: SigningRule) {
        self.init(
            number: number, content: content, proposal: stamp, needsTwoSignatures: rule.needsTwoSignatures,
            author: Actor.Role.system.rawValue, begun: stamp.computed, steps: [])
    }

    /// A draft that somebody begins.
    package init(
        draft content: InterpretationContent, number: Int, by actor: Actor, at time: Timestamp, rule: SigningRule
    ) throws(InterpretationRefusal) {
        guard SigningRule.preparers.contains(actor.role) else { throw .init(.mayNotPrepare) }
        self.init(
            number: number, content: content, proposal: nil, needsTwoSignatures: rule.needsTwoSignatures,
            author: actor.identity, begun: time, steps: [])
    }

    /// Reads what was stored: nil where a step could not have been taken, where one person signed twice, or where something was signed that
    /// nobody had confirmed.
    package init?(
        stored number: Int, content: InterpretationContent, proposal: ProposalStamp?, needsTwoSignatures: Bool, author: String,
        begun: Timestamp, steps: [InterpretationStep]
    ) {
        self.init(
            number: number, content: content, proposal: proposal, needsTwoSignatures: needsTwoSignatures, author: author,
            begun: begun, steps: steps)
        guard number >= 1, states.count == steps.count + 1,
            Set(signatures.map { Actor.comparable($0.person) }).count == signatures.count,
            signatures.isEmpty || !content.hasProposedCriteria
        else { return nil }
    }

    /// The state before the first step and after each; shorter than that where a step could not have been taken.
    private var states: [InterpretationState] {
        var states: [InterpretationState] = [proposal == nil ? .draft : .proposed]
        for step in steps {
            guard let last = states.last, let next = last.after(step.act, needsTwoSignatures: needsTwoSignatures) else { break }
            states.append(next)
        }
        return states
    }

    package var state: InterpretationState { states.last ?? .draft }

    /// Who signed, in order: those since it was last sent back.
    package var signatures: [InterpretationStep] {
        let sentBack = steps.lastIndex { $0.act == .sendBack || $0.act == .edit }
        return steps[(sentBack.map { $0 + 1 } ?? 0)...].filter { $0.act == .sign }
    }

    /// The version after an act. `content` is for an edit alone.
    package func after(
        _ step: InterpretationStep, content newContent: InterpretationContent? = nil, rule: SigningRule
    ) throws(InterpretationRefusal) -> InterpretationVersion {
        guard (step.act == .edit) == (newContent != nil), state.after(step.act, needsTwoSignatures: needsTwoSignatures) != nil
        else { throw .init(.wrongState) }
        guard step.act != .supersede else { throw .init(.noLaterVersion) }
        guard SigningRule.preparers.contains(step.role) else { throw .init(.mayNotPrepare) }
        guard step.time >= steps.last?.time ?? begun else { throw .init(.earlierThanLast) }
        if step.act.needsWords, !step.words.contains(where: { !$0.isWhitespace }) { throw .init(.wordsMissing) }
        if step.act == .sign {
            guard rule.signers.contains(step.role) else { throw .init(.mayNotSign) }
            guard !content.hasProposedCriteria else { throw .init(.unconfirmedCriteria) }
            let signed = Set(signatures.map { Actor.comparable($0.person) })
            guard !signed.contains(Actor.comparable(step.person)) else { throw .init(.samePerson) }
        }
        return InterpretationVersion(
            number: number, content: newContent ?? content, proposal: proposal, needsTwoSignatures: needsTwoSignatures,
            author: author, begun: begun, steps: steps + [step])
    }

    /// A signed version after the signing of a later one, by whoever signed that.
    func superseded(by signature: InterpretationStep) -> InterpretationVersion {
        guard state == .signed else { return self }
        let step = InterpretationStep(
            act: .supersede, person: signature.person, name: signature.name, role: signature.role,
            time: max(signature.time, steps.last?.time ?? begun))
        return InterpretationVersion(
            number: number, content: content, proposal: proposal, needsTwoSignatures: needsTwoSignatures, author: author,
            begun: begun, steps: steps + [step])
    }
}
