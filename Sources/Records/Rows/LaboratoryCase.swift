package import ClinicalModel

/// A case of a laboratory: what it examined under one name.
package struct LaboratoryCase: Hashable, Sendable {
    /// What it is called by.
    package struct Key: Hashable, Sendable {
        package let laboratory: OrganisationCode
        package let name: String
    }

    package let laboratory: OrganisationCode
    package let name: String
    package let people: Int
    package let callSets: Int
    package let findings: Int
    /// Of the latest analysis or finding.
    package let latest: CivilDate

    package var key: Key { Key(laboratory: laboratory, name: name) }
}
