package import AccessModel

/// Who prepares, reviews and signs a laboratory's reports.
package struct ReportRule: Hashable, Sendable {
    /// Whether whoever signs has to be another than whoever reviewed.
    package let needsTwoPeople: Bool
    package let signers: Set<Actor.Role>

    package init(needsTwoPeople: Bool, signers: Set<Actor.Role> = SigningRule.usualSigners) {
        self.needsTwoPeople = needsTwoPeople
        self.signers = signers
    }

    /// The rule where a laboratory has said nothing of its own.
    package static let usual = ReportRule(needsTwoPeople: true)

    /// Roles that fill a report and review it.
    package static let preparers: Set<Actor.Role> = SigningRule.preparers
}
