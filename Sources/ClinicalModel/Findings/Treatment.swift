/// A treatment with a drug, as a line of therapy.
package struct Treatment: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case completeResponse = "complete-response"
        case partialResponse = "partial-response"
        case stableDisease = "stable-disease"
        case progressiveDisease = "progressive-disease"
        case notEvaluated = "not-evaluated"
    }

    package let person: Pseudonym
    /// ATC.
    package let drug: Code
    /// From 1; nil where lines are not counted.
    package let line: Int?
    package let start: CivilDate
    /// Nil while it goes on.
    package let stop: CivilDate?
    package let outcome: Outcome?

    package init(person: Pseudonym, drug: Code, line: Int?, start: CivilDate, stop: CivilDate?, outcome: Outcome?) {
        self.person = person
        self.drug = drug
        self.line = line
        self.start = start
        self.stop = stop
        self.outcome = outcome
    }
}
