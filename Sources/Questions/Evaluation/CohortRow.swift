package import ClinicalModel
package import GenomeModel

/// One available call set, as a cohort table takes it.
package struct CohortRow: Hashable, Sendable {
    /// As the index names it; unique in the table.
    package let name: String
    /// The number of the person in `CohortTable.Builder.people`.
    package let person: Int
    package let homeRegion: RegionCode?
    package let provider: OrganisationCode
    package let laboratory: OrganisationCode
    /// `AssayVersion.indexName`.
    package let assay: String
    package let assayKind: AssayVersion.Kind
    package let area: Area
    package let origin: Origin
    /// The publication batch with which others may count it, from 1; 0 while it waits for one.
    package let batch: Int

    package init(
        name: String, person: Int, homeRegion: RegionCode?, provider: OrganisationCode, laboratory: OrganisationCode,
        assay: String, assayKind: AssayVersion.Kind, area: Area, origin: Origin, batch: Int
    ) {
        self.name = name
        self.person = person
        self.homeRegion = homeRegion
        self.provider = provider
        self.laboratory = laboratory
        self.assay = assay
        self.assayKind = assayKind
        self.area = area
        self.origin = origin
        self.batch = batch
    }
}
