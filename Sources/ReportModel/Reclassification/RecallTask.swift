package import ClinicalModel
package import StructuredText

/// Telling one carrier, within their own region, that a variant means something else than they were told. It never leaves the region.
package struct RecallTask: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let act: RecallAct
        /// `Actor.identity`.
        package let person: String
        package let time: Timestamp
        /// Who answers for it, why it was closed, or what was agreed.
        package let words: String

        package init(act: RecallAct, person: String, time: Timestamp, words: String = "") {
            self.act = act
            self.person = person
            self.time = time
            self.words = words
        }
    }

    package enum Refusal: String, Error, Sendable, CaseIterable {
        case wrongState = "wrong-state"
        case wordsMissing = "words-missing"
        case earlierThanLast = "earlier-than-last"

        package var message: LocalizedText {
            switch self {
            case .wrongState:
                LocalizedText(sv: "Uppgiften är inte i ett läge där det går.", en: "the task is in no state for that.")
            case .wordsMissing: LocalizedText(sv: "Skälet saknas.", en: "the reason is missing.")
            case .earlierThanLast:
                LocalizedText(sv: "Tidpunkten ligger före det senaste steget.", en: "the time lies before the last step.")
            }
        }

        package var remedy: LocalizedText {
            switch self {
            case .wrongState, .earlierThanLast: LocalizedText(sv: "Läs uppgiften igen.", en: "Read the task again.")
            case .wordsMissing: LocalizedText(sv: "Skriv varför.", en: "Say why.")
            }
        }
    }

    package let change: Reclassification
    package let carrier: Pseudonym
    package let urgency: RecallRule.Urgency
    package let due: CivilDate
    package let opened: Timestamp
    package let steps: [Step]

    package init(
        change: Reclassification, carrier: Pseudonym, urgency: RecallRule.Urgency, due: CivilDate, opened: Timestamp,
        steps: [Step] = []
    ) {
        self.change = change
        self.carrier = carrier
        self.urgency = urgency
        self.due = due
        self.opened = opened
        self.steps = steps
    }

    package var state: RecallState { steps.reduce(.open) { state, step in state.after(step.act) ?? state } }

    /// Whether it should have been over by `date`.
    package func isLate(on date: CivilDate) -> Bool { !state.isOver && date > due }

    /// The task after a step; what was done before stays.
    package func after(_ step: Step) throws(Refusal) -> RecallTask {
        guard state.after(step.act) != nil else { throw .wrongState }
        guard step.time >= steps.last?.time ?? opened else { throw .earlierThanLast }
        if step.act.needsWords, !step.words.contains(where: { !$0.isWhitespace }) { throw .wordsMissing }
        return RecallTask(
            change: change, carrier: carrier, urgency: urgency, due: due, opened: opened, steps: steps + [step])
    }
}
