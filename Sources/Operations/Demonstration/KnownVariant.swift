internal import GenomeModel

/// A real variant with a name, GRCh38, that some of the generated people carry or some of their tumours have.
struct KnownVariant: Sendable {
    let gene: String
    let name: String
    let variant: Variant

    private init?(_ gene: String, _ name: String, _ contig: Int, _ position: Int, _ reference: String, _ alternate: String) {
        guard let contig = UInt8(exactly: contig).flatMap(Contig.init(rawValue:)), let position = Position(position),
            let variant = Variant(contig: contig, position: position, reference: reference, alternate: alternate)
        else { return nil }
        self.gene = gene
        self.name = name
        self.variant = variant
    }

    /// Muenke syndrome (OMIM 602849, ORPHA 53271), the variant that the story of the four patients is about. From the
    /// published case PMID 26740388 of `Examples/GRCh38/published-cases.vcf.gz`.
    static let shared = KnownVariant("FGFR3", "p.Pro250Arg", 4, 1_801_844, "C", "G")

    /// Inherited causes of cancer, pathogenic in ClinVar (2026-02-26).
    static let hereditary = [
        KnownVariant("BRCA1", "c.68_69del", 17, 43_124_027, "ACT", "A"),
        KnownVariant("BRCA1", "c.181T>G", 17, 43_106_487, "A", "C"),
        KnownVariant("PALB2", "NC_000016.10:g.23621362C>T", 16, 23_621_362, "C", "T"),
        KnownVariant("MLH1", "NC_000003.12:g.37040185G>T", 3, 37_040_185, "G", "T"),
        KnownVariant("APC", "NC_000005.10:g.112775677G>A", 5, 112_775_677, "G", "A"),
    ].compactMap { $0 }

    /// Lynch syndrome, the last base of exon 14. Of ClinVar's laboratories (2026-02-26) eight call it pathogenic or likely so and one
    /// uncertain; in the demonstration it is classified anew.
    static let reclassified = KnownVariant("MLH1", "p.Ser556Thr", 3, 37_040_294, "G", "C")

    /// Recurrent somatic variants; TP53 after ClinVar, PIK3CA after the tumour of `Examples/GRCh38`.
    static let somatic = [
        KnownVariant("TP53", "p.Arg175His", 17, 7_675_088, "C", "T"),
        KnownVariant("TP53", "p.Arg248Gln", 17, 7_674_220, "C", "T"),
        KnownVariant("TP53", "p.Arg273His", 17, 7_673_802, "C", "T"),
        KnownVariant("PIK3CA", "p.His1047Arg", 3, 179_234_297, "A", "G"),
        KnownVariant("KRAS", "p.Gly12Asp", 12, 25_245_350, "C", "T"),
        KnownVariant("KRAS", "p.Gly12Cys", 12, 25_245_351, "C", "A"),
        KnownVariant("BRAF", "p.Val600Glu", 7, 140_753_336, "A", "T"),
        KnownVariant("EGFR", "p.Leu858Arg", 7, 55_191_822, "T", "G"),
        KnownVariant("JAK2", "p.Val617Phe", 9, 5_073_770, "G", "T"),
        KnownVariant("IDH1", "p.Arg132His", 2, 208_248_388, "C", "T"),
        KnownVariant("DNMT3A", "p.Arg882His", 2, 25_234_373, "C", "T"),
        KnownVariant("NPM1", "p.Trp288CysfsTer12", 5, 171_410_539, "C", "CTCTG"),
        KnownVariant("ALK", "p.Arg1275Gln", 2, 29_209_798, "C", "T"),
    ].compactMap { $0 }

    static let all = [shared].compactMap { $0 } + hereditary + somatic

    static func somatic(of genes: [String]) -> [KnownVariant] { somatic.filter { genes.contains($0.gene) } }
}
