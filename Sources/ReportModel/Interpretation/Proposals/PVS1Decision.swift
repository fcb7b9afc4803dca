/// How strong PVS1 is for a null variant: the decision tree of Abou Tayoun et al. 2018 (doi:10.1002/humu.23626), figure 1, for nonsense,
/// frameshift, the canonical splice sites and the start codon. Deletions and duplications of exons are left to humans.
package enum PVS1Decision: Hashable, Sendable {
    /// The consequence is no null variant of these kinds.
    case notNull
    /// PVS1 must not be used.
    case notApplicable
    case strength(EvidenceStrength)
    /// Too little is known: whatever the missing facts turned out to be, it would be one of these; nil among them is not applicable.
    case undecided(outcomes: Set<EvidenceStrength?>, missing: [NullVariantFacts.Name])

    package enum NullKind: String, Sendable, CaseIterable {
        case truncating
        case canonicalSplice = "canonical-splice"
        case startLoss = "start-loss"

        /// The kind by the most severe consequence; nil for no null variant.
        package init?(_ consequences: some Sequence<SequenceOntologyTerm>) {
            let terms = Set(consequences)
            if !terms.isDisjoint(with: [.stopGained, .frameshift]) {
                self = .truncating
            } else if !terms.isDisjoint(with: [.spliceAcceptor, .spliceDonor]) {
                self = .canonicalSplice
            } else if terms.contains(.startLost) {
                self = .startLoss
            } else {
                return nil
            }
        }
    }

    package init(_ consequences: some Sequence<SequenceOntologyTerm>, facts: NullVariantFacts) {
        guard let kind = NullKind(consequences) else {
            self = .notNull
            return
        }
        var missing: [NullVariantFacts.Name] = []
        let outcomes = PVS1Decision.outcomes(kind, facts, &missing)
        switch (outcomes.count, outcomes.first) {
        case (1, .some(.some(let strength))): self = .strength(strength)
        case (1, _): self = .notApplicable
        default: self = .undecided(outcomes: outcomes, missing: NullVariantFacts.Name.allCases.filter(missing.contains))
        }
    }

    /// What the tree gives; for a fact that is not known, what it gives either way.
    private static func outcomes(
        _ kind: NullKind, _ facts: NullVariantFacts, _ missing: inout [NullVariantFacts.Name]
    ) -> Set<EvidenceStrength?> {
        switch walk(kind, facts) {
        case .found(let strength): return [strength]
        case .asks(let name):
            missing.append(name)
            let ifTrue = outcomes(kind, facts.supposing(name, true), &missing)
            return ifTrue.union(outcomes(kind, facts.supposing(name, false), &missing))
        }
    }

    private enum Step {
        case found(EvidenceStrength?)
        case asks(NullVariantFacts.Name)
    }

    private static func walk(_ kind: NullKind, _ facts: NullVariantFacts) -> Step {
        guard let isMechanism = facts.isMechanism else { return .asks(.mechanism) }
        guard isMechanism else { return .found(nil) }
        switch kind {
        case .startLoss:
            guard let hasOtherStart = facts.hasOtherStart else { return .asks(.otherStart) }
            if hasOtherStart { return .found(nil) }
            guard let hasPathogenic = facts.hasPathogenicBeforeNextStart else { return .asks(.pathogenicBeforeNextStart) }
            return .found(hasPathogenic ? .moderate : .supporting)
        case .canonicalSplice:
            guard let keepsFrame = facts.keepsReadingFrame else { return .asks(.readingFrame) }
            return keepsFrame ? shortened(facts) : truncated(facts)
        case .truncating: return truncated(facts)
        }
    }

    private static func truncated(_ facts: NullVariantFacts) -> Step {
        guard let undergoesDecay = facts.undergoesDecay else { return .asks(.decay) }
        guard undergoesDecay else { return shortened(facts) }
        guard let isRelevant = facts.isExonRelevant else { return .asks(.relevantExon) }
        return .found(isRelevant ? .veryStrong : nil)
    }

    /// A protein is made that lacks something.
    private static func shortened(_ facts: NullVariantFacts) -> Step {
        guard let isCritical = facts.isRegionCritical else { return .asks(.criticalRegion) }
        if isCritical { return .found(.strong) }
        guard let isFrequent = facts.isLossFrequent else { return .asks(.frequentLoss) }
        if isFrequent { return .found(nil) }
        guard let isRelevant = facts.isExonRelevant else { return .asks(.relevantExon) }
        guard isRelevant else { return .found(nil) }
        guard let overTenth = facts.losesOverTenth else { return .asks(.overTenth) }
        return .found(overTenth ? .strong : .moderate)
    }
}
