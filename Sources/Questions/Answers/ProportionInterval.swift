/// How exactly a share is known from a sample: the score interval of Wilson (1927, J Am Stat Assoc 22:209) at 95 %, which stays within 0
/// and 1 and is good for few and for none (Brown, Cai & DasGupta 2001, Stat Sci 16:101).
///
/// It takes the alleles as drawn one by one out of a large population. Relatives in the sample make the truth a little less certain.
package struct ProportionInterval: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    /// Nil where nothing was drawn, or more was found than drawn.
    package init?(_ found: Int, of drawn: Int) {
        guard drawn > 0, (0...drawn).contains(found) else { return nil }
        // The 97.5th percentile of the normal distribution.
        let z = 1.959_963_984_540_054
        let (n, p) = (Double(drawn), Double(found) / Double(drawn))
        let scale = 1 / (1 + z * z / n)
        let centre = (p + z * z / (2 * n)) * scale
        let half = z * scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        lower = found == 0 ? 0 : max(0, centre - half)
        upper = found == drawn ? 1 : min(1, centre + half)
    }
}

extension FrequencyFigures {
    /// Of the allele frequency; nil where no allele could have been seen.
    package var interval: ProportionInterval? { ProportionInterval(min(alleleCount, alleleNumber), of: alleleNumber) }
}
