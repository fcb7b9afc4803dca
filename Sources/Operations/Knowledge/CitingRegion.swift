package import ClinicalModel
package import KnowledgeModel
internal import Records

/// A region whose issued reports cite knowledge: its partition answers for its own.
package struct CitingRegion: Sendable {
    package let region: RegionCode
    /// What the region's issued reports cite of a source.
    package let citations: @Sendable (KnowledgeSource) throws -> [Citation]

    package init(_ region: RegionCode, citations: @escaping @Sendable (KnowledgeSource) throws -> [Citation]) {
        self.region = region
        self.citations = citations
    }

    package init(_ partition: Partition) {
        self.init(partition.layout.region) { try partition.records.citations(ofSource: $0) }
    }
}

/// What a new version does to the issued reports of one region.
package struct AffectedRegion: Hashable, Sendable {
    package let region: RegionCode
    /// The gravest first.
    package let reports: [AffectedReport]

    package var toReview: Int { reports.count { $0.gravest.needsReview } }
}
