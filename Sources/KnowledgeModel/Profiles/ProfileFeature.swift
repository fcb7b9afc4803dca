/// One thing that can be found: an alteration of a gene, a fusion, a signature.
package struct ProfileFeature: Hashable, Sendable {
    /// HGNC's symbol in upper case, or the name of a signature: `EGFR`, `TMB`. For a fusion the partner that is named, the 3' one first.
    package let gene: String
    package let alteration: Alteration
    /// As the source writes it, with the gene: `EGFR Exon 19 Deletion`.
    package let text: String

    package init(gene: String, _ alteration: Alteration, text: String) {
        self.gene = gene
        self.alteration = alteration
        self.text = text
    }
}

/// What happened to a gene, as knowledge speaks of it.
package enum Alteration: Hashable, Sendable {
    /// One change of the protein, with its coding change where the source gives it (`c.194C>G`).
    case protein(ProteinChange, coding: String?)
    /// Any other residue at this codon.
    case codon(Int)
    /// A change by its coding sequence: `c.393T>C`, `c.340+1G>A`.
    case coding(String)
    /// A dbSNP identifier: `rs1801270`.
    case dbSNP(String)
    case exon(ClosedRange<Int>, ExonEvent)
    case intron(Int)
    case domain(ProteinDomain)
    case consequence(ConsequenceGroup)
    case internalTandemDuplication
    case promoter
    /// Any change that alters the protein or its amount.
    case anyMutation
    case copyNumber(CopyNumberEvent)
    case fusion(Fusion)
    /// The gene is broken by or joined to something.
    case rearrangement
    case expression(ExpressionState)
    case methylation(MethylationState)
    /// `serine 473`: the site as written; empty where none is named.
    case phosphorylation(String)
    case wildType
    /// A measure of the whole tumour, with the state that is meant: `TMB` high.
    case signature(String, SignatureState)
    /// A form of the transcript or protein by name: `AR-V7`, `EGFRvIII`.
    case isoform(String)
    /// A star allele: `UGT1A1*28`.
    case starAllele(String)
    /// Two copies are altered.
    case biallelicInactivation
}

extension Alteration {
    /// Whether an analysis of small variants would have told it: a fusion, a number of copies, a level and a phase are other analyses' to tell, and
    /// a duplication of dozens of bases, a promoter or a deep intron often no panel's.
    package var isSmallVariant: Bool {
        switch self {
        case .protein, .codon, .coding, .domain, .consequence, .anyMutation, .wildType: true
        case .exon(_, let event): event != .skipping && event != .overexpression
        case .dbSNP, .intron, .internalTandemDuplication, .promoter, .copyNumber, .fusion, .rearrangement, .expression,
            .methylation, .phosphorylation, .signature, .isoform, .starAllele, .biallelicInactivation:
            false
        }
    }
}

/// What happened to exons.
package enum ExonEvent: String, Hashable, Sendable, CaseIterable {
    case mutation, deletion, insertion, frameshift, skipping, overexpression
}

/// Changes by what they do.
package enum ConsequenceGroup: String, Hashable, Sendable, CaseIterable {
    case frameshift, truncating, lossOfFunction, gainOfFunction, splice, threePrimeUTR, synonymous
}

package enum CopyNumberEvent: String, Hashable, Sendable, CaseIterable {
    case amplification, loss, any, lossOfHeterozygosity
}

package enum ExpressionState: String, Hashable, Sendable, CaseIterable {
    case present, high, low, lost, nuclear, cytoplasmic
}

package enum MethylationState: String, Hashable, Sendable, CaseIterable {
    case methylated, unmethylated
}

package enum SignatureState: String, Hashable, Sendable, CaseIterable {
    case present, high, low
}

/// Parts of proteins that knowledge names, in one spelling.
package enum ProteinDomain: Hashable, Sendable {
    case kinase, pLoop, dnaBinding
    /// In lower case, without the word "domain".
    case other(String)

    /// From a domain's name as an annotation or a source gives it: `Protein kinase`, `TKD`, `DNA_BINDING_DOMAIN`, `SH2`.
    package init(named text: some StringProtocol) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0 != "domain" }
        let joined = words.joined(separator: " ")
        switch joined {
        case "tkd": self = .kinase
        case _ where words.contains("kinase"): self = .kinase
        case "p loop", "ploop": self = .pLoop
        case "dna binding": self = .dnaBinding
        default: self = .other(joined)
        }
    }
}
