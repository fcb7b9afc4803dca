internal import ClinicalModel
package import StructuredText

/// When a reclassification makes tasks, and how soon they are due. A region's own data.
package struct RecallRule: Hashable, Sendable {
    package enum Urgency: String, Sendable, CaseIterable {
        /// Carriers were told that it is harmless or unclear, and it is not: surveillance and relatives wait for it.
        case high
        /// Carriers are followed, or were operated, for what is harmless or unclear.
        case raised
        /// Between uncertain and benign: nothing is done differently, and many have been told that something is unclear.
        case low

        package var name: LocalizedText {
            switch self {
            case .high: LocalizedText(sv: "Skyndsamt", en: "Urgent")
            case .raised: LocalizedText(sv: "Förhöjd", en: "Raised")
            case .low: LocalizedText(sv: "Låg", en: "Low")
            }
        }
    }

    /// Days until the carrier should have been told.
    package let days: [Urgency: Int]
    /// Whether a change between uncertain and benign makes tasks at all.
    package let includesLow: Bool

    /// Nil unless every urgency has a positive number of days, and a higher one not more than a lower one.
    package init?(days: [Urgency: Int], includesLow: Bool) {
        guard let high = days[.high], let raised = days[.raised], let low = days[.low], 0 < high, high <= raised, raised <= low
        else { return nil }
        self.days = days
        self.includesLow = includesLow
    }

    /// How urgent a reclassification is; nil where it crosses no boundary.
    package static func urgency(of change: Reclassification) -> Urgency? {
        guard change.crossesBoundary else { return nil }
        if change.to.group == .pathogenic { return .high }
        return change.from.group == .pathogenic ? .raised : .low
    }

    /// What a region has to do; nil where the change makes no tasks.
    package func plan(for change: Reclassification) -> RecallPlan? {
        guard let urgency = RecallRule.urgency(of: change), urgency != .low || includesLow, let days = days[urgency] else {
            return nil
        }
        return RecallPlan(change: change, urgency: urgency, due: change.date.adding(days: days))
    }
}
