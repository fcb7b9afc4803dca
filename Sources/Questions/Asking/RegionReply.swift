package import AccessModel

/// What one region says: its answer, and the decision that stands behind it.
package struct RegionReply: Hashable, Sendable {
    package let answer: RegionAnswer
    /// Nil where the region could not be asked.
    package let decision: Decision?
    package let dataRelease: String?

    package init(answer: RegionAnswer, decision: Decision?, dataRelease: String?) {
        self.answer = answer
        self.decision = decision
        self.dataRelease = dataRelease
    }
}
