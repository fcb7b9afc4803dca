package import AccessModel

/// Who signs a laboratory's interpretations, and how many.
package struct SigningRule: Hashable, Sendable {
    package let needsTwoSignatures: Bool
    /// Roles that may sign.
    package let signers: Set<Actor.Role>

    package init(needsTwoSignatures: Bool, signers: Set<Actor.Role> = SigningRule.usualSigners) {
        self.needsTwoSignatures = needsTwoSignatures
        self.signers = signers
    }

    package static let usualSigners: Set<Actor.Role> = [.clinicalGeneticist, .molecularPathologist]

    /// Roles that prepare what others sign.
    package static let preparers: Set<Actor.Role> = Actor.Role.ofLaboratories
}
