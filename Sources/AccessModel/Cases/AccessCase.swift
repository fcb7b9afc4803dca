package import ClinicalModel

/// A patient's question about one access to their data, which the region has to look into and answer.
///
/// The access is kept as the patient saw it, since the ledger's line may be removed one day and the case remains.
package struct AccessCase: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case opened
        case beingLookedAt = "being-looked-at"
        /// Closed, with the answer.
        case answered
    }

    /// What the region came to.
    package enum Finding: String, Sendable, CaseIterable {
        /// There was a reason to look.
        case justified
        /// There was none.
        case unjustified
        /// It cannot be told, and why stands in the answer.
        case unclear
    }

    package struct Answer: Hashable, Sendable {
        package let finding: Finding
        /// For the patient to read.
        package let text: String
        package let signer: String
        package let time: Timestamp

        package init(finding: Finding, text: String, signer: String, time: Timestamp) {
            self.finding = finding
            self.text = text
            self.signer = signer
            self.time = time
        }
    }

    /// From 1, in the region.
    package let number: Int
    package let person: Pseudonym
    /// The number of the ledger's event.
    package let event: Int
    package let accessed: Timestamp
    /// Nil where the platform did it by itself.
    package let careUnit: String?
    package let purpose: Purpose?
    /// What the patient wrote; may be empty.
    package let words: String
    package let opened: Timestamp
    /// The last day to answer.
    package let due: CivilDate
    package let state: State
    /// Who looks into it, from when; nil while nobody does.
    package let reviewer: String?
    package let taken: Timestamp?
    package let answer: Answer?

    package init(
        number: Int, person: Pseudonym, event: Int, accessed: Timestamp, careUnit: String?, purpose: Purpose?, words: String,
        opened: Timestamp, due: CivilDate, state: State, reviewer: String?, taken: Timestamp?, answer: Answer?
    ) {
        self.number = number
        self.person = person
        self.event = event
        self.accessed = accessed
        self.careUnit = careUnit
        self.purpose = purpose
        self.words = words
        self.opened = opened
        self.due = due
        self.state = state
        self.reviewer = reviewer
        self.taken = taken
        self.answer = answer
    }

    package func isOverdue(on date: CivilDate) -> Bool { state != .answered && date > due }
}
