package import ClinicalModel
package import StructuredText

/// One step of a submission that was taken, or that failed.
package struct SubmissionStep: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case done, failed
    }

    /// As the intake names it: `files-complete`.
    package let step: String
    package let outcome: Outcome
    package let time: Timestamp
    /// An object; what it holds depends on the step.
    package let detail: JSONValue

    package init(step: String, outcome: Outcome, time: Timestamp, detail: JSONValue = [:]) {
        self.step = step
        self.outcome = outcome
        self.time = time
        self.detail = detail
    }
}
