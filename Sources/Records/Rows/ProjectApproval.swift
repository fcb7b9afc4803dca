package import ClinicalModel

/// A research project as its ethics approval describes it.
package struct ProjectApproval: Hashable, Sendable {
    /// As the ethics review authority numbers it: `2025-01234-01`.
    package let registration: String
    package let title: String
    /// First and last day.
    package let approvedFrom: CivilDate
    package let approvedTo: CivilDate
    package let regions: Set<RegionCode>
    package let dataKinds: Set<String>
    /// `Actor.identity` of everybody who takes part.
    package let people: Set<String>
    package let requiresConsent: Bool

    package init(
        registration: String, title: String, approvedFrom: CivilDate, approvedTo: CivilDate, regions: Set<RegionCode>,
        dataKinds: Set<String>, people: Set<String>, requiresConsent: Bool
    ) {
        self.registration = registration
        self.title = title
        self.approvedFrom = approvedFrom
        self.approvedTo = approvedTo
        self.regions = regions
        self.dataKinds = dataKinds
        self.people = people
        self.requiresConsent = requiresConsent
    }
}
