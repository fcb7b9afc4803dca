/// What is known of a null variant in one transcript, as far as somebody knows it: nil is not known, never no.
package struct NullVariantFacts: Hashable, Sendable {
    /// Loss of function is an established mechanism of the disease in this gene.
    package var isMechanism: Bool?
    /// Of a splice variant: the reading frame goes on after exon skipping or a cryptic site.
    package var keepsReadingFrame: Bool?
    /// Nonsense-mediated decay is predicted: the new stop is neither in the last exon nor in the last 50 bases of the last but one.
    package var undergoesDecay: Bool?
    /// The exon is part of biologically relevant transcripts.
    package var isExonRelevant: Bool?
    /// What is cut off or changed is critical for the protein's function.
    package var isRegionCritical: Bool?
    /// Loss-of-function variants in this exon are frequent in the general population.
    package var isLossFrequent: Bool?
    /// More than a tenth of the protein is lost.
    package var losesOverTenth: Bool?
    /// Of a start loss: another functional transcript begins elsewhere.
    package var hasOtherStart: Bool?
    /// Of a start loss: there is a pathogenic variant before the next possible start in frame.
    package var hasPathogenicBeforeNextStart: Bool?

    package init() {}

    package enum Name: String, Sendable, CaseIterable {
        case mechanism
        case readingFrame = "reading-frame"
        case decay
        case relevantExon = "relevant-exon"
        case criticalRegion = "critical-region"
        case frequentLoss = "frequent-loss"
        case overTenth = "over-tenth"
        case otherStart = "other-start"
        case pathogenicBeforeNextStart = "pathogenic-before-next-start"
    }

    /// The facts with one of them supposed.
    func supposing(_ name: Name, _ answer: Bool) -> NullVariantFacts {
        var facts = self
        switch name {
        case .mechanism: facts.isMechanism = answer
        case .readingFrame: facts.keepsReadingFrame = answer
        case .decay: facts.undergoesDecay = answer
        case .relevantExon: facts.isExonRelevant = answer
        case .criticalRegion: facts.isRegionCritical = answer
        case .frequentLoss: facts.isLossFrequent = answer
        case .overTenth: facts.losesOverTenth = answer
        case .otherStart: facts.hasOtherStart = answer
        case .pathogenicBeforeNextStart: facts.hasPathogenicBeforeNextStart = answer
        }
        return facts
    }
}
