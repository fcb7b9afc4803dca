package import GenomeModel

/// One record of ClinVar's VCF: a variant and what ClinVar concludes of it.
package struct ClinVarRecord: KnowledgeItem {
    /// ClinVar's Variation ID.
    package let variationID: Int
    package let alleleID: Int?
    /// Trimmed, and left-aligned where the import had a reference.
    package let variant: Variant
    /// Nil where the variant was only classified as a part of a haplotype or only for somatic disease.
    package let germline: AggregateClassification?
    package let oncogenicity: AggregateClassification?
    package let clinicalImpact: ClinicalImpact?
    /// ClinVar's preferred names of the diseases of the germline classification, each with its identifiers.
    package let conditions: [ClinVarCondition]
    /// `NC_000017.11:g.43045712T>C`; empty where the record has none.
    package let hgvs: String
    package let genes: [ClinVarGene]
    /// `SO:0001583|missense_variant`, as given.
    package let consequences: [String]
    /// `single_nucleotide_variant`, `Deletion` …
    package let kind: String
    /// The sum of ClinVar's origin flags: 1 germline, 2 somatic, 4 inherited, 32 de novo …; nil where none is given.
    package let origin: Int?
    package let dbSNP: [String]
    /// Accessions of the submissions that the germline classification rests on.
    package let submissions: [String]
    /// Classifications of haplotypes that include the variant: `267496:Pathogenic`.
    package let included: [String]

    package var key: VariantKey { variant.key }

    package var identity: ItemIdentity { ItemIdentity(.clinvar, String(variationID)) }

    package var fields: [ItemField] {
        [
            ItemField("allele", "\(variant.contig):\(variant.position.value) \(variant.reference)>\(variant.alternate)"),
            ItemField("CLNSIG", germline?.text ?? ""),
            ItemField("CLNREVSTAT", germline?.status?.rawValue ?? ""),
            ItemField("CLNSIGCONF", (germline?.conflict ?? []).map { "\($0.text)(\($0.submissions))" }.joined(separator: "|")),
            ItemField("ONC", oncogenicity?.text ?? ""),
            ItemField("ONCREVSTAT", oncogenicity?.status?.rawValue ?? ""),
            ItemField("SCI", clinicalImpact?.text ?? ""),
            ItemField("CLNDN", conditions.map(\.name).joined(separator: "|")),
            ItemField("CLNDISDB", conditions.map { $0.identifiers.joined(separator: ",") }.joined(separator: "|")),
            ItemField("CLNHGVS", hgvs),
            ItemField("GENEINFO", genes.map { "\($0.symbol):\($0.number)" }.joined(separator: "|")),
            ItemField("MC", consequences.joined(separator: ",")),
            ItemField("CLNVC", kind),
            ItemField("ORIGIN", origin.map(String.init) ?? ""),
            ItemField("ALLELEID", alleleID.map(String.init) ?? ""),
            ItemField("RS", dbSNP.joined(separator: ",")),
            ItemField("CLNSIGSCV", submissions.joined(separator: "|")),
            ItemField("CLNSIGINCL", included.joined(separator: "|")),
        ]
    }

    /// The direction is the side of the boundaries; within a side, stars and certainty make it firmer.
    package var statement: ItemStatement {
        let classification = germline ?? oncogenicity
        let scale = germline == nil && oncogenicity != nil ? "oncogenicity: " : ""
        return ItemStatement(
            direction: scale + (classification?.side ?? .unsaid).rawValue,
            strengths: [
                ItemStrength("stars", classification?.stars ?? 0), ItemStrength("certainty", classification?.certainty ?? 0),
            ])
    }
}

/// A disease of a classification.
package struct ClinVarCondition: Hashable, Sendable {
    /// With spaces: `Hereditary breast ovarian cancer syndrome`.
    package let name: String
    /// `MONDO:MONDO:0003582`, `MedGen:C0677776`, `Orphanet:145` …, as given.
    package let identifiers: [String]
}

package struct ClinVarGene: Hashable, Sendable {
    package let symbol: String
    /// NCBI's Gene ID.
    package let number: Int
}

/// ClinVar's somatic clinical impact (`SCI`): a tier after AMP/ASCO/CAP.
package struct ClinicalImpact: Hashable, Sendable {
    /// `Tier_I_-_Strong`, as given.
    package let text: String
    package let status: ReviewStatus?
    package let diseases: [String]
}
