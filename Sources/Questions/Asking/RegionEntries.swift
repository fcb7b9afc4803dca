package import AccessModel

/// One region's entries of a page.
package struct RegionEntries: Hashable, Sendable {
    /// `answered` with the number of all entries that match, of which the page shows some; else why there are none.
    package let answer: RegionAnswer
    /// The page, in the region's own stable order.
    package let entries: [Entry]
    package let decision: Decision?
    package let dataRelease: String?
    /// The annotations that consequences were taken from; nil where none were asked for or told.
    package let annotation: String?

    package init(
        answer: RegionAnswer, entries: [Entry], decision: Decision?, dataRelease: String?, annotation: String? = nil
    ) {
        self.answer = answer
        self.entries = entries
        self.decision = decision
        self.dataRelease = dataRelease
        self.annotation = annotation
    }
}
