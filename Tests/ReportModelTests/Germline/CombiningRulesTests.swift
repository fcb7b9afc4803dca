import ReportModel
import Testing

/// Richards et al. 2015 (doi:10.1038/gim.2015.30), table 5: pmc.ncbi.nlm.nih.gov/articles/PMC4544753/table/T5.
@Suite("The combining rules of ACMG and AMP")
struct CombiningRulesTests {
    /// Each rule with criteria that just meet it, and the same without one of them.
    static let table: [(rule: ACMGCombiningRule, met: String, short: String, of: PathogenicityClass)] = [
        (.pathogenicIA, "PVS1 PS1", "PVS1", .pathogenic),
        (.pathogenicIB, "PVS1 PM1 PM2", "PVS1 PM1", .pathogenic),
        (.pathogenicIC, "PVS1 PM1 PP1", "PVS1 PP1", .pathogenic),
        (.pathogenicID, "PVS1 PP1 PP2", "PVS1 PP1", .pathogenic),
        (.pathogenicII, "PS1 PS2", "PS1", .pathogenic),
        (.pathogenicIIIA, "PS1 PM1 PM2 PM3", "PS1 PM1 PM2", .pathogenic),
        (.pathogenicIIIB, "PS1 PM1 PM2 PP1 PP2", "PS1 PM1 PM2 PP1", .pathogenic),
        (.pathogenicIIIC, "PS1 PM1 PP1 PP2 PP3 PP4", "PS1 PM1 PP1 PP2 PP3", .pathogenic),
        (.likelyPathogenicI, "PVS1 PM1", "PVS1", .likelyPathogenic),
        (.likelyPathogenicII, "PS1 PM1", "PS1", .likelyPathogenic),
        (.likelyPathogenicIII, "PS1 PP1 PP2", "PS1 PP1", .likelyPathogenic),
        (.likelyPathogenicIV, "PM1 PM2 PM3", "PM1 PM2", .likelyPathogenic),
        (.likelyPathogenicV, "PM1 PM2 PP1 PP2", "PM1 PM2 PP1", .likelyPathogenic),
        (.likelyPathogenicVI, "PM1 PP1 PP2 PP3 PP4", "PM1 PP1 PP2 PP3", .likelyPathogenic),
        (.benignI, "BA1", "BS1", .benign),
        (.benignII, "BS1 BS2", "BS1", .benign),
        (.likelyBenignI, "BS1 BP1", "BS1", .likelyBenign),
        (.likelyBenignII, "BP1 BP2", "BP1", .likelyBenign),
    ]

    @Test("All eighteen are in the table", arguments: [table.map(\.rule)])
    func complete(rules: [ACMGCombiningRule]) {
        #expect(rules == ACMGCombiningRule.allCases)
        #expect(rules.count == 18)
    }

    @Test("Each is met by what it asks for, gives its class, and is not met by less", arguments: table)
    func rule(row: (rule: ACMGCombiningRule, met: String, short: String, of: PathogenicityClass)) {
        let met = ACMGClassification(Examples.criteria(row.met))
        #expect(met.rules.contains(row.rule))
        #expect(met.classByRules == row.of)
        #expect(row.rule.pathogenicityClass == row.of)
        #expect(!ACMGClassification(Examples.criteria(row.short)).rules.contains(row.rule))
    }

    @Test(
        "What meets no rule, or rules of both directions, is uncertain",
        arguments: [
            "", "PVS1", "PVS1 PP1", "PS1 PP1", "PM1 PM2 PP1", "BS1", "BP1", "PVS1 PS1 BS1 BS2", "PS1 PM1 BP1 BP2", "PVS1 PS1 BA1",
        ])
    func uncertain(labels: String) {
        #expect(ACMGClassification(Examples.criteria(labels)).classByRules == .uncertain)
    }

    /// The table as it is printed, strength by strength, without a stronger criterion in a weaker one's place.
    static func asPrinted(_ counts: EvidenceCounts) -> PathogenicityClass {
        func p(_ strength: EvidenceStrength) -> Int { counts.count(.pathogenic, strength) }
        func b(_ strength: EvidenceStrength) -> Int { counts.count(.benign, strength) }
        let (vs, s, m, u) = (p(.veryStrong), p(.strong), p(.moderate), p(.supporting))
        let isP =
            vs == 1 && (s >= 1 || m >= 2 || (m == 1 && u == 1) || u >= 2) || s >= 2
            || s == 1 && (m >= 3 || (m == 2 && u >= 2) || (m == 1 && u >= 4))
        let isLP =
            vs == 1 && m == 1 || s == 1 && (m == 1 || m == 2) || s == 1 && u >= 2 || m >= 3 || m == 2 && u >= 2
            || m == 1 && u >= 4
        let isB = b(.standAlone) == 1 || b(.strong) >= 2
        let isLB = b(.strong) == 1 && b(.supporting) == 1 || b(.supporting) >= 2
        switch (isP || isLP, isB || isLB) {
        case (true, true), (false, false): return .uncertain
        case (true, false): return isP ? .pathogenic : .likelyPathogenic
        case (false, true): return isB ? .benign : .likelyBenign
        }
    }

    @Test("For every number of criteria at their own strengths the class is the printed table's")
    func againstTheTableAsPrinted() {
        var compared = 0
        for vs in 0...1 {
            for s in 0...4 {
                for m in 0...6 {
                    for u in 0...5 {
                        for (sa, bs, bp) in [
                            (0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 1, 0), (0, 1, 1), (0, 2, 0), (1, 0, 0), (1, 2, 3),
                        ] {
                            let counts = EvidenceCounts(
                                pathogenic: [.veryStrong: vs, .strong: s, .moderate: m, .supporting: u],
                                benign: [.standAlone: sa, .strong: bs, .supporting: bp])
                            let rules = ACMGCombiningRule.allCases.filter { $0.isMet(by: counts) }
                            let worst = rules.filter { $0.direction == .pathogenic }.map(\.pathogenicityClass).max()
                            let best = rules.filter { $0.direction == .benign }.map(\.pathogenicityClass).min()
                            let found = worst != nil && best != nil ? .uncertain : worst ?? best ?? .uncertain
                            #expect(found == Self.asPrinted(counts), "\(counts)")
                            compared += 1
                        }
                    }
                }
            }
        }
        #expect(compared == 2 * 5 * 7 * 6 * 8)
    }

    @Test("A criterion above its own strength is never worth less than one of the strength below")
    func strongerInTheWeakersPlace() {
        // The printed table has no place for two very strong criteria, nor for moderate benign ones.
        #expect(ACMGClassification(Examples.criteria("PVS1 PS3_VeryStrong")).classByRules == .pathogenic)
        #expect(ACMGClassification(Examples.criteria("BP4_Moderate BP7")).classByRules == .likelyBenign)
        #expect(ACMGClassification(Examples.criteria("BP4_VeryStrong BS1")).classByRules == .benign)
    }
}
