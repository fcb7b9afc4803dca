package import StructuredText

/// The answer to a question: every region asked, and the exact sum of those that answered.
package struct Answer: Hashable, Sendable {
    /// One for each region asked, by region code.
    package let regions: [RegionAnswer]
    /// The legal basis in words.
    package let basis: String
    /// Who decides, by the regime.
    package let decides: String
    /// The regime in force on the day, by its name.
    package let regime: String
    /// The data release that the figures were computed from; nil where no region computed any.
    package let dataRelease: String?
    package let elapsedMilliseconds: Double
    /// The annotations that consequences were taken from, by region; nil where none were.
    package let annotation: String?

    /// `regions` in any order.
    package init(
        regions: [RegionAnswer], basis: String, decides: String, regime: String, dataRelease: String?,
        elapsedMilliseconds: Double, annotation: String? = nil
    ) {
        self.annotation = annotation
        self.regions = regions.sorted { $0.region < $1.region }
        self.basis = basis
        self.decides = decides
        self.regime = regime
        self.dataRelease = dataRelease
        self.elapsedMilliseconds = elapsedMilliseconds
    }

    /// The sum of the regions that answered; nil where none did. A withheld count is never in it, not even as a band: who subtracts
    /// the shown regions from the total is left with nothing.
    package var total: Int? {
        let counts = regions.compactMap(\.count)
        return counts.isEmpty ? nil : counts.reduce(0, +)
    }

    /// The figures of the regions that answered, summed; nil where none gave any.
    package var frequency: FrequencyFigures? {
        let figures = regions.compactMap(\.frequency)
        return figures.isEmpty ? nil : figures.reduce(.zero, +)
    }

    /// Every region asked has answered in full.
    package var isComplete: Bool { regions.allSatisfy { $0.state == .answered } }

    package func json(in language: Language = .en) -> JSONValue {
        JSONValue(members: [
            ("total", JSONValue(total)), ("frequency", frequency?.json),
            ("regions", JSONValue(regions.map { $0.json(in: language) })),
            ("basis", JSONValue(.string(basis))), ("decides", JSONValue(.string(decides))),
            ("regime", JSONValue(.string(regime))), ("dataRelease", JSONValue(dataRelease)),
            ("annotation", annotation.map { JSONValue(.string($0)) }),
            ("elapsed_ms", JSONValue(elapsedMilliseconds)),
        ])
    }
}
