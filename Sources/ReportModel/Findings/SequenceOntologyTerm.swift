/// A consequence of a variant for a transcript, in the words of the Sequence Ontology as Ensembl's VEP uses them; those that the rules here
/// ask about. Other terms are kept by whoever stores the annotation.
///
/// Source: Ensembl Variation, *Calculated variant consequences* (ensembl.org/info/genome/variation/prediction/predicted_data.html).
package enum SequenceOntologyTerm: String, Sendable, CaseIterable {
    case transcriptAblation = "transcript_ablation"
    case spliceAcceptor = "splice_acceptor_variant"
    case spliceDonor = "splice_donor_variant"
    case stopGained = "stop_gained"
    case frameshift = "frameshift_variant"
    case stopLost = "stop_lost"
    case startLost = "start_lost"
    case inframeInsertion = "inframe_insertion"
    case inframeDeletion = "inframe_deletion"
    case missense = "missense_variant"
    case proteinAltering = "protein_altering_variant"
    case spliceRegion = "splice_region_variant"
    case spliceDonorFifthBase = "splice_donor_5th_base_variant"
    case spliceDonorRegion = "splice_donor_region_variant"
    case splicePolypyrimidineTract = "splice_polypyrimidine_tract_variant"
    case startRetained = "start_retained_variant"
    case stopRetained = "stop_retained_variant"
    case synonymous = "synonymous_variant"
    case codingSequence = "coding_sequence_variant"
    case fivePrimeUTR = "5_prime_UTR_variant"
    case threePrimeUTR = "3_prime_UTR_variant"
    case nonCodingExon = "non_coding_transcript_exon_variant"
    case intron = "intron_variant"
    case upstream = "upstream_gene_variant"
    case downstream = "downstream_gene_variant"
    case intergenic = "intergenic_variant"

    /// The terms beside which a change is not merely silent or intronic: within three bases of the exon's end or eight of the intron's.
    static let nearSpliceSite: Set<SequenceOntologyTerm> = [
        .spliceAcceptor, .spliceDonor, .spliceRegion, .spliceDonorFifthBase, .spliceDonorRegion, .splicePolypyrimidineTract,
    ]
}
