internal import GenomeModel
package import KnowledgeModel
package import ReportModel

extension FindingFeatures {
    /// What knowledge can be matched with of a finding: one value for each gene of a copy-number change, none for what evidence does not speak of.
    package static func of(_ finding: Finding) -> [FindingFeatures] {
        func make(_ kind: Kind, _ origin: Origin = .tumour) -> FindingFeatures {
            FindingFeatures(id: finding.identifier, origin: origin, kind)
        }
        switch finding.content {
        case .smallVariant(let variant): return small(variant).map { make($0, variant.zygosity == nil ? .tumour : .germline) }
        case .copyNumber(let change): return copies(change).map { make($0) }
        case .structural(let event): return structural(event).map { make($0) }
        case .biomarker(let marker): return biomarker(marker).map { make($0) }
        case .signature: return []
        case .expression(let expression):
            guard let state = state(expression.direction) else { return [] }
            return [make(.expression(gene: expression.gene, state))]
        case .secondary(let secondary):
            let kinds: [Kind] =
                switch secondary.alteration {
                case .smallVariant(let variant): small(variant)
                case .copyNumber(let change): copies(change)
                case .structural(let event): structural(event)
                }
            return kinds.map { make($0, secondary.isConfirmedGermline ? .germline : .tumour) }
        }
    }

    private static func small(_ variant: SmallVariantFinding) -> [Kind] {
        guard let gene = variant.gene else { return [] }
        return [
            .smallVariant(
                SmallVariantFeatures(
                    gene: gene, variant: variant.variant.variant, assembly: variant.variant.assembly,
                    protein: variant.protein.flatMap { ProteinChange($0) }, coding: variant.coding,
                    consequence: ConsequenceClass(terms: variant.consequences.map(\.rawValue).joined(separator: "&"))))
        ]
    }

    private static func copies(_ finding: CopyNumberFinding) -> [Kind] {
        let change: CopyNumberFeatures.Change =
            switch finding.kind {
            case .amplification: .amplification
            case .gain: .gain
            case .loss: .oneCopyLost
            case .homozygousDeletion: .deepDeletion
            case .copyNeutralLOH: .lossOfHeterozygosity
            }
        return finding.genes.map { .copyNumber(CopyNumberFeatures(gene: $0, change)) }
    }

    private static func structural(_ event: StructuralFinding) -> [Kind] {
        switch event.kind {
        case .fusion: [.fusion(FusionFeatures(fivePrime: event.first.gene, threePrime: event.second?.gene))]
        case .deletion, .duplication, .inversion, .insertion, .translocation, .exonSkipping: []
        }
    }

    /// By the finding's own cut-off; without one the state is not known, and nothing is matched.
    private static func biomarker(_ finding: BiomarkerFinding) -> [Kind] {
        let name: String
        switch finding.marker {
        case .tmb: name = "TMB"
        case .msi: name = "MSI"
        case .hrd: name = "HRD"
        case .methylationClass, .pdl1, .ihc: return []
        }
        let state: SignatureState
        switch finding.meaning {
        case .high, .positive: state = .high
        case .low, .stable, .negative: state = .low
        case .grey, nil: return []
        }
        let value: Double? = if case .measured(let measured) = finding.result { measured.value } else { nil }
        return [.signature(SignatureFeatures(name, state, value: value))]
    }

    private static func state(_ direction: ExpressionFinding.Direction) -> ExpressionState? {
        switch direction {
        case .over: .high
        case .under: .low
        case .usual: nil
        }
    }
}
