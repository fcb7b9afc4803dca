internal import AccessModel

extension LedgerReview {
    /// Why a reviewer should look at a line first.
    package enum Mark: String, Sendable, CaseIterable {
        /// More than three times the median of all actors.
        case volume
        /// At night, more often than once in four and at least five times.
        case hours
        /// About somebody not in the actor's care.
        case noCareRelation = "no-care-relation"
        /// Figures of variants told more of who belongs to the data than a policy lets one organisation have.
        case membershipRisk = "membership-risk"
    }

    /// What is unusual about one of the review's lines.
    package func marks(of line: Line) -> Set<Mark> {
        var marks: Set<Mark> = []
        if actorsWithUnusualVolume.contains(line.name) { marks.insert(.volume) }
        if line.atUnusualHours >= 5, line.atUnusualHours * 4 > line.events { marks.insert(.hours) }
        if line.withoutCareRelation > 0 { marks.insert(.noCareRelation) }
        if line.membershipRisk > Policy.defaultMembershipRisk { marks.insert(.membershipRisk) }
        return marks
    }
}
