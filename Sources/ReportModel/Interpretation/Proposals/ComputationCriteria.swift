internal import StructuredText

/// PP3, BP4 and BP7 from REVEL and SpliceAI.
enum ComputationCriteria {
    static func verdicts(_ input: GermlineProposalInput, _ nullVariant: PVS1Decision) -> [ACMGCriterion: GermlineVerdict] {
        let none: [ACMGCriterion: GermlineVerdict] = [
            .pp3: .left(.notSupported), .bp4: .left(.notSupported), .bp7: .left(.notSupported),
        ]
        // A null variant's effect is PVS1's matter; PP3 would count it twice.
        guard nullVariant == .notNull else { return none }
        let terms = Set(input.consequences)
        guard !terms.isEmpty else {
            return [.pp3: .left(.dataMissing), .bp4: .left(.dataMissing), .bp7: .left(.dataMissing)]
        }
        var verdicts = terms.contains(.missense) ? missense(input.scores) : splicing(input.scores)
        verdicts[.bp7] = silent(terms, input)
        return verdicts
    }

    private static func missense(_ scores: ComputationalScores) -> [ACMGCriterion: GermlineVerdict] {
        guard let revel = scores.revel else {
            var verdicts = splicing(scores)
            // Harmless to splicing says nothing of the protein.
            verdicts[.bp4] = .left(.dataMissing)
            return verdicts
        }
        let splice = scores.spliceAI
        let splicesBadly = splice.map { $0 >= ComputationalScores.spliceDamaging } ?? false
        if let strength = ComputationalScores.damaging(revel: revel) ?? (splicesBadly ? .supporting : nil) {
            return [.pp3: .supported(strength, text(scores)), .bp4: .left(.notSupported)]
        }
        guard let strength = ComputationalScores.harmless(revel: revel) else {
            return [.pp3: .left(.notSupported), .bp4: .left(.notSupported)]
        }
        // A missense can be harmless to the protein and break the splicing: without that prediction it is left.
        guard let splice else { return [.pp3: .left(.notSupported), .bp4: .left(.dataMissing)] }
        return [
            .pp3: .left(.notSupported),
            .bp4: splice <= ComputationalScores.spliceHarmless ? .supported(strength, text(scores)) : .left(.notSupported),
        ]
    }

    private static func splicing(_ scores: ComputationalScores) -> [ACMGCriterion: GermlineVerdict] {
        guard let splice = scores.spliceAI else { return [.pp3: .left(.dataMissing), .bp4: .left(.dataMissing)] }
        let evidence = text(scores)
        return [
            .pp3: splice >= ComputationalScores.spliceDamaging ? .supported(.supporting, evidence) : .left(.notSupported),
            .bp4: splice <= ComputationalScores.spliceHarmless ? .supported(.supporting, evidence) : .left(.notSupported),
        ]
    }

    /// A silent change away from the splice sites, at a base that is not highly conserved, that nothing predicts to splice.
    private static func silent(_ terms: Set<SequenceOntologyTerm>, _ input: GermlineProposalInput) -> GermlineVerdict {
        guard terms.contains(.synonymous), terms.isDisjoint(with: SequenceOntologyTerm.nearSpliceSite) else {
            return .left(.notSupported)
        }
        guard let splice = input.scores.spliceAI, let isConserved = input.isHighlyConserved else { return .left(.dataMissing) }
        return splice <= ComputationalScores.spliceHarmless && !isConserved
            ? .supported(.supporting, text(input.scores)) : .left(.notSupported)
    }

    private static func text(_ scores: ComputationalScores) -> LocalizedText {
        let figures = [scores.revel.map { "REVEL \($0)" }, scores.spliceAI.map { "SpliceAI \($0)" }].compactMap { $0 }
        let sources = "Pejaver et al. 2022; Walker et al. 2023"
        return LocalizedText(
            sv: figures.joined(separator: ", ") + ". Gränser: \(sources).",
            en: figures.joined(separator: ", ") + ". Thresholds: \(sources).")
    }
}
