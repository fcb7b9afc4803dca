import ReportModel
import Testing

/// Tavtigian et al. 2018 (doi:10.1038/gim.2017.210) and 2020 (doi:10.1002/humu.24088).
@Suite("The points of ACMG criteria")
struct ACMGPointsTests {
    @Test(
        "Supporting 1, moderate 2, strong 4, very strong 8, stand-alone none",
        arguments: zip(EvidenceStrength.allCases, [1, 2, 4, 8, nil] as [Int?]))
    func weights(strength: EvidenceStrength, points: Int?) {
        #expect(strength.points == points)
    }

    @Test(
        "The limits of the classes (Tavtigian et al. 2020, table 3)",
        arguments: [
            (21, .pathogenic), (10, .pathogenic), (9, .likelyPathogenic), (6, .likelyPathogenic), (5, .uncertain),
            (0, .uncertain),
            (-1, .likelyBenign), (-6, .likelyBenign), (-7, .benign), (-16, .benign),
        ] as [(Int, PathogenicityClass)])
    func limits(points: Int, of: PathogenicityClass) {
        #expect(ACMGPoints.pathogenicityClass(of: points) == of)
    }

    /// Tavtigian et al. 2018, table 1: the combining rules with the posterior probability of each. Likely benign and benign are printed with
    /// two figures.
    static let posteriors: [(labels: String, posterior: Double, within: Double)] = [
        ("PVS1 PS1", 0.999, 0.0005), ("PVS1 PM1 PM2", 0.999, 0.0005), ("PVS1 PM1 PP1", 0.997, 0.0005),
        ("PVS1 PP1 PP2", 0.994, 0.0005), ("PS1 PM1 PM2 PM3", 0.994, 0.0005), ("PS1 PM1 PM2 PP1 PP2", 0.994, 0.0005),
        ("PS1 PM1 PP1 PP2 PP3 PP4", 0.994, 0.0005), ("PS1 PM1", 0.900, 0.0005), ("PS1 PP1 PP2", 0.900, 0.0005),
        ("PM1 PM2 PM3", 0.900, 0.0005), ("PM1 PM2 PP1 PP2", 0.900, 0.0005), ("PM1 PP1 PP2 PP3 PP4", 0.900, 0.0005),
        ("BS1 BP1", 0.0028, 0.00005), ("BP1 BP2", 0.025, 0.0005), ("BS1 BS2", 0.00032, 0.000005),
    ]

    @Test("The posterior probabilities are the published ones", arguments: posteriors)
    func posterior(row: (labels: String, posterior: Double, within: Double)) throws {
        let found = try #require(ACMGClassification(Examples.criteria(row.labels)).posterior)
        #expect(abs(found - row.posterior) <= row.within)
    }

    @Test("The odds of a strength are the published ones", arguments: zip([8, 4, 2, 1], [350, 18.7, 4.33, 2.08]))
    func odds(points: Int, published: Double) {
        #expect(abs(ACMGPoints.odds(of: points) - published) <= 0.005 * published)
        #expect(abs(ACMGPoints.odds(of: -points) * published - 1) <= 0.005)
    }

    /// CanVIG-UK, table 6 (jmg.bmj.com/highwire/markup/181719/expansion): combinations with their sums and the class by the sum. Benign begins
    /// there at −6, at −7 here, so only the side above is used.
    static let canVIG: [(strengths: [Int], sum: Int, of: PathogenicityClass)] = [
        ([8, 4], 12, .pathogenic), ([8, 2, 2], 12, .pathogenic), ([8, 2, 1], 11, .pathogenic), ([8, 1, 1], 10, .pathogenic),
        ([8, 2], 10, .pathogenic), ([4, 2, 2, 2], 10, .pathogenic), ([4, 2, 2, 1, 1], 10, .pathogenic),
        ([4, 2, 1, 1, 1, 1], 10, .pathogenic), ([4, 4, 2], 10, .pathogenic), ([4, 4, 1, 1], 10, .pathogenic),
        ([2, 2, 2, 2, 2], 10, .pathogenic), ([2, 2, 2, 2, 1, 1], 10, .pathogenic), ([4, 4], 8, .likelyPathogenic),
        ([4, 2], 6, .likelyPathogenic), ([4, 1, 1], 6, .likelyPathogenic), ([2, 2, 2], 6, .likelyPathogenic),
        ([2, 2, 1, 1], 6, .likelyPathogenic), ([2, 1, 1, 1, 1], 6, .likelyPathogenic), ([8, 1], 9, .likelyPathogenic),
        ([1, 1, 1, 1, 1, 1], 6, .likelyPathogenic),
    ]

    @Test("Sums and classes are those of CanVIG-UK", arguments: canVIG)
    func sums(row: (strengths: [Int], sum: Int, of: PathogenicityClass)) throws {
        let pathogenic = ACMGCriterion.allCases.filter { $0.direction == .pathogenic }
        let criteria = try zip(pathogenic, row.strengths).map { criterion, points in
            let strength = try #require(EvidenceStrength.allCases.first { $0.points == points })
            return try #require(AppliedCriterion(criterion, at: strength, evidence: Examples.words))
        }
        let found = ACMGClassification(criteria)
        #expect(found.points == row.sum)
        #expect(found.classByPoints == row.of)
    }

    @Test(
        "Of the rules of 2015 two differ from the points, as published, and the difference is shown",
        arguments: CombiningRulesTests.table)
    func knownDifferences(row: (rule: ACMGCombiningRule, met: String, short: String, of: PathogenicityClass)) {
        let found = ACMGClassification(Examples.criteria(row.met))
        let differs: Set<ACMGCombiningRule> = [.pathogenicII, .likelyPathogenicI]
        #expect(found.isInConflict == differs.contains(row.rule))
        #expect(!found.conflictCrossesBoundary)
    }

    @Test(
        "BA1 stands alone: benign by points whatever else there is, and against a pathogenic rule that is a conflict over a boundary"
    )
    func standAlone() {
        let found = ACMGClassification(Examples.criteria("BA1 PVS1 PS1"))
        #expect(found.points == 12)
        #expect(found.classByPoints == .benign)
        #expect(found.classByRules == .uncertain)
        #expect(found.posterior == nil)
        #expect(found.isInConflict && found.conflictCrossesBoundary && found.isMixed)
    }

    @Test("Evidence both ways adds up by points where the rules say uncertain")
    func mixed() {
        let found = ACMGClassification(Examples.criteria("PVS1 PS1 BS1 BP1"))
        #expect(found.points == 7)
        #expect(found.classByPoints == .likelyPathogenic)
        #expect(found.classByRules == .uncertain)
        #expect(found.isInConflict && found.conflictCrossesBoundary)
    }
}
