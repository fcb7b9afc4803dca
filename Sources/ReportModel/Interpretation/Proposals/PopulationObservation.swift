package import GenomeModel

/// How often a variant was seen in one population of one source.
package struct PopulationObservation: Hashable, Sendable {
    package enum Population: Hashable, Sendable {
        /// One of gnomAD's five general continental populations: African, East Asian, European (non-Finnish), Latino, South Asian.
        case continental(String)
        /// Founder or bottlenecked: Ashkenazi, Finnish, a village. Frequent there says nothing about harmless.
        case founder(String)
        /// All of the source together, or a cohort of patients, such as the region's own.
        case whole

        package var isContinental: Bool {
            if case .continental = self { return true }
            return false
        }
    }

    /// With its version: `gnomAD v4.1 exomes`.
    package let source: String
    package let population: Population
    package let alleleCount: Int
    /// Alleles that could have been seen.
    package let alleleNumber: Int

    /// Nil where more alleles were seen than could have been, or a number is negative.
    package init?(source: String, population: Population, alleleCount: Int, alleleNumber: Int) {
        guard alleleCount >= 0, alleleCount <= alleleNumber, !source.isEmpty else { return nil }
        self.source = source
        self.population = population
        self.alleleCount = alleleCount
        self.alleleNumber = alleleNumber
    }

    /// The index's own figures, as a cohort of patients.
    package init?(source: String, frequency: Frequency) {
        self.init(source: source, population: .whole, alleleCount: frequency.ac, alleleNumber: frequency.an)
    }

    /// Nil where nobody could have shown it.
    package var frequency: Double? { alleleNumber == 0 ? nil : Double(alleleCount) / Double(alleleNumber) }
}
