/// A policy under a regime as one table: purposes down, recipients across, in each cell how much goes out.
package struct PolicyMatrix: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package let recipient: Recipient
        /// The most that any role may have by law, were the purpose in force.
        package let law: Granularity
        /// The most that the policy lets out.
        package let policy: Granularity
        /// What goes out: the lesser of the two where the policy has a say, what the law compels where it has not; nothing before the purpose
        /// is in force, and nothing while no data set is released.
        package let effective: Granularity
    }

    package struct Row: Hashable, Sendable {
        package let purpose: Purpose
        package let rule: PurposeRule
        package let isInForce: Bool
        /// Names of the data sets released for the purpose.
        package let released: [String]
        package let showsBand: Bool
        package let cells: [Cell]
    }

    /// Everybody who is not the provider itself: a policy says nothing about the provider's own staff.
    package let recipients: [Recipient]
    /// Purposes for which anything could leave, in the order of the law's list.
    package let rows: [Row]

    package init(_ policy: Policy, under regime: Regime) {
        let recipients = Recipient.allCases.filter { $0 != .ownProvider && $0 != .patient }
        self.recipients = recipients
        rows = Purpose.allCases.compactMap { purpose in
            guard let rule = regime.purposes[purpose] else { return nil }
            let isInForce = regime.holds(rule.force)
            let sets = policy.dataSets(for: purpose)
            let cells = recipients.map { recipient in
                let law = Actor.Role.allCases.map { rule.limit(for: recipient, role: $0) }.max() ?? .refused
                let allowed = policy.limit(purpose, for: recipient)
                let effective: Granularity =
                    if !isInForce { .refused } else if !rule.isBoundByPolicy { law } else if sets.isEmpty { .refused } else {
                        min(law, allowed)
                    }
                return Cell(recipient: recipient, law: law, policy: allowed, effective: effective)
            }
            guard cells.contains(where: { $0.law > .refused }) else { return nil }
            return Row(
                purpose: purpose, rule: rule, isInForce: isInForce, released: sets.map(\.name),
                showsBand: policy.bandFor.contains(purpose), cells: cells)
        }
    }
}
