/// What two regimes say of one purpose.
package struct RegimeDifference: Hashable, Sendable {
    /// What is not the same.
    package enum Part: String, Sendable, CaseIterable {
        case force, basis, decider, roles, prerequisites, highest, smallNumbers = "small-numbers", duties
    }

    package let purpose: Purpose
    package let left: PurposeRule
    package let right: PurposeRule
    package let isLeftInForce: Bool
    package let isRightInForce: Bool
    package let parts: Set<Part>

    /// One for each purpose that both know, in the order of the law's list.
    package static func between(_ left: Regime, _ right: Regime) -> [RegimeDifference] {
        Purpose.allCases.compactMap { purpose in
            guard let a = left.purposes[purpose], let b = right.purposes[purpose] else { return nil }
            let (holdsLeft, holdsRight) = (left.holds(a.force), right.holds(b.force))
            var parts: Set<Part> = []
            func compare(_ part: Part, _ isSame: Bool) { if !isSame { parts.insert(part) } }
            compare(.force, holdsLeft == holdsRight)
            compare(.basis, a.basis == b.basis)
            compare(.decider, a.decider == b.decider && a.decides == b.decides)
            compare(.roles, a.roles == b.roles)
            compare(.prerequisites, a.requirements == b.requirements)
            compare(.highest, a.highest == b.highest && a.wider == b.wider && a.recordScope == b.recordScope)
            compare(.smallNumbers, a.smallNumbers == b.smallNumbers)
            compare(.duties, a.duties == b.duties)
            return RegimeDifference(
                purpose: purpose, left: a, right: b, isLeftInForce: holdsLeft, isRightInForce: holdsRight, parts: parts)
        }
    }
}
