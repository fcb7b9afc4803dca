/// Figures of many variants in one cohort, as columns in the order in which the variants were asked about.
///
/// It is what passes between regions in bulk: a row costs 29 bytes, whatever it holds. Withheld rows hold zeros.
package struct FigureColumns: Hashable, Sendable {
    /// What may be told of one variant.
    package enum State: UInt8, Sendable, CaseIterable {
        case answered = 0
        /// Withheld, so that a few people cannot be singled out; zero is withheld too where bands are not shown.
        case suppressed = 1
        /// From 1 to `band` people carry it.
        case band = 2
    }

    package var states: [State] = []
    package var alleleCounts: [UInt32] = []
    package var alleleNumbers: [UInt32] = []
    package var heterozygous: [UInt32] = []
    package var homozygous: [UInt32] = []
    package var hemizygous: [UInt32] = []
    package var carriers: [UInt32] = []
    package var covered: [UInt32] = []
    /// Distinct people of the cohort; the same for every variant.
    package var people = 0
    /// The upper end of a band; 0 where no row is one.
    package var band = 0

    package init() {}

    package var count: Int { states.count }

    package mutating func reserveCapacity(_ count: Int) {
        states.reserveCapacity(count)
        alleleCounts.reserveCapacity(count)
        alleleNumbers.reserveCapacity(count)
        heterozygous.reserveCapacity(count)
        homozygous.reserveCapacity(count)
        hemizygous.reserveCapacity(count)
        carriers.reserveCapacity(count)
        covered.reserveCapacity(count)
    }

    package mutating func append(_ disclosure: FrequencyDisclosure) {
        switch disclosure {
        case .exact(let figures): append(.answered, figures)
        case .band(let band):
            self.band = band.upperBound
            append(.band, .zero)
        case .suppressed: append(.suppressed, .zero)
        }
    }

    private mutating func append(_ state: State, _ figures: FrequencyFigures) {
        states.append(state)
        alleleCounts.append(UInt32(clamping: figures.alleleCount))
        alleleNumbers.append(UInt32(clamping: figures.alleleNumber))
        heterozygous.append(UInt32(clamping: figures.heterozygous))
        homozygous.append(UInt32(clamping: figures.homozygous))
        hemizygous.append(UInt32(clamping: figures.hemizygous))
        carriers.append(UInt32(clamping: figures.carriers))
        covered.append(UInt32(clamping: figures.covered))
    }

    /// Takes back what stands in a row.
    package mutating func withhold(_ row: Int) {
        states[row] = .suppressed
        (alleleCounts[row], alleleNumbers[row], heterozygous[row], homozygous[row]) = (0, 0, 0, 0)
        (hemizygous[row], carriers[row], covered[row]) = (0, 0, 0)
    }

    /// The figures of a row; nil where they are withheld.
    package func figures(_ row: Int) -> FrequencyFigures? {
        guard states[row] == .answered else { return nil }
        return FrequencyFigures(
            alleleCount: Int(alleleCounts[row]), alleleNumber: Int(alleleNumbers[row]), heterozygous: Int(heterozygous[row]),
            homozygous: Int(homozygous[row]), hemizygous: Int(hemizygous[row]), carriers: Int(carriers[row]),
            covered: Int(covered[row]), people: people)
    }
}
