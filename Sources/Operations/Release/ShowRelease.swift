package import AccessModel
internal import ClinicalModel
internal import Questions
package import Records
package import StructuredText

/// A request as one of its sides sees it.
package struct ShownRelease: Hashable, Sendable {
    package let release: RecordedRelease
    package let side: ReleaseStep.Side
    /// What whoever looks can do now.
    package let possible: [ReleaseStep.Kind]
    /// What law and policy say by themselves of what was asked; only to the side that holds.
    package let decisions: [Decision]
    /// Why the holding region could not be reached just now.
    package let trouble: LocalizedText?
}

/// Shows a request: to whoever sent it and their colleagues, and to those who decide in the region that holds the data.
package struct ShowRelease: Sendable {
    package let node: RunningNode
    package let actor: Actor
    package let purpose: Purpose
    package let release: String

    package init(node: RunningNode, actor: Actor, purpose: Purpose, release: String) {
        self.node = node
        self.actor = actor
        self.purpose = purpose
        self.release = release
    }

    /// Throws `ReleaseError.unknown`, also where it does not concern the actor.
    package func run() async throws -> ShownRelease {
        if let shown = try held() { return shown }
        guard let releases = node.releases, let known = try releases.release(release), known.request.concerns(actor) else {
            throw ReleaseError(.unknown, place: release)
        }
        let (current, trouble) =
            try releases.unsettled().contains { $0.request.id == release }
            ? try await ExchangeRelease(node: node, release: release).run() : (known, nil)
        let mayAct = current.request.asker.identity == actor.identity
        return ShownRelease(
            release: current, side: .asker, possible: mayAct ? current.progress.state.possible(for: .asker) : [], decisions: [],
            trouble: trouble)
    }

    /// To a person who decides for the region that holds; nil for everybody else.
    private func held() throws -> ShownRelease? {
        guard let region = actor.region, let partition = node.partitions[region],
            AdministrativeRights.of(.decideRelease).roles.contains(actor.role), let known = try partition.records.release(release)
        else { return nil }
        // Under another purpose it can be read, and nothing be done.
        let refusal = AdministrativeRights.refusal(of: .decideRelease, for: actor, purpose: purpose, in: region)
        return ShownRelease(
            release: known, side: .holder, possible: refusal == nil ? known.progress.state.possible(for: .holder) : [],
            decisions: try decisions(about: known.request, partition), trouble: nil)
    }

    /// What the region's own rules say of what was asked, as if the asker asked it today.
    private func decisions(about request: ReleaseRequest, _ partition: Partition) throws -> [Decision] {
        guard let question = try? Question.parse(request.question),
            let snapshot = try partition.cohorts.snapshot(of: partition.records)
        else { return [] }
        var asked = AskedQuestion(
            actor: request.asker.actor(for: request.purpose), purpose: request.purpose, date: node.now().date,
            question: question, process: "release show")
        asked.assembly = request.assembly
        asked.hasCareRelation = request.hasCareRelation
        if request.wish == .records { asked.matter = .entries(.individuals) }
        return try DecideQuestion(partition: partition, regulations: node.regulations, asked: asked).run(snapshot).map(\.decision)
    }
}

/// Lists the requests that concern an actor, the latest first: those that they or their colleagues have sent, and those that wait for, or
/// were decided by, the region that they decide for.
package struct ListReleases: Sendable {
    package let node: RunningNode
    package let actor: Actor

    package init(node: RunningNode, actor: Actor) {
        self.node = node
        self.actor = actor
    }

    package func run() throws -> (sent: [RecordedRelease], held: [RecordedRelease]) {
        let sent = try node.releases?.releases().filter { $0.request.concerns(actor) } ?? []
        var held: [RecordedRelease] = []
        if AdministrativeRights.of(.decideRelease).roles.contains(actor.role), let region = actor.region,
            let partition = node.partitions[region]
        {
            held = try partition.records.releases()
        }
        return (sent.reversed(), held.reversed())
    }
}

extension ReleaseRequest {
    /// Whether somebody stands on the asking side: the asker, and whoever works in the same unit in the same role.
    package func concerns(_ actor: Actor) -> Bool {
        if asker.identity == actor.identity { return true }
        guard let unit = asker.careUnit, actor.role != .patient else { return false }
        return actor.careUnit == unit && actor.role == asker.role
    }
}
