extension FeatureFit {
    /// How a finding fits a feature; nil where it does not, among others where they are of different genes.
    init?(_ finding: FindingFeatures, _ feature: ProfileFeature) {
        guard finding.genes.contains(feature.gene) else { return nil }
        let fit: FeatureFit? =
            switch finding.kind {
            case .fusion(let fusion): FeatureFit.fit(fusion, feature)
            case .smallVariant(let variant): FeatureFit(variant, feature.alteration)
            case .copyNumber(let change): FeatureFit.fit(change, feature.alteration)
            case .exonSkipping(_, let exons): FeatureFit.fit(skipping: exons, feature.alteration)
            case .signature(let signature): FeatureFit.fit(signature, feature.alteration)
            case .expression(_, let state): FeatureFit.fit(state, feature.alteration)
            case .methylation(_, let state): feature.alteration == .methylation(state) ? .meets(.geneState) : nil
            case .form(_, let name): FeatureFit.fit(form: name.uppercased(), feature.alteration)
            }
        guard let fit else { return nil }
        self = fit
    }

    private static func fit(_ found: FusionFeatures, _ feature: ProfileFeature) -> FeatureFit? {
        let (five, three) = (found.fivePrime?.uppercased(), found.threePrime?.uppercased())
        switch feature.alteration {
        case .rearrangement: return five == feature.gene || three == feature.gene ? .meets(.fusionPartner) : nil
        case .fusion(let wanted) where !wanted.isOrdered:
            return wanted.symbols.contains { $0 == five || $0 == three } ? .meets(.fusionPartner) : nil
        case .fusion(let wanted):
            // A partner that is not named may be anything, also one that was not determined.
            guard wanted.fivePrime.symbol.map({ $0 == five }) ?? true, wanted.threePrime.symbol.map({ $0 == three }) ?? true
            else {
                return nil
            }
            guard wanted.symbols.count == 2 else { return .meets(.fusionPartner) }
            guard let exons = wanted.exons else { return .meets(.fusionPartners) }
            return found.exons.map { $0 == exons ? .meets(.variant) : .near(.otherExons) } ?? .near(.exonsNotKnown)
        default: return nil
        }
    }

    private static func fit(_ found: CopyNumberFeatures, _ alteration: Alteration) -> FeatureFit? {
        let isLoss = found.change == .deepDeletion || found.change == .oneCopyLost
        switch alteration {
        case .copyNumber(.any): return .meets(.copyNumber)
        case .copyNumber(.lossOfHeterozygosity): return found.change == .lossOfHeterozygosity ? .meets(.copyNumber) : nil
        case .copyNumber(.amplification):
            return found.change == .amplification ? .meets(.copyNumber) : found.change == .gain ? .near(.onlyGain) : nil
        case .copyNumber(.loss) where found.exons == nil:
            return found.change == .deepDeletion ? .meets(.copyNumber) : found.change == .oneCopyLost ? .near(.oneCopyLost) : nil
        case .exon(let exons, .deletion):
            guard isLoss, let lost = found.exons else { return nil }
            return lost.lowerBound <= exons.lowerBound && lost.upperBound >= exons.upperBound ? .meets(.exon) : nil
        case .consequence(.lossOfFunction), .biallelicInactivation:
            return found.change == .deepDeletion ? .meets(.consequence) : nil
        default: return nil
        }
    }

    private static func fit(skipping exons: ClosedRange<Int>, _ alteration: Alteration) -> FeatureFit? {
        switch alteration {
        case .exon(exons, .skipping): .meets(.exon)
        // What a skipped exon is in DNA is a change at its splice sites: MET exon 14.
        case .exon(exons, .mutation): .meets(.exon)
        default: nil
        }
    }

    private static func fit(_ found: SignatureFeatures, _ alteration: Alteration) -> FeatureFit? {
        guard case .signature(let name, let state) = alteration, name.uppercased() == found.name.uppercased() else { return nil }
        return state == found.state || (state == .present && found.state == .high) ? .meets(.signature) : nil
    }

    private static func fit(_ found: ExpressionState, _ alteration: Alteration) -> FeatureFit? {
        switch alteration {
        case .expression(let wanted) where wanted == found: .meets(.geneState)
        case .expression(.present): [.high, .nuclear, .cytoplasmic].contains(found) ? .meets(.geneState) : nil
        case .copyNumber(.loss): found == .lost ? .meets(.geneState) : nil
        default: nil
        }
    }

    private static func fit(form name: String, _ alteration: Alteration) -> FeatureFit? {
        switch alteration {
        case .isoform(let wanted), .starAllele(let wanted): wanted.uppercased() == name ? .meets(.variant) : nil
        default: nil
        }
    }
}
