/// The Bayesian point system: Tavtigian et al. 2018 (doi:10.1038/gim.2017.210) and 2020 (doi:10.1002/humu.24088).
package enum ACMGPoints {
    /// Prior probability of pathogenicity (Tavtigian et al. 2018).
    package static let prior = 0.10
    /// Odds of pathogenicity of very strong evidence (Tavtigian et al. 2018).
    package static let veryStrongOdds = 350.0

    /// The class of a sum: ≥ 10, 6–9, 0–5, −1 to −6, ≤ −7 (Tavtigian et al. 2020, table 3).
    package static func pathogenicityClass(of points: Int) -> PathogenicityClass {
        switch points {
        case 10...: .pathogenic
        case 6...9: .likelyPathogenic
        case 0...5: .uncertain
        case -6 ... -1: .likelyBenign
        default: .benign
        }
    }

    /// Odds of pathogenicity of a sum: 350 to the power of an eighth of it.
    package static func odds(of points: Int) -> Double {
        let one = veryStrongOdds.squareRoot().squareRoot().squareRoot()
        let power = (0..<points.magnitude).reduce(1.0) { product, _ in product * one }
        return points < 0 ? 1 / power : power
    }

    /// Probability of pathogenicity of a sum, from the prior (Tavtigian et al. 2018).
    package static func posterior(of points: Int) -> Double {
        let odds = odds(of: points)
        return odds * prior / ((odds - 1) * prior + 1)
    }
}
