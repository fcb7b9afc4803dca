/// A property of the tumour as a whole, or of a protein in it.
package struct BiomarkerFinding: Hashable, Sendable {
    package enum Marker: Hashable, Sendable {
        /// Tumour mutational burden: mutations per million bases.
        case tmb
        /// Microsatellite instability: share of unstable loci.
        case msi
        /// Homologous recombination deficiency, as a genomic instability score.
        case hrd
        case methylationClass
        case pdl1(PDL1Scoring)
        /// Immunohistochemistry of another antigen, by its usual name: `MLH1`, `HER2`, `p53`.
        case ihc(antigen: String)
    }

    /// How PD-L1 is counted.
    package enum PDL1Scoring: String, Sendable, CaseIterable {
        /// Tumour proportion score, % of the tumour cells.
        case tps
        /// Combined positive score, a number up to 100.
        case cps
        /// Immune cells, % of the tumour area.
        case ic
    }

    package enum Result: Hashable, Sendable {
        case measured(MeasuredValue)
        /// A class with the classifier's score for it, 0–1: `methylation class glioblastoma, IDH-wildtype, RTK II`.
        case classified(name: String, score: Double?)
        case word(Word)
    }

    /// What a pathologist writes where nothing is counted.
    package enum Word: String, Sendable, CaseIterable {
        case positive, negative, equivocal
        /// Of a mismatch-repair protein.
        case retained, lost
        case notAssessable = "not-assessable"
    }

    package let marker: Marker
    package let result: Result
    /// What the number was held against; nil where nobody has decided on one.
    package let cutOff: CutOff?
    /// The antibody's clone, for immunohistochemistry.
    package let clone: String?

    /// Nil where a measured value is in another unit than its cut-off, a class has no name, or its score is not within 0–1.
    package init?(marker: Marker, result: Result, cutOff: CutOff? = nil, clone: String? = nil) {
        switch result {
        case .measured(let measurement):
            if let cutOff, cutOff.unit != measurement.unit { return nil }
        case .classified(let name, let score):
            guard !name.isEmpty, score.map({ (0...1).contains($0) }) ?? true, cutOff == nil else { return nil }
        case .word:
            guard cutOff == nil else { return nil }
        }
        self.marker = marker
        self.result = result
        self.cutOff = cutOff
        self.clone = clone
    }

    /// What the number means by its own cut-off; nil where there is no number or no cut-off.
    package var meaning: CutOff.Meaning? {
        guard case .measured(let measurement) = result else { return nil }
        return cutOff?.meaning(of: measurement)
    }
}
