package import ClinicalModel

/// A controller's policy over time.
package struct PolicyBook: Hashable, Sendable {
    package let region: RegionCode
    package let controller: OrganisationCode
    /// Dates and numbers ascending.
    package let versions: [Policy]

    package init(region: RegionCode, controller: OrganisationCode, versions: [Policy]) {
        self.region = region
        self.controller = controller
        self.versions = versions
    }

    /// The version in force on `date`; before the first, the closed one.
    package func policy(on date: CivilDate) -> Policy {
        versions.last { $0.validFrom.map { $0 <= date } ?? false } ?? .closed(region: region, controller: controller)
    }
}
