/// How often a variant is seen among the call sets asked, and how many could have shown it.
///
/// `het + hom + hemi + reference + failed + noCall + notCovered == cohort`, always.
public struct Frequency: Hashable, Sendable {
    /// Alleles seen in passing calls: het + 2 hom + hemi.
    public var ac = 0
    /// Alleles that could have been seen: two a call set, one where one is expected or named, none where the call
    /// failed, is missing or is not covered.
    public var an = 0
    public var het = 0
    public var hom = 0
    /// Call sets with one copy and no other allele: X and Y in males, MT, haploid and half-missing calls.
    public var hemi = 0
    /// Call sets that were covered and showed something other than this allele.
    public var reference = 0
    /// Call sets whose record failed its filters, whatever its genotype.
    public var failed = 0
    public var noCall = 0
    public var notCovered = 0
    /// Call sets asked.
    public var cohort = 0

    @inlinable
    public init() {}

    /// Allele frequency, nil where no allele could have been seen.
    @inlinable
    public var af: Double? { an == 0 ? nil : Double(ac) / Double(an) }
}
