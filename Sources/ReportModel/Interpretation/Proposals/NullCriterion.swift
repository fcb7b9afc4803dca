internal import StructuredText

/// PVS1, as far as the tree of Abou Tayoun et al. 2018 decides it.
enum NullCriterion {
    static func verdict(_ decision: PVS1Decision, _ input: GermlineProposalInput) -> GermlineVerdict {
        switch decision {
        case .notNull, .notApplicable:
            // Without a consequence nobody has looked; a deletion of exons is another branch of the tree.
            let needsHuman = input.consequences.contains(.transcriptAblation)
            return .left(input.consequences.isEmpty ? .dataMissing : needsHuman ? .needsHuman : .notSupported)
        case .strength(let strength): return .supported(strength, text(strength, nil, input))
        case .undecided(let outcomes, let missing):
            // Every way PVS1 would hold: its weakest strength is safe. Where it might not apply at all, nothing is.
            guard !outcomes.contains(nil), let weakest = outcomes.compactMap({ $0 }).min() else { return .left(.dataMissing) }
            return .supported(weakest, text(weakest, missing, input))
        }
    }

    private static func text(
        _ strength: EvidenceStrength, _ missing: [NullVariantFacts.Name]?, _ input: GermlineProposalInput
    ) -> LocalizedText {
        let consequences = input.consequences.map(\.rawValue).joined(separator: ", ")
        let transcript = input.transcript.map { " (\($0))" } ?? ""
        let unknown = missing.map { $0.map(\.rawValue).joined(separator: ", ") }
        return LocalizedText(
            sv: "\(consequences)\(transcript); beslutsträdet i Abou Tayoun et al. 2018 ger \(strength.name.sv)"
                + (unknown.map { " eller starkare; okänt: \($0)." } ?? "."),
            en: "\(consequences)\(transcript); the decision tree of Abou Tayoun et al. 2018 gives \(strength.name.en)"
                + (unknown.map { " or stronger; unknown: \($0)." } ?? "."))
    }
}
