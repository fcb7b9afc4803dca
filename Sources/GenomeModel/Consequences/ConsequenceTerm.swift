/// What a variant does to a transcript or another feature: a term of the Sequence Ontology, as the annotation wrote it.
///
/// The order of severity and the impact classes are Ensembl's ("Calculated consequences",
/// ensembl.org/info/genome/variation/prediction/predicted_data.html, the table since release 110). Terms that only SnpEff
/// uses (`sequence_feature`, `intergenic_region` …) have no place in that table.
public struct ConsequenceTerm: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// 0 for the most severe, `transcript_ablation`; nil for a term that Ensembl does not rank.
    public var severity: Int? { ConsequenceTerm.places[rawValue] }

    /// Ensembl's class; nil for a term that Ensembl does not have.
    public var impact: ConsequenceImpact? { severity.map { ConsequenceTerm.ranking[$0].impact } }

    /// Whether the variant lies outside what the term speaks of: beside a gene, between genes, in a regulatory region.
    public var isOutsideTranscript: Bool { ConsequenceTerm.outside.contains(rawValue) }

    /// The terms that `text` joins with `&`.
    public static func list(_ text: String) -> [ConsequenceTerm] {
        text.split(separator: "&").map { ConsequenceTerm(rawValue: String($0)) }
    }

    /// All that Ensembl ranks, the most severe first.
    public static let ranking: [(term: String, impact: ConsequenceImpact)] = [
        ("transcript_ablation", .high), ("splice_acceptor_variant", .high), ("splice_donor_variant", .high),
        ("stop_gained", .high), ("frameshift_variant", .high), ("stop_lost", .high), ("start_lost", .high),
        ("transcript_amplification", .high), ("feature_elongation", .high), ("feature_truncation", .high),
        ("inframe_insertion", .moderate), ("inframe_deletion", .moderate), ("missense_variant", .moderate),
        ("protein_altering_variant", .moderate), ("splice_donor_5th_base_variant", .low), ("splice_region_variant", .low),
        ("splice_donor_region_variant", .low), ("splice_polypyrimidine_tract_variant", .low),
        ("incomplete_terminal_codon_variant", .low), ("start_retained_variant", .low), ("stop_retained_variant", .low),
        ("synonymous_variant", .low), ("coding_sequence_variant", .modifier), ("mature_miRNA_variant", .modifier),
        ("5_prime_UTR_variant", .modifier), ("3_prime_UTR_variant", .modifier),
        ("non_coding_transcript_exon_variant", .modifier), ("intron_variant", .modifier),
        ("NMD_transcript_variant", .modifier), ("non_coding_transcript_variant", .modifier),
        ("coding_transcript_variant", .modifier), ("upstream_gene_variant", .modifier),
        ("downstream_gene_variant", .modifier), ("TFBS_ablation", .modifier), ("TFBS_amplification", .modifier),
        ("TF_binding_site_variant", .modifier), ("regulatory_region_ablation", .modifier),
        ("regulatory_region_amplification", .modifier), ("regulatory_region_variant", .modifier),
        ("intergenic_variant", .modifier), ("sequence_variant", .modifier),
    ]

    /// Earlier names of SO:0001792 and SO:0001619, which old files have.
    private static let formerly = [
        "non_coding_exon_variant": "non_coding_transcript_exon_variant",
        "nc_transcript_variant": "non_coding_transcript_variant",
    ]

    private static let places: [String: Int] = {
        var places = Dictionary(uniqueKeysWithValues: ranking.enumerated().map { ($1.term, $0) })
        for (old, new) in formerly { places[old] = places[new] }
        return places
    }()

    private static let outside: Set<String> = [
        "upstream_gene_variant", "downstream_gene_variant", "TFBS_ablation", "TFBS_amplification", "TF_binding_site_variant",
        "regulatory_region_ablation", "regulatory_region_amplification", "regulatory_region_variant", "intergenic_variant",
        "intergenic_region", "sequence_variant",
    ]
}
