package import ClinicalModel

/// What a reclassification asks of a region: one task for each carrier. Who they are, the region finds out by itself.
package struct RecallPlan: Hashable, Sendable {
    package let change: Reclassification
    package let urgency: RecallRule.Urgency
    /// When the last carrier should have been told.
    package let due: CivilDate

    init(change: Reclassification, urgency: RecallRule.Urgency, due: CivilDate) {
        self.change = change
        self.urgency = urgency
        self.due = due
    }

    /// A task for each of the region's carriers who has none yet, in the order of their pseudonyms: the same carriers again make no more.
    package func tasks(for carriers: some Sequence<Pseudonym>, having existing: [RecallTask] = [], at time: Timestamp)
        -> [RecallTask]
    {
        let have = Set(existing.filter { $0.change == change }.map(\.carrier))
        return Set(carriers).subtracting(have).sorted().map { carrier in
            RecallTask(change: change, carrier: carrier, urgency: urgency, due: due, opened: time)
        }
    }
}
