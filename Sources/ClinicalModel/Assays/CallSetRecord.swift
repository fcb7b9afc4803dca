package import GenomeModel

/// One analysed sample: what the index holds the calls of.
package struct CallSetRecord: Hashable, Sendable {
    /// Its name in the index, unique within the partition.
    package let name: String
    package let person: Pseudonym
    package let specimen: String
    /// `AssayVersion.indexName`.
    package let assay: String
    package let assembly: Assembly
    package let origin: Origin
    package let area: Area
    /// Where the patient lives: what equity is followed by. Nil for somebody from outside the country.
    package let homeRegion: RegionCode?
    /// Who ordered the analysis and has the right to the answer.
    package let orderingProvider: OrganisationCode
    /// Who performed it: what storage follows.
    package let performingLaboratory: OrganisationCode
    /// The controller (board, company) whose records these are.
    package let controller: OrganisationCode
    package let analysed: CivilDate
    /// The case that the analysis belongs to, as the laboratory numbers it.
    package let caseName: String

    package init(
        name: String, person: Pseudonym, specimen: String, assay: String, assembly: Assembly, origin: Origin, area: Area,
        homeRegion: RegionCode?, orderingProvider: OrganisationCode, performingLaboratory: OrganisationCode,
        controller: OrganisationCode, analysed: CivilDate, caseName: String
    ) {
        self.name = name
        self.person = person
        self.specimen = specimen
        self.assay = assay
        self.assembly = assembly
        self.origin = origin
        self.area = area
        self.homeRegion = homeRegion
        self.orderingProvider = orderingProvider
        self.performingLaboratory = performingLaboratory
        self.controller = controller
        self.analysed = analysed
        self.caseName = caseName
    }
}
