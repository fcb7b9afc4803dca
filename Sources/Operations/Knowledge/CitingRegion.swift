package import AccessModel
package import ClinicalModel
package import KnowledgeModel
internal import Records

/// A region whose issued reports cite knowledge: its partition answers for its own, and its ledger says which knowledge is in force.
package struct CitingRegion: Sendable {
    package let region: RegionCode
    /// What the region's issued reports cite of a source.
    package let citations: @Sendable (KnowledgeSource) throws -> [Citation]

    /// Writes an event into the region's ledger, unless it is there.
    package let note: @Sendable (AuditEvent) async throws -> Void

    package init(
        _ region: RegionCode, citations: @escaping @Sendable (KnowledgeSource) throws -> [Citation],
        note: @escaping @Sendable (AuditEvent) async throws -> Void = { _ in }
    ) {
        self.region = region
        self.citations = citations
        self.note = note
    }

    package init(_ partition: Partition) {
        self.init(
            partition.layout.region, citations: { try partition.records.citations(ofSource: $0) },
            note: { _ = try await partition.ledger.appendOnce($0) })
    }
}

/// What a new version does to the issued reports of one region.
package struct AffectedRegion: Hashable, Sendable {
    package let region: RegionCode
    /// The gravest first.
    package let reports: [AffectedReport]

    package var toReview: Int { reports.count { $0.gravest.needsReview } }
}
