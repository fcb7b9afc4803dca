package import ClinicalModel

/// Decides whether a statement may be recorded. Pure: the event is written by whoever asked.
package enum RecordConsent {
    /// What becomes of a statement that may be recorded.
    package enum Effect: Hashable, Sendable {
        /// With the next question on or after its day.
        case inForce
        /// The law does not know the kind yet: kept, and without effect until the day given (nil: only proposed).
        case withoutEffect(until: CivilDate?)
    }

    /// The age from which a person is an adult, in years.
    static let majority = 18

    /// Whether `giver` may say yes or no of `kind` about a person born in `birth`, with effect from `date`.
    ///
    /// - Parameter birth: Nil where it is not known; a guardian's statement is then refused.
    package static func check(
        _ kind: ConsentKind, study: String?, isGiven: Bool, giver: ConsentEvent.Giver, birth: YearMonth?, on date: CivilDate,
        under regime: Regime
    ) throws(ConsentRefusal) -> Effect {
        guard let rule = regime.consents[kind] else { throw ConsentRefusal(.unknownKind, kind) }
        guard (kind == .study) == (study != nil) else {
            throw ConsentRefusal(kind == .study ? .studyMissing : .studyNotWanted, kind)
        }
        guard (isGiven ? rule.givers : rule.lifters).contains(giver) else {
            let isBlockForChild = giver == .guardian && isGiven && !(rule.stops.isEmpty && rule.stopsBeyondProvider.isEmpty)
            throw ConsentRefusal(isBlockForChild ? .guardianMayNotBlock : isGiven ? .mayNotGive : .mayNotLift, kind)
        }
        if giver == .guardian {
            guard let birth else { throw ConsentRefusal(.ageUnknown, kind) }
            guard birth.age(on: date) < majority else { throw ConsentRefusal(.personIsAdult, kind) }
        }
        return regime.holds(rule.force) ? .inForce : .withoutEffect(until: rule.force.date)
    }
}
