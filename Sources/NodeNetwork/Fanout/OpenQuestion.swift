internal import ClinicalModel
internal import GenomeModel
internal import Interchange
internal import Questions
internal import Synchronization

/// A question that is on its way: signed once, and sent once to each peer however many of the peer's regions are asked.
final class OpenQuestion: Sendable {
    let question: RelayedQuestion
    let deadline: ContinuousClock.Instant
    private let envelope: Task<PeerEnvelope, Never>
    private let progress: Mutex<(exchanges: [String: PeerExchange], missing: Set<RegionCode>)>

    /// `regions` are those whose replies will be fetched from here.
    init(
        _ question: RelayedQuestion, regions: Set<RegionCode>, until deadline: ContinuousClock.Instant,
        seal: @escaping @Sendable () -> PeerEnvelope
    ) {
        self.question = question
        self.deadline = deadline
        envelope = Task { seal() }
        progress = Mutex(([:], regions))
    }

    /// The exchange with a peer, begun by the first of its regions.
    func exchange(
        with peer: String, _ run: @escaping @Sendable (PeerEnvelope) async throws -> PeerReading
    ) -> PeerExchange {
        progress.withLock { progress in
            if let exchange = progress.exchanges[peer] { return exchange }
            let envelope = envelope
            let exchange = PeerExchange { try await run(await envelope.value) }
            progress.exchanges[peer] = exchange
            return exchange
        }
    }

    /// Notes that a region has its reply; true where it was the last.
    func fetched(_ region: RegionCode) -> Bool {
        progress.withLock { progress in
            progress.missing.remove(region)
            return progress.missing.isEmpty
        }
    }
}

/// The questions that are on their way, by name.
final class OpenQuestions: Sendable {
    private let open = Mutex<[String: OpenQuestion]>([:])

    /// The open question of that name. Nil where one of the same name asks something else: then it goes its own way.
    func find(_ question: RelayedQuestion, orOpen make: () -> OpenQuestion) -> OpenQuestion? {
        open.withLock { open in
            let name = question.asked.identifier
            if let found = open[name] {
                // The wait is not what is asked: it is counted from another moment for each region.
                return found.question.asked == question.asked && found.question.ask == question.ask ? found : nil
            }
            // Those whose regions were never asked after all.
            if open.count >= 256 { open = open.filter { $0.value.deadline > .now } }
            let made = make()
            open[name] = made
            return made
        }
    }

    func close(_ question: OpenQuestion) {
        open.withLock { open in
            let name = question.question.asked.identifier
            if open[name] === question { open[name] = nil }
        }
    }

    var count: Int { open.withLock { $0.count } }
}
