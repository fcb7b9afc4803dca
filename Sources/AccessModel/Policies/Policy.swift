package import ClinicalModel

/// What one controller lets out, in one version: the law's limits may be narrowed here, never widened.
package struct Policy: Hashable, Sendable {
    package let region: RegionCode
    package let controller: OrganisationCode
    /// From 1; 0 for the policy of a controller that has published none.
    package let version: Int
    /// The first day on which it holds; nil for version 0.
    package let validFrom: CivilDate?
    /// Who published it: two different people.
    package let publishers: [String]
    package let rows: [Purpose: [Recipient: Granularity]]
    /// Counts below this are small. At least 5.
    package let suppressBelow: Int
    /// Purposes to which a small count is shown as a band instead of being hidden.
    package let bandFor: Set<Purpose>
    /// What *can* be shared.
    package let dataSets: [ReleasedDataSet]
    /// What *may* be shared: for each purpose the names of the data sets released for it.
    package let released: [Purpose: Set<String>]

    /// The most that figures of variants, taken together, may add to one organisation's knowledge of who belongs to the data, in nats of
    /// expected log-likelihood ratio; nil where the controller accounts for it and withholds nothing.
    package let membershipRisk: Double?

    /// An attacker who makes all of it finds a member with 9.2 % power at 5 % false positives, where guessing gives 5 %.
    package static let defaultMembershipRisk = 0.05

    /// The least that counts as small, whatever a policy says.
    package static let leastSuppression = 5

    package init(
        region: RegionCode, controller: OrganisationCode, version: Int, validFrom: CivilDate?, publishers: [String],
        rows: [Purpose: [Recipient: Granularity]], suppressBelow: Int, bandFor: Set<Purpose>, dataSets: [ReleasedDataSet],
        released: [Purpose: Set<String>], membershipRisk: Double? = Policy.defaultMembershipRisk
    ) {
        self.region = region
        self.controller = controller
        self.version = version
        self.validFrom = validFrom
        self.publishers = publishers
        self.rows = rows
        self.suppressBelow = max(Policy.leastSuppression, suppressBelow)
        self.bandFor = bandFor
        self.dataSets = dataSets
        self.released = released
        self.membershipRisk = membershipRisk
    }

    /// Nothing leaves, except what the law compels.
    package static func closed(region: RegionCode, controller: OrganisationCode) -> Policy {
        Policy(
            region: region, controller: controller, version: 0, validFrom: nil, publishers: [], rows: [:],
            suppressBelow: leastSuppression, bandFor: [], dataSets: [], released: [:])
    }

    /// The most that `recipient` may have; what is let out to anybody farther away is open to the nearer.
    package func limit(_ purpose: Purpose, for recipient: Recipient) -> Granularity {
        guard let row = rows[purpose] else { return .refused }
        return recipient.orFarther.compactMap { row[$0] }.max() ?? .refused
    }

    /// The data sets that both can and may be shared for `purpose`.
    package func dataSets(for purpose: Purpose) -> [ReleasedDataSet] {
        guard let names = released[purpose] else { return [] }
        return dataSets.filter { names.contains($0.name) }
    }

    /// How reasons refer to it.
    package var reference: String { "policy \(region) \(controller) v\(version)" }
}
