package import AccessModel

/// What one region says about many variants at once.
package struct RegionFigures: Hashable, Sendable {
    /// The region's state as a whole. `answered` where there are columns, though single variants may be withheld in them; never a count.
    package let answer: RegionAnswer
    /// In the order of the variants asked about; nil where the region did not answer.
    package let columns: FigureColumns?
    package let decision: Decision?
    package let dataRelease: String?

    package init(answer: RegionAnswer, columns: FigureColumns?, decision: Decision?, dataRelease: String?) {
        self.answer = answer
        self.columns = columns
        self.decision = decision
        self.dataRelease = dataRelease
    }
}
