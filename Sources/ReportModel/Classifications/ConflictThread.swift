package import ClinicalModel

/// What laboratories have done about a conflict, from the first step on. Steps are added, nothing is changed.
package struct ConflictThread: Hashable, Sendable {
    package let subject: SharedClassification.Subject
    package let opened: Timestamp
    /// The laboratories that the conflict was between when the thread was opened.
    package let founders: Set<Party>
    package let steps: [ConflictStep]

    package struct Party: Hashable, Sendable {
        package let region: RegionCode
        package let laboratory: OrganisationCode

        package init(region: RegionCode, laboratory: OrganisationCode) {
            self.region = region
            self.laboratory = laboratory
        }
    }

    package init(_ conflict: ClassificationConflict, at time: Timestamp) {
        self.init(
            subject: conflict.subject, opened: time,
            founders: Set(conflict.positions.map { Party(region: $0.region, laboratory: $0.laboratory) }), steps: [])
    }

    private init(subject: SharedClassification.Subject, opened: Timestamp, founders: Set<Party>, steps: [ConflictStep]) {
        self.subject = subject
        self.opened = opened
        self.founders = founders
        self.steps = steps
    }

    /// Reads what was stored: nil where a step could not have been taken.
    package init?(stored subject: SharedClassification.Subject, opened: Timestamp, founders: Set<Party>, steps: [ConflictStep]) {
        guard founders.count >= 2 else { return nil }
        var thread = ConflictThread(subject: subject, opened: opened, founders: founders, steps: [])
        for step in steps {
            guard let next = try? thread.after(step) else { return nil }
            thread = next
        }
        self = thread
    }

    /// All laboratories of the thread: each of them has to agree to a joint conclusion.
    package var parties: Set<Party> { founders.union(steps.filter { $0.act == .join }.map(\.party)) }

    /// The laboratories of a conflict as it is now that have not joined yet.
    package func newcomers(in conflict: ClassificationConflict) -> [Party] {
        conflict.positions.map { Party(region: $0.region, laboratory: $0.laboratory) }.filter { !parties.contains($0) }
    }

    package var state: ConflictState {
        steps.reduce(.open) { state, step in state.after(step.act, isUnanimous: step.completes) ?? state }
    }

    /// The class that is proposed for all, and who has agreed to it; nil where none is on the table.
    package var proposal: (proposed: PathogenicityClass, agreed: Set<Party>)? {
        let clearing: Set<ConflictAct> = [.propose, .keepApart, .reopen]
        guard let last = steps.lastIndex(where: { clearing.contains($0.act) }), steps[last].act == .propose,
            let proposed = steps[last].proposed
        else { return nil }
        let agreed = steps[(last + 1)...].filter { $0.act == .agree }.map(\.party)
        return (proposed, Set(agreed + [steps[last].party]))
    }

    /// The thread after a step. `completes` is set here: the last agreement ends it.
    package func after(_ step: ConflictStep) throws(ConflictRefusal) -> ConflictThread {
        guard state.after(step.act, isUnanimous: false) != nil else { throw .init(.wrongState) }
        guard step.time >= steps.last?.time ?? opened else { throw .init(.earlierThanLast) }
        let isParty = parties.contains(step.party)
        guard step.act != .join || !isParty else { throw .init(.alreadyAParty) }
        guard isParty || step.act == .join || step.act == .dissolve else { throw .init(.notAParty) }
        if step.act.needsWords, !step.words.contains(where: { !$0.isWhitespace }) { throw .init(.wordsMissing) }
        guard (step.act == .propose) == (step.proposed != nil) else { throw .init(.classMissing) }
        var step = step
        step.completes = false
        if step.act == .agree {
            guard let proposal else { throw .init(.nothingProposed) }
            guard !proposal.agreed.contains(step.party) else { throw .init(.agreedAlready) }
            step.completes = proposal.agreed.union([step.party]) == parties
        }
        return ConflictThread(subject: subject, opened: opened, founders: founders, steps: steps + [step])
    }
}
