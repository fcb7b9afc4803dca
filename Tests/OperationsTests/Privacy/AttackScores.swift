import Foundation
import Questions

/// What an attacker concludes, and how good it is.
enum AttackScores {
    /// Probability of a member's score above an outsider's, ties by half.
    static func area(_ members: [Double], _ others: [Double]) -> Double {
        var wins = 0.0
        for member in members {
            for other in others { wins += member > other ? 1 : member == other ? 0.5 : 0 }
        }
        return wins / Double(members.count * others.count)
    }

    /// Share of the members whose score is above all but 5 % of the outsiders'.
    static func power(_ members: [Double], _ others: [Double]) -> Double {
        let sorted = others.sorted(by: >)
        let limit = sorted[Int(0.05 * Double(sorted.count))]
        return Double(members.count { $0 > limit }) / Double(members.count)
    }

    /// Log-likelihood ratio of a person with `alleles` for one told allele count, by the normal approximation of both counts.
    static func ofCount(_ figures: FrequencyFigures, alleles: UInt8, frequency p: Double) -> Double {
        let (x, mean) = (Double(alleles), Double(figures.alleleNumber) * p)
        let variance = mean * (1 - p)
        let shift = x - 2 * p
        let distance = Double(figures.alleleCount) - mean
        return shift * (2 * distance - shift) / (2 * variance)
    }

    /// For an answer of a beacon about an allele that the person carries: `isThere` is whether anybody has it among `chromosomes`.
    static func ofBeacon(_ isThere: Bool, chromosomes: Int, frequency p: Double) -> Double {
        let absent = pow(1 - p, Double(chromosomes))
        // A call in a hundred is wrong.
        return isThere ? log(0.99 / (1 - absent)) : log(0.01 / absent)
    }
}
