import GenomeModel

/// Where in a consequence each thing stands that is kept.
struct ConsequenceColumns {
    /// Those that make up a feature come first, in the order of `ConsequenceTexts.feature`.
    enum Role: Int, CaseIterable {
        case geneSymbol, hgncID, geneID, featureType, feature, biotype, canonical, mane, maneSelect, manePlusClinical
        case allele, alleleNumber, terms, impact, exon, intron, rank, coding, protein
    }

    static let featureRoles = Role.manePlusClinical.rawValue + 1

    private static let vep: [String: Role] = [
        "SYMBOL": .geneSymbol, "HGNC_ID": .hgncID, "Gene": .geneID, "Feature_type": .featureType, "Feature": .feature,
        "BIOTYPE": .biotype, "CANONICAL": .canonical, "MANE": .mane, "MANE_SELECT": .maneSelect,
        "MANE_PLUS_CLINICAL": .manePlusClinical, "Allele": .allele, "ALLELE_NUM": .alleleNumber, "Consequence": .terms,
        "IMPACT": .impact, "EXON": .exon, "INTRON": .intron, "HGVSc": .coding, "HGVSp": .protein,
    ]

    private static let snpEff: [String: Role] = [
        "Gene_Name": .geneSymbol, "Gene_ID": .geneID, "Feature_Type": .featureType, "Feature_ID": .feature,
        "Transcript_BioType": .biotype, "Allele": .allele, "Annotation": .terms, "Annotation_Impact": .impact, "Rank": .rank,
        "HGVS.c": .coding, "HGVS.p": .protein,
    ]

    /// By column: what it is; -1 for what is not kept.
    let roles: [Int8]

    init(_ header: AnnotationHeader) {
        let known = header.version.tool == .vep ? ConsequenceColumns.vep : ConsequenceColumns.snpEff
        roles = header.columns.map { known[$0].map { Int8($0.rawValue) } ?? -1 }
    }
}
