import GenomeModel
import KnowledgeModel

/// Findings as a caller makes them, by short names.
enum Found {
    static func small(
        _ gene: String, _ protein: String?, _ consequence: ConsequenceClass, exon: Int? = nil, intron: Int? = nil,
        coding: String? = nil,
        domains: Set<ProteinDomain> = [], origin: Origin = .tumour
    ) -> FindingFeatures {
        FindingFeatures(
            id: gene + " " + (protein ?? coding ?? consequence.rawValue), origin: origin,
            .smallVariant(
                SmallVariantFeatures(
                    gene: gene, protein: protein.flatMap { ProteinChange($0) }, coding: coding, exon: exon, intron: intron,
                    domains: domains, consequence: consequence)))
    }

    static func copies(_ gene: String, _ change: CopyNumberFeatures.Change, exons: ClosedRange<Int>? = nil) -> FindingFeatures {
        FindingFeatures(
            id: "\(gene) \(change)", origin: .tumour, .copyNumber(CopyNumberFeatures(gene: gene, change, exons: exons)))
    }

    static func fusion(_ five: String?, _ three: String?, _ exons: (Int, Int)? = nil) -> FindingFeatures {
        FindingFeatures(
            id: "\(five ?? "?")::\(three ?? "?")", origin: .tumour,
            .fusion(
                FusionFeatures(
                    fivePrime: five, threePrime: three,
                    exons: exons.map { Fusion.Exons(fivePrime: $0.0, threePrime: $0.1) })))
    }

    static func signature(_ name: String, _ state: SignatureState, _ value: Double? = nil) -> FindingFeatures {
        FindingFeatures(id: name, origin: .tumour, .signature(SignatureFeatures(name, state, value: value)))
    }

    static let l858r = small("EGFR", "p.Leu858Arg", .missense, exon: 21, domains: [.kinase])
    static let exon19 = small("EGFR", "p.Glu746_Ala750del", .inFrameDeletion, exon: 19, domains: [.kinase])
    static let t790m = small("EGFR", "p.Thr790Met", .missense, exon: 20, domains: [.kinase])
    static let c797s = small("EGFR", "C797S", .missense, exon: 20)
    static let v600e = small("BRAF", "V600E", .missense, exon: 15)
    static let v600k = small("BRAF", "V600K", .missense, exon: 15)
    static let g12c = small("KRAS", "G12C", .missense, exon: 2)
    static let g12d = small("KRAS", "G12D", .missense, exon: 2)
    static let eml4ALK = fusion("EML4", "ALK")
    static let her2 = copies("ERBB2", .amplification)
}
