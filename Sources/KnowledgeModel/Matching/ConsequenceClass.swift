/// What a small variant does to its transcript, as coarsely as knowledge speaks of it.
package enum ConsequenceClass: String, Hashable, Sendable, CaseIterable {
    case missense, nonsense, frameshift, inFrameInsertion, inFrameDeletion, spliceSite, spliceRegion, startLost, stopLost
    case synonymous, promoter, fivePrimeUTR, threePrimeUTR, intronic, other

    /// Whether the change alters the protein, as the word "mutation" of an evidence item means it.
    package var altersProtein: Bool {
        switch self {
        case .missense, .nonsense, .frameshift, .inFrameInsertion, .inFrameDeletion, .spliceSite, .startLost, .stopLost: true
        case .spliceRegion, .synonymous, .promoter, .fivePrimeUTR, .threePrimeUTR, .intronic, .other: false
        }
    }

    package var isTruncating: Bool { self == .nonsense || self == .frameshift }

    /// The gravest class among Sequence Ontology terms as VEP and SnpEff write them, joined by `&`:
    /// `splice_region_variant&synonymous_variant`. Order of gravity: VEP's (<https://www.ensembl.org/info/genome/variation/prediction/predicted_data.html>).
    package init(terms: some StringProtocol) {
        let found = Set(String(terms).split(separator: "&").map { String($0) })
        self = ConsequenceClass.byTerm.first { found.contains($0.term) }?.group ?? .other
    }

    private static let byTerm: [(term: String, group: ConsequenceClass)] = [
        ("splice_acceptor_variant", .spliceSite), ("splice_donor_variant", .spliceSite), ("stop_gained", .nonsense),
        ("frameshift_variant", .frameshift), ("stop_lost", .stopLost), ("start_lost", .startLost),
        ("inframe_insertion", .inFrameInsertion), ("conservative_inframe_insertion", .inFrameInsertion),
        ("disruptive_inframe_insertion", .inFrameInsertion), ("inframe_deletion", .inFrameDeletion),
        ("conservative_inframe_deletion", .inFrameDeletion), ("disruptive_inframe_deletion", .inFrameDeletion),
        ("missense_variant", .missense), ("splice_donor_5th_base_variant", .spliceRegion),
        ("splice_region_variant", .spliceRegion),
        ("splice_donor_region_variant", .spliceRegion), ("splice_polypyrimidine_tract_variant", .spliceRegion),
        ("start_retained_variant", .synonymous), ("stop_retained_variant", .synonymous), ("synonymous_variant", .synonymous),
        ("5_prime_UTR_variant", .fivePrimeUTR), ("3_prime_UTR_variant", .threePrimeUTR), ("intron_variant", .intronic),
        ("upstream_gene_variant", .promoter),
    ]
}
