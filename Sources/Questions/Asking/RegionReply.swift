package import AccessModel

/// What one region says: its answer, and the decision that stands behind it.
package struct RegionReply: Hashable, Sendable {
    package let answer: RegionAnswer
    /// Nil where the region could not be asked.
    package let decision: Decision?
    package let dataRelease: String?
    /// The annotations that consequences were taken from; nil where none were asked for or told.
    package let annotation: String?
    /// Of a question for one variant that somebody carries: what the region's annotations say of it.
    package let annotations: [VariantAnnotation]

    package init(
        answer: RegionAnswer, decision: Decision?, dataRelease: String?, annotation: String? = nil,
        annotations: [VariantAnnotation] = []
    ) {
        self.answer = answer
        self.decision = decision
        self.dataRelease = dataRelease
        self.annotation = annotation
        self.annotations = annotations
    }
}
