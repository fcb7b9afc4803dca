package import ClinicalModel

/// One version of a region's policy, or of one controller's, as two people agreed on it.
package struct PolicyVersion: Hashable, Sendable {
    /// From 1, counted over the whole region.
    package let version: Int
    /// Nil for the policy that holds where a controller has none of its own.
    package let controller: OrganisationCode?
    /// YAML.
    package let text: String
    package let sha256: String
    package let validFrom: CivilDate
    package let proposedBy: String
    package let approvedBy: String
    package let published: Timestamp
}
