/// One thing that two versions of a policy say differently.
package enum PolicyDifference: Hashable, Sendable {
    case limit(Purpose, Recipient, from: Granularity, to: Granularity)
    /// A data set that may, or may no longer, be used for a purpose.
    case release(Purpose, ReleasedDataSet, isNow: Bool)
    case suppressBelow(from: Int, to: Int)
    /// Whether a small count is shown as an interval.
    case band(Purpose, isNow: Bool)
    case membershipRisk(from: Double?, to: Double?)

    /// In the order of purposes and recipients. Limits are compared as they work: what a farther recipient may have counts for the nearer.
    package static func between(_ old: Policy, _ new: Policy) -> [PolicyDifference] {
        var found: [PolicyDifference] = []
        for purpose in Purpose.allCases {
            for recipient in Recipient.allCases where recipient != .ownProvider {
                let (from, to) = (old.limit(purpose, for: recipient), new.limit(purpose, for: recipient))
                if from != to { found.append(.limit(purpose, recipient, from: from, to: to)) }
            }
            let (before, after) = (old.dataSets(for: purpose), new.dataSets(for: purpose))
            for set in before where !after.contains(set) { found.append(.release(purpose, set, isNow: false)) }
            for set in after where !before.contains(set) { found.append(.release(purpose, set, isNow: true)) }
            if old.bandFor.contains(purpose) != new.bandFor.contains(purpose) {
                found.append(.band(purpose, isNow: new.bandFor.contains(purpose)))
            }
        }
        if old.suppressBelow != new.suppressBelow {
            found.append(.suppressBelow(from: old.suppressBelow, to: new.suppressBelow))
        }
        if old.membershipRisk != new.membershipRisk {
            found.append(.membershipRisk(from: old.membershipRisk, to: new.membershipRisk))
        }
        return found
    }
}
