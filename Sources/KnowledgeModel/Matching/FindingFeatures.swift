package import GenomeModel

/// What knowledge can be matched with of one finding. The caller makes it of its own finding; nothing in it names a person.
package struct FindingFeatures: Hashable, Sendable {
    /// The caller's identifier of the finding.
    package let id: String
    package let origin: Origin
    package let kind: Kind
    /// The genes, or the signature, that evidence about the finding would name, in upper case. The 3' partner of a fusion first.
    package let genes: [String]

    package enum Kind: Hashable, Sendable {
        case smallVariant(SmallVariantFeatures)
        case copyNumber(CopyNumberFeatures)
        case fusion(FusionFeatures)
        /// Exons that a transcript leaves out, as an RNA fusion report has it.
        case exonSkipping(gene: String, exons: ClosedRange<Int>)
        case signature(SignatureFeatures)
        case expression(gene: String, ExpressionState)
        case methylation(gene: String, MethylationState)
        /// A form by name: a transcript variant (`AR-V7`) or a star allele (`UGT1A1*28`).
        case form(gene: String, name: String)
    }

    package init(id: String, origin: Origin, _ kind: Kind) {
        self.id = id
        self.origin = origin
        self.kind = kind
        let names: [String?] =
            switch kind {
            case .smallVariant(let variant): [variant.gene]
            case .copyNumber(let change): [change.gene]
            case .fusion(let fusion): [fusion.threePrime, fusion.fivePrime]
            case .signature(let signature): [signature.name]
            case .exonSkipping(let gene, _), .expression(let gene, _), .methylation(let gene, _), .form(let gene, _): [gene]
            }
        genes = names.compactMap { $0?.uppercased() }
    }
}

/// A substitution, insertion or deletion of a few bases.
package struct SmallVariantFeatures: Hashable, Sendable {
    /// HGNC's symbol.
    package let gene: String
    /// Normalised; with its assembly, for evidence that has coordinates.
    package let variant: Variant?
    package let assembly: Assembly?
    /// On the MANE Select transcript, as exon and coding change are.
    package let protein: ProteinChange?
    /// `c.1799T>A`, without a transcript.
    package let coding: String?
    package let dbSNP: [String]
    package let exon: Int?
    package let intron: Int?
    package let domains: Set<ProteinDomain>
    package let consequence: ConsequenceClass
    /// What a person has concluded that the change does to the gene's product; nil where nobody has.
    package let effect: ProductEffect?
    /// Whether the other copy is altered too; nil where that is not known.
    package let isBiallelic: Bool?

    package init(
        gene: String, variant: Variant? = nil, assembly: Assembly? = nil, protein: ProteinChange? = nil, coding: String? = nil,
        dbSNP: [String] = [], exon: Int? = nil, intron: Int? = nil, domains: Set<ProteinDomain> = [],
        consequence: ConsequenceClass, effect: ProductEffect? = nil, isBiallelic: Bool? = nil
    ) {
        self.gene = gene
        self.variant = variant
        self.assembly = assembly
        self.protein = protein
        self.coding = coding
        self.dbSNP = dbSNP.map { $0.lowercased() }
        self.exon = exon
        self.intron = intron
        self.domains = domains
        self.consequence = consequence
        self.effect = effect
        self.isBiallelic = isBiallelic
    }
}

package enum ProductEffect: String, Hashable, Sendable, CaseIterable {
    case lossOfFunction, gainOfFunction
}

/// More or fewer copies of a gene or of some of its exons.
package struct CopyNumberFeatures: Hashable, Sendable {
    package enum Change: String, Hashable, Sendable, CaseIterable {
        /// By the laboratory's own cut-off.
        case amplification
        /// More copies, fewer than an amplification.
        case gain
        case oneCopyLost
        /// Both copies.
        case deepDeletion
        case lossOfHeterozygosity
    }

    package let gene: String
    package let change: Change
    /// The exons concerned; nil for the whole gene.
    package let exons: ClosedRange<Int>?

    package init(gene: String, _ change: Change, exons: ClosedRange<Int>? = nil) {
        self.gene = gene
        self.change = change
        self.exons = exons
    }
}

/// Two genes joined, or one broken with an unknown partner.
package struct FusionFeatures: Hashable, Sendable {
    package let fivePrime: String?
    package let threePrime: String?
    package let exons: Fusion.Exons?

    package init(fivePrime: String?, threePrime: String?, exons: Fusion.Exons? = nil) {
        self.fivePrime = fivePrime
        self.threePrime = threePrime
        self.exons = exons
    }
}

/// A measure of the whole tumour: `TMB`, `MSI`, `HRD`, `Methylation class …`.
package struct SignatureFeatures: Hashable, Sendable {
    package let name: String
    package let state: SignatureState
    /// As measured, for the reader; the laboratory's cut-off has decided the state.
    package let value: Double?

    package init(_ name: String, _ state: SignatureState, value: Double? = nil) {
        self.name = name
        self.state = state
        self.value = value
    }
}
