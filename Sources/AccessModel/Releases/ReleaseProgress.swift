/// The steps of both sides in one order, and the state that they come to: the same on both sides as soon as both know the same steps.
///
/// A step of the holding side stands after the steps of the asking side that were known to it, so it does not depend on anybody's
/// clock. What came too late (a withdrawal that crossed a decision) is kept, and counts for nothing.
package struct ReleaseProgress: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let step: ReleaseStep
        /// False for what came too late.
        package let counts: Bool
        /// The state after it.
        package let state: ReleaseState
    }

    package let entries: [Entry]
    package let state: ReleaseState

    /// `steps` in any order; of each side only those without a gap from the first on are looked at.
    package init(_ steps: [ReleaseStep]) {
        let asker = ReleaseProgress.unbroken(steps, .asker)
        let holder = ReleaseProgress.unbroken(steps, .holder)
        var ordered: [ReleaseStep] = []
        var place = 0
        for step in holder {
            while place < min(step.seen, asker.count) {
                ordered.append(asker[place])
                place += 1
            }
            ordered.append(step)
        }
        ordered += asker[place...]
        var state = ReleaseState.sent
        var entries: [Entry] = []
        for step in ordered {
            let next = state.after(step.kind, by: step.side)
            state = next ?? state
            entries.append(Entry(step: step, counts: next != nil, state: state))
        }
        self.entries = entries
        self.state = state
    }

    private static func unbroken(_ steps: [ReleaseStep], _ side: ReleaseStep.Side) -> [ReleaseStep] {
        let own = steps.filter { $0.side == side }.sorted { $0.number < $1.number }
        return Array(own.enumerated().prefix { $1.number == $0 + 1 }.map(\.element))
    }

    /// How many steps of a side are known.
    package func count(of side: ReleaseStep.Side) -> Int { entries.count { $0.step.side == side } }
}
