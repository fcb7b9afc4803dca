/// Who in a region is answerable for personal data, gives care, or analyses samples.
package struct Organisation: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A board, a company or a private provider that is controller of its own processing (PDL 2 kap. 6 §).
        case controller
        case careUnit = "care-unit"
        case laboratory
        case university
    }

    package let code: OrganisationCode
    package let kind: Kind
    package let name: String
    package let region: RegionCode
    /// The controller that a care unit or a laboratory belongs to; nil for controllers and universities.
    package let controller: OrganisationCode?

    package init(code: OrganisationCode, kind: Kind, name: String, region: RegionCode, controller: OrganisationCode?) {
        self.code = code
        self.kind = kind
        self.name = name
        self.region = region
        self.controller = controller
    }
}
