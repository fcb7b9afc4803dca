import ReportModel
import Testing

@Suite("What holds for any set of ACMG criteria")
struct ACMGPropertiesTests {
    /// Every number of criteria towards pathogenic up to a few of each strength, with some towards benign: 5,184 sets.
    static func everySet(_ body: (EvidenceCounts, [EvidenceStrength: Int], [EvidenceStrength: Int]) -> Void) -> Int {
        var seen = 0
        for vs in 0...2 {
            for s in 0...2 {
                for m in 0...3 {
                    for u in 0...5 {
                        for (sa, bvs, bs, bm) in [
                            (0, 0, 0, 0), (0, 0, 0, 1), (0, 0, 1, 0), (0, 1, 0, 0), (0, 0, 2, 1), (1, 0, 0, 0),
                        ] {
                            for bp in 0...3 {
                                let p: [EvidenceStrength: Int] = [.veryStrong: vs, .strong: s, .moderate: m, .supporting: u]
                                let b: [EvidenceStrength: Int] = [
                                    .standAlone: sa, .veryStrong: bvs, .strong: bs, .moderate: bm, .supporting: bp,
                                ]
                                body(EvidenceCounts(pathogenic: p, benign: b), p, b)
                                seen += 1
                            }
                        }
                    }
                }
            }
        }
        return seen
    }

    static func rules(_ counts: EvidenceCounts) -> Set<ACMGCombiningRule> {
        Set(ACMGCombiningRule.allCases.filter { $0.isMet(by: counts) })
    }

    @Test("One criterion more never takes away a rule, in its own direction or the other")
    func rulesOnlyGrow() {
        let seen = Self.everySet { counts, p, b in
            let before = Self.rules(counts)
            for strength in [EvidenceStrength.supporting, .moderate, .strong, .veryStrong] {
                let worse = EvidenceCounts(pathogenic: p.merging([strength: 1], uniquingKeysWith: +), benign: b)
                let better = EvidenceCounts(pathogenic: p, benign: b.merging([strength: 1], uniquingKeysWith: +))
                #expect(Self.rules(worse).isSuperset(of: before))
                #expect(Self.rules(better).isSuperset(of: before))
                #expect(Self.rules(worse).filter { $0.direction == .benign } == before.filter { $0.direction == .benign })
            }
        }
        #expect(seen == 3 * 3 * 4 * 6 * 6 * 4)
    }

    @Test("A criterion of higher strength in the place of a lower one never takes away a rule")
    func strongerIsNeverLess() {
        let order: [EvidenceStrength] = [.supporting, .moderate, .strong, .veryStrong]
        _ = Self.everySet { counts, p, b in
            let before = Self.rules(counts)
            for (weaker, stronger) in zip(order, order.dropFirst()) where p[weaker, default: 0] > 0 {
                let raised = p.merging([weaker: -1, stronger: 1], uniquingKeysWith: +)
                #expect(Self.rules(EvidenceCounts(pathogenic: raised, benign: b)).isSuperset(of: before))
            }
        }
    }

    @Test("A pathogenic criterion more raises the points by its weight, a benign one lowers them; the classes follow")
    func pointsFollow() throws {
        let base = Examples.criteria("PS3 PM2_Supporting BP4")
        let before = ACMGClassification(base)
        for criterion in ACMGCriterion.allCases where !base.contains(where: { $0.criterion == criterion }) {
            for strength in EvidenceStrength.allCases where criterion.mayBeUsed(at: strength) {
                let added = try #require(AppliedCriterion(criterion, at: strength, evidence: Examples.words))
                let after = ACMGClassification(base + [added])
                if criterion.direction == .pathogenic {
                    #expect(after.points == before.points + (strength.points ?? 0))
                    #expect(after.classByPoints >= before.classByPoints)
                } else {
                    #expect(after.points == before.points - (strength.points ?? 0))
                    #expect(after.classByPoints <= before.classByPoints)
                }
            }
        }
    }

    @Test("The probability rises with the points, and meets the limits of the classes")
    func probabilityRises() {
        for points in -20..<20 { #expect(ACMGPoints.posterior(of: points) < ACMGPoints.posterior(of: points + 1)) }
        #expect(abs(ACMGPoints.posterior(of: 0) - ACMGPoints.prior) < 1e-12)
        #expect(ACMGPoints.posterior(of: 10) > 0.99 && ACMGPoints.posterior(of: 9) < 0.99)
        #expect(ACMGPoints.posterior(of: -7) < 0.001 && ACMGPoints.posterior(of: -6) > 0.001)
    }

    @Test("The order of the criteria makes no difference")
    func order() {
        let criteria = Examples.criteria("PVS1_Strong PM2_Supporting PP3_Moderate BS1 BP4")
        let found = Set(Examples.orders(criteria).map { ACMGClassification($0) })
        #expect(found.count == 1)
    }
}
