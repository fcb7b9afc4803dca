/// What a tumour's variant shows by data alone.
package struct SomaticProposalInput: Hashable, Sendable {
    /// Numbers of tumour samples in a hotspot list, such as cancerhotspots.org.
    package struct Hotspot: Hashable, Sendable {
        package let source: String
        package let samplesAtPosition: Int
        package let samplesWithChange: Int

        /// Nil where more samples have the change than the position.
        package init?(source: String, samplesAtPosition: Int, samplesWithChange: Int) {
            guard samplesWithChange >= 0, samplesWithChange <= samplesAtPosition else { return nil }
            self.source = source
            self.samplesAtPosition = samplesAtPosition
            self.samplesWithChange = samplesWithChange
        }
    }

    /// What a gene does in cancer, by a list with its version; nil where no list was asked.
    package struct GeneRole: Hashable, Sendable {
        package let source: String
        package let isOncogene: Bool
        /// A bona fide tumour suppressor.
        package let isSuppressor: Bool

        package init(source: String, isOncogene: Bool, isSuppressor: Bool) {
            self.source = source
            self.isOncogene = isOncogene
            self.isSuppressor = isSuppressor
        }
    }

    package var consequences: [SequenceOntologyTerm] = []
    package var populations: [PopulationObservation] = []
    package var geneRole: GeneRole?
    package var hotspot: Hotspot?

    package init() {}
}
