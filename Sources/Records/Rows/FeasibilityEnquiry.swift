package import ClinicalModel

/// A feasibility enquiry (PDL 5 kap. 7 §) as it was frozen before it ran.
package struct FeasibilityEnquiry: Hashable, Sendable {
    package let id: String
    /// The question's text.
    package let criteria: String
    /// SHA-256 of the criteria, in 64 hexadecimal digits.
    package let digest: String
    package let asker: String
    package let plannedStudy: String
    package let frozen: Timestamp

    package init(id: String, criteria: String, digest: String, asker: String, plannedStudy: String, frozen: Timestamp) {
        self.id = id
        self.criteria = criteria
        self.digest = digest
        self.asker = asker
        self.plannedStudy = plannedStudy
        self.frozen = frozen
    }
}

/// The one thing that leaves a provider in answer to an enquiry: a number of people, or an interval.
package struct FeasibilityAnswer: Hashable, Sendable {
    package let provider: String
    /// Both ends are included; equal for a number.
    package let figure: ClosedRange<Int>
    package let time: Timestamp

    package init(provider: String, figure: ClosedRange<Int>, time: Timestamp) {
        self.provider = provider
        self.figure = figure
        self.time = time
    }
}
