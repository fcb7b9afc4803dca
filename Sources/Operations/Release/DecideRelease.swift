package import AccessModel
internal import ClinicalModel
package import Records

/// Decides for the region that holds the data: asks for more information, grants, declines, closes. A person does it, in a role that decides
/// what leaves the region, and says why; the platform sends nothing of the data by itself.
package struct DecideRelease: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose
    package let release: String
    package let kind: ReleaseStep.Kind
    package let words: String

    package init(
        partition: Partition, actor: Actor, purpose: Purpose, release: String, kind: ReleaseStep.Kind, words: String
    ) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.release = release
        self.kind = kind
        self.words = words
    }

    /// Throws `ReleaseError`.
    package func run() async throws -> RecordedRelease {
        if let refusal = AdministrativeRights.refusal(
            of: .decideRelease, for: actor, purpose: purpose, in: partition.layout.region)
        {
            throw ReleaseError(.notAllowed(refusal), place: release)
        }
        guard try partition.records.release(release) != nil else { throw ReleaseError(.unknown, place: release) }
        let words = try ReleaseText.checked(words, "words", mayBeEmpty: !kind.needsWords)
        let taken = try partition.records.takeReleaseStep(release) { known in
            try ReleaseStep(kind, by: .holder, actor, words, known, at: partition.now())
        }
        try await ReleaseLedger(partition: partition).write(taken)
        return taken
    }
}

/// Goes on with a request for whoever sent it: gives information, withdraws, closes.
package struct ContinueRelease: Sendable {
    package let node: RunningNode
    package let actor: Actor
    package let release: String
    package let kind: ReleaseStep.Kind
    package let words: String

    package init(node: RunningNode, actor: Actor, release: String, kind: ReleaseStep.Kind, words: String) {
        self.node = node
        self.actor = actor
        self.release = release
        self.kind = kind
        self.words = words
    }

    /// Throws `ReleaseError`. What the region has done meanwhile is fetched first.
    package func run() async throws -> RecordedRelease {
        guard let releases = node.releases, let known = try releases.release(release), known.request.concerns(actor) else {
            throw ReleaseError(.unknown, place: release)
        }
        guard known.request.asker.identity == actor.identity else { throw ReleaseError(.notAsker, place: release) }
        let words = try ReleaseText.checked(words, "words", mayBeEmpty: !kind.needsWords)
        _ = try await ExchangeRelease(node: node, release: release).run()
        _ = try releases.take(release) { known in
            try ReleaseStep(kind, by: .asker, actor, words, known, at: node.now())
        }
        return try await ExchangeRelease(node: node, release: release).run().release
    }
}

extension ReleaseStep {
    /// The next step of a side. Throws where the request's state does not allow it.
    fileprivate init(
        _ kind: Kind, by side: Side, _ actor: Actor, _ words: String, _ release: RecordedRelease, at time: Timestamp
    ) throws(ReleaseError) {
        let progress = release.progress
        guard kind != .received, progress.state.after(kind, by: side) != nil else {
            throw ReleaseError(.state, place: release.request.id)
        }
        let own = release.steps.count { $0.side == side }
        guard own < ReleaseMessage.stepLimit else { throw ReleaseError(.tooManySteps, place: release.request.id) }
        self.init(
            side: side, number: own + 1, seen: progress.count(of: side == .asker ? .holder : .asker), kind: kind,
            actor: actor.identity, name: actor.name, unit: (actor.careUnit ?? actor.provider)?.text, words: words, time: time)
    }
}
