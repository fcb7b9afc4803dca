package import ClinicalModel

/// A case of a laboratory: what it examined under one name.
package struct LaboratoryCase: Hashable, Sendable {
    package let laboratory: OrganisationCode
    package let name: String
    package let people: Int
    package let callSets: Int
    package let findings: Int
    /// Of the latest analysis or finding.
    package let latest: CivilDate
}
