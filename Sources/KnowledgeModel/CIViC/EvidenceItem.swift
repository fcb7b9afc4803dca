package import ClinicalModel
package import GenomeModel

/// One evidence item of CIViC: what one publication says of one molecular profile in one disease.
package struct EvidenceItem: KnowledgeItem {
    /// CIViC's number, `1409` of EID1409.
    package let number: Int
    /// As CIViC writes it; until 2021 the gene and the variant's name with a space between.
    package let profileName: String
    package let profile: MolecularProfile
    package let disease: String
    /// The Disease Ontology term; nil where CIViC gives none.
    package let diseaseCode: Code?
    package let therapies: [String]
    /// `Combination`, `Substitutes`, `Sequential`; empty for none.
    package let therapyInteraction: String
    package let type: EvidenceType
    package let direction: EvidenceDirection
    /// CIViC's word: `Sensitivity/Response`, `Resistance`, `Better Outcome` …
    package let significance: String
    package let level: EvidenceLevel
    /// One to five stars; nil where not rated.
    package let rating: Int?
    package let status: EvidenceStatus
    /// `PubMed:16081687`, `ASCO:…`.
    package let citation: String
    /// Nil where the file does not carry it.
    package let origin: EvidenceOrigin?
    /// What the publication shows, in a few sentences; nil where the file does not carry it.
    package let summary: String?
    package let phenotypes: [String]?
    package let coordinates: EvidenceCoordinates?
    package let address: String

    package var identity: ItemIdentity { ItemIdentity(.civic, "EID\(number)") }

    package var fields: [ItemField] {
        subjectFields + [
            ItemField("therapy_interaction_type", therapyInteraction),
            ItemField("evidence_type", type.rawValue),
            ItemField("evidence_direction", direction.rawValue),
            ItemField("significance", significance),
            ItemField("evidence_level", level.rawValue),
            ItemField("rating", rating.map(String.init) ?? ""),
            ItemField("evidence_status", status.rawValue),
            ItemField("citation", citation),
            ItemField("variant_origin", origin?.rawValue),
            ItemField("evidence_statement", summary),
            ItemField("phenotypes", phenotypes?.joined(separator: ", ")),
            ItemField("coordinates", coordinates?.description),
        ]
    }

    package var statement: ItemStatement {
        statement([
            ItemStrength("status", status.strength), ItemStrength("level", level.strength), ItemStrength("rating", rating ?? 0),
        ])
    }
}

/// Where CIViC puts a variant on the genome; only releases before 2022 say so in the evidence table.
package struct EvidenceCoordinates: Hashable, Sendable, CustomStringConvertible {
    package let assembly: Assembly
    /// 1-based, both ends included.
    package let interval: Interval
    /// Where both alleles are given and are bases. Not left-aligned: CIViC's are as the curator wrote them.
    package let variant: Variant?

    package var description: String {
        let place = "\(assembly.rawValue) \(interval.contig):\(interval.first.value)-\(interval.last.value)"
        return variant.map { place + " \($0.reference)>\($0.alternate)" } ?? place
    }
}
