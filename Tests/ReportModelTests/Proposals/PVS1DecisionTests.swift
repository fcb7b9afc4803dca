import ReportModel
import Testing

/// Abou Tayoun et al. 2018 (doi:10.1002/humu.23626), figure 1.
@Suite("How strong PVS1 is")
struct PVS1DecisionTests {
    static func facts(_ set: (inout NullVariantFacts) -> Void) -> NullVariantFacts {
        var facts = NullVariantFacts()
        facts.isMechanism = true
        set(&facts)
        return facts
    }

    static let branches: [(name: String, terms: [SequenceOntologyTerm], facts: NullVariantFacts, strength: EvidenceStrength?)] = [
        (
            "decay, relevant exon", [.stopGained],
            facts {
                $0.undergoesDecay = true; $0.isExonRelevant = true
            }, .veryStrong
        ),
        (
            "decay, exon of no relevant transcript", [.frameshift],
            facts {
                $0.undergoesDecay = true; $0.isExonRelevant = false
            }, nil
        ),
        (
            "no decay, critical region", [.frameshift],
            facts {
                $0.undergoesDecay = false; $0.isRegionCritical = true
            }, .strong
        ),
        (
            "no decay, losses frequent in the population", [.stopGained],
            facts {
                $0.undergoesDecay = false; $0.isRegionCritical = false; $0.isLossFrequent = true
            }, nil
        ),
        (
            "no decay, exon of no relevant transcript", [.stopGained],
            facts {
                $0.undergoesDecay = false
                $0.isRegionCritical = false
                $0.isLossFrequent = false
                $0.isExonRelevant = false
            }, nil
        ),
        (
            "no decay, over a tenth lost", [.stopGained],
            facts {
                $0.undergoesDecay = false
                $0.isRegionCritical = false
                $0.isLossFrequent = false
                $0.isExonRelevant = true
                $0.losesOverTenth = true
            }, .strong
        ),
        (
            "no decay, under a tenth lost", [.frameshift],
            facts {
                $0.undergoesDecay = false
                $0.isRegionCritical = false
                $0.isLossFrequent = false
                $0.isExonRelevant = true
                $0.losesOverTenth = false
            }, .moderate
        ),
        (
            "splice, frame lost, decay", [.spliceDonor],
            facts {
                $0.keepsReadingFrame = false; $0.undergoesDecay = true; $0.isExonRelevant = true
            }, .veryStrong
        ),
        (
            "splice, frame kept, critical region", [.spliceAcceptor],
            facts {
                $0.keepsReadingFrame = true; $0.isRegionCritical = true
            }, .strong
        ),
        (
            "splice, frame kept, under a tenth lost", [.spliceAcceptor],
            facts {
                $0.keepsReadingFrame = true
                $0.isRegionCritical = false
                $0.isLossFrequent = false
                $0.isExonRelevant = true
                $0.losesOverTenth = false
            }, .moderate
        ),
        ("start, other start known", [.startLost], facts { $0.hasOtherStart = true }, nil),
        (
            "start, pathogenic before the next", [.startLost],
            facts {
                $0.hasOtherStart = false; $0.hasPathogenicBeforeNextStart = true
            }, .moderate
        ),
        (
            "start, none before the next", [.startLost],
            facts {
                $0.hasOtherStart = false; $0.hasPathogenicBeforeNextStart = false
            }, .supporting
        ),
        (
            "loss of function is no mechanism", [.stopGained],
            facts {
                $0.isMechanism = false; $0.undergoesDecay = true
            }, nil
        ),
    ]

    @Test("Every branch of the figure", arguments: branches)
    func branch(
        row: (name: String, terms: [SequenceOntologyTerm], facts: NullVariantFacts, strength: EvidenceStrength?)
    ) {
        let expected = row.strength.map { PVS1Decision.strength($0) } ?? .notApplicable
        #expect(PVS1Decision(row.terms, facts: row.facts) == expected, "\(row.name)")
    }

    @Test(
        "Other consequences are no null variants",
        arguments: [[], [.missense], [.spliceRegion, .intron], [.inframeDeletion], [.stopLost], [.synonymous]]
            as [[SequenceOntologyTerm]])
    func notNull(terms: [SequenceOntologyTerm]) {
        #expect(PVS1Decision(terms, facts: NullVariantFacts()) == .notNull)
    }

    /// Facts with every combination of known and unknown: 3 to the power of 9 of them.
    static func all() -> [NullVariantFacts] {
        let paths: [WritableKeyPath<NullVariantFacts, Bool?>] = [
            \.isMechanism, \.keepsReadingFrame, \.undergoesDecay, \.isExonRelevant, \.isRegionCritical, \.isLossFrequent,
            \.losesOverTenth, \.hasOtherStart, \.hasPathogenicBeforeNextStart,
        ]
        return paths.reduce([NullVariantFacts()]) { sets, path in
            sets.flatMap { facts in
                [nil, true, false].map { (answer: Bool?) in
                    var next = facts
                    next[keyPath: path] = answer
                    return next
                }
            }
        }
    }

    static func outcomes(_ decision: PVS1Decision) -> Set<EvidenceStrength?> {
        switch decision {
        case .notNull: []
        case .notApplicable: [nil]
        case .strength(let strength): [strength]
        case .undecided(let outcomes, _): outcomes
        }
    }

    @Test("Learning one fact more never gives an outcome that was excluded before", arguments: PVS1Decision.NullKind.allCases)
    func learning(kind: PVS1Decision.NullKind) {
        let term: SequenceOntologyTerm =
            switch kind {
            case .truncating: .frameshift
            case .canonicalSplice: .spliceDonor
            case .startLoss: .startLost
            }
        let paths: [WritableKeyPath<NullVariantFacts, Bool?>] = [
            \.isMechanism, \.undergoesDecay, \.isRegionCritical, \.hasOtherStart,
        ]
        let all = Self.all()
        #expect(all.count == 19_683)
        // Every seventh: the tree is the same for the facts that a kind does not ask about.
        for facts in stride(from: 0, to: all.count, by: 7).map({ all[$0] }) {
            let before = PVS1Decision([term], facts: facts)
            for path in paths where facts[keyPath: path] == nil {
                var either = Set<EvidenceStrength?>()
                for answer in [true, false] {
                    var next = facts
                    next[keyPath: path] = answer
                    either.formUnion(Self.outcomes(PVS1Decision([term], facts: next)))
                }
                #expect(either == Self.outcomes(before))
            }
            if case .undecided(let outcomes, let missing) = before { #expect(outcomes.count > 1 && !missing.isEmpty) }
        }
    }
}
