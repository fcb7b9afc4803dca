package import ClinicalModel

/// A research project as its ethics approval describes it.
package struct Project: Hashable, Sendable {
    /// As the ethics review authority numbers it: `2025-01234-01`.
    package let number: String
    package let title: String
    /// First and last day of the approval.
    package let from: CivilDate
    package let to: CivilDate
    package let regions: Set<RegionCode>
    package let dataKinds: Set<DataKind>
    /// `Actor.identity` of everybody who takes part.
    package let people: Set<String>
    /// Whether the approval asks for each person's consent, or has waived it.
    package let requiresConsent: Bool

    package init(
        number: String, title: String, from: CivilDate, to: CivilDate, regions: Set<RegionCode>, dataKinds: Set<DataKind>,
        people: Set<String>, requiresConsent: Bool
    ) {
        self.number = number
        self.title = title
        self.from = from
        self.to = to
        self.regions = regions
        self.dataKinds = dataKinds
        self.people = people
        self.requiresConsent = requiresConsent
    }
}
