extension FeatureFit {
    /// How a small variant fits an alteration of its own gene; nil where it does not.
    init?(_ variant: SmallVariantFeatures, _ alteration: Alteration) {
        guard let fit = FeatureFit.fit(variant, alteration) else { return nil }
        self = fit
    }

    private static func fit(_ variant: SmallVariantFeatures, _ alteration: Alteration) -> FeatureFit? {
        let consequence = variant.consequence
        switch alteration {
        case .protein(let change, let coding): return fit(variant, change, coding)
        case .codon(let number): return isChange(variant, of: number) ? .meets(.codon) : nil
        case .coding(let text): return isSame(variant.coding, text) ? .meets(.variant) : nil
        case .dbSNP(let identifier): return variant.dbSNP.contains(identifier) ? .meets(.variant) : nil
        case .exon(let exons, let event): return isIn(variant, exons, event) ? .meets(.exon) : nil
        case .intron(let number): return variant.intron == number ? .meets(.exon) : nil
        case .domain(let domain):
            return consequence.altersProtein && variant.domains.contains(domain) ? .meets(.domain) : nil
        case .consequence(let group): return isOf(variant, group) ? .meets(.consequence) : nil
        case .internalTandemDuplication:
            // HGVS calls a duplication only what lies right beside its original.
            return variant.protein?.kind == .duplication ? .meets(.consequence) : nil
        case .promoter: return consequence == .promoter ? .meets(.consequence) : nil
        case .anyMutation: return consequence.altersProtein ? .meets(.gene) : nil
        case .biallelicInactivation:
            guard isOf(variant, .lossOfFunction) else { return nil }
            return variant.isBiallelic == true
                ? .meets(.consequence) : variant.isBiallelic == nil ? .near(.otherCopyNotKnown) : nil
        case .copyNumber, .fusion, .rearrangement, .expression, .methylation, .phosphorylation, .wildType, .signature, .isoform,
            .starAllele:
            return nil
        }
    }

    private static func fit(_ variant: SmallVariantFeatures, _ change: ProteinChange, _ coding: String?) -> FeatureFit? {
        if let coding, isSame(variant.coding, coding) { return .meets(.variant) }
        guard let protein = variant.protein else { return nil }
        if protein.isSame(as: change) { return .meets(.variant) }
        guard case .substitution(let wanted) = change.kind, case .substitution(let found) = protein.kind, wanted != .stop,
            found != .stop, change.first.number == protein.first.number
        else { return nil }
        return .near(.otherChangeOfCodon)
    }

    /// In frame: a codon is not named for what comes after it.
    private static func isChange(_ variant: SmallVariantFeatures, of codon: Int) -> Bool {
        guard let protein = variant.protein, protein.codons.contains(codon) else { return false }
        return switch protein.kind {
        case .substitution(let aminoAcid): aminoAcid != .stop
        case .deletion, .replacement: true
        case .synonymous, .frameshift, .duplication, .insertion, .startLost: false
        }
    }

    private static func isIn(_ variant: SmallVariantFeatures, _ exons: ClosedRange<Int>, _ event: ExonEvent) -> Bool {
        let consequence = variant.consequence
        if event == .skipping {
            let exon = variant.exon.map { exons.contains($0) } ?? false
            // Intron n lies between exons n and n + 1.
            let intron = variant.intron.map { (exons.lowerBound - 1...exons.upperBound).contains($0) } ?? false
            return consequence == .spliceSite && (exon || intron)
        }
        guard let exon = variant.exon, exons.contains(exon) else { return false }
        let gained = variant.protein?.gainedResidues
        return switch event {
        case .mutation: consequence.altersProtein
        // Of several exons a deletion means the exons themselves.
        case .deletion: exons.count == 1 && (consequence == .inFrameDeletion || (gained ?? 0) < 0)
        case .insertion: consequence == .inFrameInsertion || (gained ?? 0) > 0
        case .frameshift: consequence == .frameshift
        case .skipping, .overexpression: false
        }
    }

    private static func isOf(_ variant: SmallVariantFeatures, _ group: ConsequenceGroup) -> Bool {
        let consequence = variant.consequence
        return switch group {
        case .frameshift: consequence == .frameshift
        case .truncating: consequence.isTruncating
        case .lossOfFunction:
            consequence.isTruncating || consequence == .spliceSite || consequence == .startLost
                || variant.effect == .lossOfFunction
        case .gainOfFunction: variant.effect == .gainOfFunction
        case .splice: consequence == .spliceSite
        case .threePrimeUTR: consequence == .threePrimeUTR
        case .synonymous: consequence == .synonymous
        }
    }

    /// The bases that a deletion or duplication names may be left out: `c.227_229delTCT` is `c.227_229del`.
    private static func isSame(_ found: String?, _ wanted: String) -> Bool {
        guard let found else { return false }
        return bare(found) == bare(wanted)
    }

    private static func bare(_ text: String) -> String {
        let own = text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
        for word in ["del", "dup"] where !own.contains("ins") {
            if let range = own.firstRange(of: word) { return String(own[..<range.upperBound]) }
        }
        return own
    }
}
