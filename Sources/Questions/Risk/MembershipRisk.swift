/// How much a told figure of a variant helps somebody who knows a person's genotype to find out whether the person belongs to the data.
///
/// The measure is the expected log-likelihood ratio, in nats, of the best test between "belongs" and "does not" for the person whom
/// the figure gives away most (Sankararaman et al. 2009, Nat Genet 41:965; for beacons Shringarpure & Bustamante 2015). With allele
/// frequency p and AN alleles the count of a person with x alleles lies x - 2p higher than without, with a variance of AN p (1 - p),
/// and the ratio is (x - 2p)² / (2 AN p (1 - p)). Independent figures add up: with a sum of K the area under the attacker's curve
/// is Φ(√K), the power at 5 % false positives Φ(√(2K) - 1.645). `docs/privacy.md` shows both.
package enum MembershipRisk {
    /// Of figures that are told exactly. Only genotypes that somebody of the cohort has are looked at; no carriers tell nothing of those
    /// who belong.
    ///
    /// `difference` is the number of people by which the cohort differs from one that was told of before: somebody who takes the two
    /// figures from each other has one of these few, and that is what is measured.
    package static func of(_ figures: FrequencyFigures, difference: Int? = nil) -> Double {
        guard figures.alleleCount > 0, figures.alleleNumber > 0 else { return 0 }
        let p = Double(figures.alleleCount) / Double(figures.alleleNumber)
        // Nobody's genotype would be in doubt.
        guard p < 1 else { return .infinity }
        var distance = figures.covered > figures.carriers ? 2 * p : 0
        if figures.heterozygous > 0 { distance = max(distance, abs(1 - 2 * p)) }
        if figures.homozygous > 0 { distance = max(distance, 2 - 2 * p) }
        if figures.hemizygous > 0 { distance = max(distance, 1 - p) }
        let alleles = min(Double(figures.alleleNumber), difference.map { 2 * Double($0) } ?? .infinity)
        return distance * distance / (2 * alleles * p * (1 - p))
    }

    /// Of an exact count of people among those who could be counted, where the count depends on a variant: the same with one trial a
    /// person.
    package static func of(count: Int, among people: Int) -> Double {
        guard count > 0 else { return 0 }
        guard count < people else { return .infinity }
        let (count, rest) = (Double(count), Double(people - count))
        return max(rest / count, count / rest) / (2 * (count + rest))
    }

    /// Of a band that begins at one carrier: as of that one.
    package static let ofBand = 0.5
}

/// A number for a set of people and how each stands to a variant, in whatever order they come: two figures with the same number are
/// computed from the same people with the same genotypes, and the second tells nothing that the first did not.
///
/// It is no secret and no proof: 64 bits, mixed so that sums of different sets rarely meet.
package struct FigureName: Hashable, Sendable {
    private var sum: UInt64

    /// `kind` keeps figures apart that are of different nature.
    package init(kind: UInt64) { sum = FigureName.mix(kind &* 0x9E37_79B9_7F4A_7C15) }

    /// `person` is the records' number, `state` from 0 to 15.
    package mutating func add(person: Int, state: Int = 0) {
        sum &+= FigureName.mix(UInt64(truncatingIfNeeded: person) << 4 | UInt64(truncatingIfNeeded: state & 15))
    }

    /// Ties it to a cohort of which the carriers are a part.
    package mutating func tie(to other: FigureName) { sum = sum &+ FigureName.mix(other.sum) }

    package var number: Int64 { Int64(bitPattern: FigureName.mix(sum)) }

    /// splitmix64's finaliser.
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
