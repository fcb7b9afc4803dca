/// One version of an analysis that a laboratory performs. Frequencies are computed by version, since each has its own targets.
package struct AssayVersion: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case panel, exome, genome, rna
    }

    /// Under which regulation results are given out (IVDR art. 5.5 for in-house devices).
    package enum RegulatoryStatus: String, Sendable, CaseIterable {
        case ceIVD = "ce-ivd"
        case inHouse = "in-house"
        case researchUseOnly = "research-use-only"
    }

    package let name: String
    package let version: String
    package let kind: Kind
    package let laboratory: OrganisationCode
    /// Whether the laboratory is accredited for it (ISO 15189).
    package let isAccredited: Bool
    package let status: RegulatoryStatus
    /// SHA-256 of the BED of its targets; nil for a whole genome.
    package let targets: String?

    package init(
        name: String, version: String, kind: Kind, laboratory: OrganisationCode, isAccredited: Bool, status: RegulatoryStatus,
        targets: String?
    ) {
        self.name = name
        self.version = version
        self.kind = kind
        self.laboratory = laboratory
        self.isAccredited = isAccredited
        self.status = status
        self.targets = targets
    }

    /// What the index calls it.
    package var indexName: String { name + "@" + version }
}
