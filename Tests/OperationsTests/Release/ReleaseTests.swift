import AccessModel
import ClinicalModel
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Synchronization
import Testing

/// A request from Skåne to Västerbotten, each on a node of its own.
@Suite("Asking the region that holds data for more")
struct ReleaseTests {
    /// Two nodes: Skåne asks, Västerbotten holds.
    struct Pair {
        let asking: RunningNode
        let holding: RunningNode
        let skane: TestRegion
        let vasterbotten: TestRegion
        let isAway: Away
        let asker: Actor

        func draft(_ change: (inout ReleaseDraft) -> Void = { _ in }) throws -> ReleaseDraft {
            var draft = ReleaseDraft(
                id: ReleaseRequest.newIdentifier(), region: vasterbotten.code,
                question: Question(.frequency(TestRegion.variant(0))).text, assembly: .grch38, answered: "suppressed",
                wish: .figures, words: "A child without a diagnosis has it too.")
            change(&draft)
            return draft
        }

        func ask(_ draft: ReleaseDraft, as actor: Actor? = nil, _ purpose: Purpose = .ownPatientCare) async throws
            -> RecordedRelease
        {
            try await AskRelease(node: asking, actor: actor ?? asker, purpose: purpose, draft: draft).run()
        }

        func decide(
            _ id: String, _ kind: ReleaseStep.Kind, as actor: Actor? = nil, _ words: String = "Because.",
            _ purpose: Purpose = .laboratoryOperation
        ) async throws -> RecordedRelease {
            try await DecideRelease(
                partition: vasterbotten.partition, actor: try actor ?? vasterbotten.steward("steward"), purpose: purpose,
                release: id, kind: kind, words: words
            ).run()
        }

        func show(_ id: String, as actor: Actor? = nil) async throws -> ShownRelease {
            try await ShowRelease(node: asking, actor: actor ?? asker, purpose: .ownPatientCare, release: id).run()
        }

        func proceed(_ id: String, _ kind: ReleaseStep.Kind, _ words: String = "Words.", as actor: Actor? = nil) async throws
            -> RecordedRelease
        {
            try await ContinueRelease(node: asking, actor: actor ?? asker, release: id, kind: kind, words: words).run()
        }
    }

    final class Away: Sendable {
        private let value = Mutex(false)
        var isAway: Bool {
            get { value.withLock { $0 } }
            set { value.withLock { $0 = newValue } }
        }
    }

    private func pair(_ space: Workspace) async throws -> Pair {
        let skane = try await TestRegion.make("12", in: space)
        let vasterbotten = try await TestRegion.make("24", in: space)
        let regulations = try TestRegion.regulations.get()
        let away = Away()
        let own = try vasterbotten.source()
        let remote = RegionSource(region: vasterbotten.code, ask: own.ask, figures: own.figures, entries: own.entries) {
            message in
            guard !away.isAway else { throw ReleaseUnreached(reason: nil) }
            return try await own.release(message)
        }
        return Pair(
            asking: RunningNode(
                name: "node-12", partitions: [skane.code: skane.partition], regulations: regulations,
                sources: [try skane.source(), remote], releases: try ReleaseDatabase(inMemory: ()), now: { TestRegion.noon }),
            holding: RunningNode(
                name: "node-24", partitions: [vasterbotten.code: vasterbotten.partition], regulations: regulations,
                sources: [own], releases: try ReleaseDatabase(inMemory: ()), now: { TestRegion.noon }),
            skane: skane, vasterbotten: vasterbotten, isAway: away, asker: try TestRegion.persona("genetiker-skane"))
    }

    private func error(_ body: () async throws -> some Sendable) async -> ReleaseError? {
        do {
            _ = try await body()
            return nil
        } catch { return error as? ReleaseError }
    }

    @Test("Sent, received, asked about, answered, granted and closed, with every step in both ledgers once")
    func whole() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let sent = try await pair.ask(try pair.draft())
        let id = sent.request.id
        #expect(sent.progress.state == .received)
        _ = try await pair.decide(id, .informationAsked)
        #expect(try await pair.show(id).release.progress.state == .informationAsked)
        _ = try await pair.proceed(id, .informationGiven)
        _ = try await pair.decide(id, .granted, "By letter to the clinic.")
        let shown = try await pair.show(id)
        #expect(shown.release.progress.state == .granted && shown.possible == [.closed])
        #expect(shown.release.steps.last?.words == "By letter to the clinic.")
        #expect(try await pair.proceed(id, .closed).progress.state == .closed)
        #expect(try pair.vasterbotten.partition.records.release(id)?.progress.state == .closed)
        for ledger in [pair.skane.partition.ledger, pair.vasterbotten.partition.ledger] {
            for reference in [id, id + "/holder/1", id + "/holder/2", id + "/holder/3", id + "/asker/1", id + "/asker/2"] {
                #expect(try ledger.number(of: .release, reference: reference) != nil)
            }
            #expect(try ledger.verify().isWhole)
        }
        // What was asked about is in no ledger.
        #expect(try pair.vasterbotten.files(with: "1000000", ledger: true).filter { $0.contains("audit") }.isEmpty)
    }

    @Test("A region that is away gets it later, and nothing is lost or doubled")
    func away() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        pair.isAway.isAway = true
        let draft = try pair.draft()
        #expect(try await pair.ask(draft).progress.state == .sent)
        let shown = try await pair.show(draft.id)
        #expect(shown.trouble != nil && shown.possible == [.withdrawn])
        // The same form twice is one request.
        #expect(try await pair.ask(draft).progress.state == .sent)
        #expect(try pair.asking.releases?.releases().count == 1)
        pair.isAway.isAway = false
        #expect(try await ExchangeReleases(node: pair.asking).run() == 1)
        #expect(try await ExchangeReleases(node: pair.asking).run() == 1)
        #expect(try pair.vasterbotten.partition.records.releases().map(\.progress.state) == [.received])
        _ = try await pair.decide(draft.id, .declined)
        pair.isAway.isAway = true
        #expect(try await pair.show(draft.id).release.progress.state == .received)
        pair.isAway.isAway = false
        #expect(try await pair.show(draft.id).release.progress.state == .declined)
    }

    @Test("A withdrawal that crosses the decision leaves the decision, on both sides")
    func crossing() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let id = try await pair.ask(try pair.draft()).request.id
        pair.isAway.isAway = true
        _ = try await pair.decide(id, .granted)
        #expect(try await pair.proceed(id, .withdrawn, "").progress.state == .withdrawn)
        pair.isAway.isAway = false
        // Over on this side, it is still brought over when the other side has decided.
        #expect(try await ExchangeReleases(node: pair.asking).run() == 1)
        #expect(try pair.asking.releases?.release(id)?.progress.state == .granted)
        #expect(try pair.vasterbotten.partition.records.release(id)?.progress.state == .granted)
    }

    @Test("Only a data steward of the holding region decides, for the work that it belongs to")
    func wrongRole() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let id = try await pair.ask(try pair.draft()).request.id
        let physician = Actor(
            identity: "p", name: "P", role: .physician, region: pair.vasterbotten.code, provider: nil, careUnit: nil,
            purposes: Set(Purpose.allCases))
        let foreign = try pair.skane.steward("foreign")
        func refusal(_ actor: Actor, _ purpose: Purpose = .laboratoryOperation) async -> AdministrativeRefusal.Code? {
            let error = await error { try await pair.decide(id, .granted, as: actor, "Because.", purpose) }
            if case .notAllowed(let refusal) = error?.code { return refusal.code }
            return nil
        }
        #expect(await refusal(physician) == .role)
        #expect(await refusal(pair.asker) == .role)
        #expect(await refusal(foreign) == .region)
        #expect(await refusal(try pair.vasterbotten.steward("s"), .statistics) == .purpose)
        #expect(try pair.vasterbotten.partition.records.release(id)?.progress.state == .received)
    }

    @Test("Somebody else's request is not there, and is nobody's to go on with")
    func foreign() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let id = try await pair.ask(try pair.draft()).request.id
        let other = try TestRegion.persona("lakare-karolinska")
        #expect(await error { try await pair.show(id, as: other) }?.code == .unknown)
        #expect(await error { try await pair.proceed(id, .withdrawn, "", as: other) }?.code == .unknown)
        #expect(await error { try await pair.proceed(id, .granted) }?.code == .state)
        #expect(try ListReleases(node: pair.asking, actor: other).run().sent.isEmpty)
        #expect(try ListReleases(node: pair.asking, actor: pair.asker).run().sent.map(\.request.id) == [id])
        let steward = try pair.vasterbotten.steward("steward")
        #expect(try ListReleases(node: pair.holding, actor: steward).run().held.map(\.request.id) == [id])
        // Another region's steward at the holding node sees nothing of it.
        #expect(try ListReleases(node: pair.holding, actor: try pair.skane.steward("s")).run().held.isEmpty)
        let shown = try await ShowRelease(node: pair.holding, actor: steward, purpose: .laboratoryOperation, release: id).run()
        #expect(shown.side == .holder && shown.possible == [.informationAsked, .granted, .declined])
        // The region's own rules stand beside, under the asker's purpose: no care relation is on record here.
        #expect(shown.decisions.contains { $0.isRefused })
    }

    @Test("A patient, a system and a log reviewer ask for nothing")
    func askers() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        for role in [Actor.Role.patient, .system, .logReviewer] {
            let actor = Actor(
                identity: "x", name: "X", role: role, region: pair.skane.code, provider: nil, careUnit: nil,
                purposes: Set(Purpose.allCases))
            let error = await error { try await pair.ask(try pair.draft(), as: actor) }
            guard case .notAllowed = error?.code else {
                Issue.record("\(role) may ask")
                return
            }
        }
    }

    @Test(
        "What is missing, too long, points somebody out, or is no question is not sent",
        arguments: [
            ("", nil, ReleaseError.Code.text(.missing)),
            (String(repeating: "a", count: 4001), nil, .text(.tooLong(longest: 4000))),
            ("She is 19360101-6987.", nil, .text(.identityNumber)), ("Because.", "no question at all ((", .question),
        ] as [(String, String?, ReleaseError.Code)])
    func faults(_ words: String, _ question: String?, _ code: ReleaseError.Code) async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let draft = try pair.draft {
            $0.words = words
            if let question { $0.question = question }
        }
        #expect(await error { try await pair.ask(draft) }?.code == code)
        #expect(try pair.asking.releases?.releases().isEmpty == true)
    }

    @Test("A message that says what the other side must say, or comes through another node, is refused")
    func forged() async throws {
        let space = try Workspace()
        let pair = try await pair(space)
        let request = try await pair.ask(try pair.draft()).request
        let partition = pair.vasterbotten.partition
        func step(_ side: ReleaseStep.Side, _ kind: ReleaseStep.Kind, by actor: String) -> ReleaseStep {
            ReleaseStep(
                side: side, number: 1, seen: 1, kind: kind, actor: actor, name: "N", unit: nil, words: "w", time: TestRegion.noon)
        }
        let asker = pair.asker.identity
        func receive(_ request: ReleaseRequest, _ steps: [ReleaseStep], _ node: String = "node-12") async throws -> [ReleaseStep]
        {
            try await ReceiveRelease(
                partition: partition, message: ReleaseMessage(request: request, steps: steps, node: node)
            ).run()
        }
        #expect(await error({ try await receive(request, [step(.holder, .granted, by: "s")]) })?.code == .notAsker)
        #expect(await error({ try await receive(request, [step(.asker, .granted, by: asker)]) })?.code == .state)
        #expect(await error({ try await receive(request, [step(.asker, .withdrawn, by: "somebody")]) })?.code == .notAsker)
        #expect(await error({ try await receive(request, [], "node-99") })?.code == .differs)
        let changed = ReleaseRequest(
            id: request.id, region: request.region, asker: request.asker, purpose: request.purpose, question: request.question,
            assembly: request.assembly, answered: request.answered, wish: .records, words: request.words, sent: request.sent)
        #expect(await error({ try await receive(changed, []) })?.code == .differs)
        #expect(await error({ try await receive(request, []) })?.code == nil)
        #expect(try partition.records.release(request.id)?.steps.count == 1)
    }

    @Test("A region of the same node is asked in the same way")
    func sameNode() async throws {
        let space = try Workspace()
        let region = try await TestRegion.make("24", in: space)
        let node = RunningNode(
            name: "node-24", partitions: [region.code: region.partition], regulations: try TestRegion.regulations.get(),
            sources: [try region.source()], releases: try ReleaseDatabase(inMemory: ()), now: { TestRegion.noon })
        let actor = Actor(
            identity: "k", name: "K", role: .clinicalGeneticist, region: region.code, provider: try region.controller,
            careUnit: nil, purposes: Set(Purpose.allCases))
        let sent = try await AskRelease(
            node: node, actor: actor, purpose: .ownProviderComparison,
            draft: ReleaseDraft(
                id: ReleaseRequest.newIdentifier(), region: region.code,
                question: Question(.frequency(TestRegion.variant(0))).text, assembly: .grch38, answered: "", wish: .contact,
                words: "To learn.")
        ).run()
        #expect(sent.progress.state == .received)
        #expect(try region.partition.ledger.number(of: .release, reference: sent.request.id) != nil)
    }
}
