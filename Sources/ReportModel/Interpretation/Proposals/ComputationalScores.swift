/// Predictions that an annotation brought, each nil where it did not.
package struct ComputationalScores: Hashable, Sendable {
    /// REVEL, 0–1, of a missense variant (Ioannidis et al. 2016).
    package let revel: Double?
    /// The largest of SpliceAI's four delta scores, 0–1 (Jaganathan et al. 2019).
    package let spliceAI: Double?

    /// Nil where a score is not within 0–1.
    package init?(revel: Double? = nil, spliceAI: Double? = nil) {
        guard [revel, spliceAI].compactMap({ $0 }).allSatisfy({ (0...1).contains($0) }) else { return nil }
        self.revel = revel
        self.spliceAI = spliceAI
    }

    package static let none = ComputationalScores()

    private init() {
        revel = nil
        spliceAI = nil
    }

    /// PP3 by REVEL: supporting from 0.644, moderate from 0.773, strong from 0.932 (Pejaver et al. 2022, doi:10.1016/j.ajhg.2022.10.013,
    /// table 2). Nil below.
    package static func damaging(revel: Double) -> EvidenceStrength? {
        switch revel {
        case 0.932...: .strong
        case 0.773...: .moderate
        case 0.644...: .supporting
        default: nil
        }
    }

    /// BP4 by REVEL: supporting up to 0.290, moderate up to 0.183, strong up to 0.016, very strong up to 0.003 (as above). Nil above.
    package static func harmless(revel: Double) -> EvidenceStrength? {
        switch revel {
        case ...0.003: .veryStrong
        case ...0.016: .strong
        case ...0.183: .moderate
        case ...0.290: .supporting
        default: nil
        }
    }

    /// SpliceAI from which on PP3 holds, and up to which BP4 (Walker et al. 2023, PMID 37352859).
    package static let spliceDamaging = 0.2
    package static let spliceHarmless = 0.1
}
