internal import ClinicalModel
internal import Identification
internal import Interchange
internal import Logging
internal import Operations
internal import Questions

/// Asks one peer, a second time where that helps: when it is slower than it usually is, or when a connection broke. The same bytes under the
/// same identifier; the peer computes and logs once and answers both.
struct AskPeer: Sendable {
    let client: PeerClient
    let watch: PeerWatch
    let question: RelayedQuestion
    let envelope: PeerEnvelope
    let deadline: ContinuousClock.Instant
    /// The least that a second request waits for.
    let hedgeAfter: Duration
    let memory: ReplyMemory
    let now: @Sendable () -> Timestamp
    let log: Logger

    private enum Event: Sendable {
        case answered(PeerReading, Duration)
        case failed(PeerFailure)
        case slow
        case over
    }

    func run() async throws -> PeerReading {
        try watch.admit()
        do {
            let (reading, latency) = try await attempts()
            watch.answered(after: latency, at: now())
            return reading
        } catch let failure as PeerFailure {
            watch.failed(failure)
            log.notice(
                "a peer gave no answer",
                metadata: [
                    "peer": "\(client.peer.name)", "failure": "\(failure.code)", "question": "\(question.asked.identifier)",
                ])
            throw failure
        } catch {
            watch.gaveUp()
            throw error
        }
    }

    private func attempts() async throws -> (PeerReading, Duration) {
        try await withThrowingTaskGroup(of: Event.self) { group in
            defer { group.cancelAll() }
            group.addTask { await attempt(envelope.signature) }
            let later = mayHedge ? ContinuousClock.now + watch.hedgeDelay(atLeast: hedgeAfter) : deadline
            // One clock at a time: nearly every answer comes before the first has run down.
            if later < deadline {
                group.addTask { await wait(until: later, then: .slow) }
            } else {
                group.addTask { await wait(until: deadline, then: .over) }
            }
            var (running, isRepeated) = (1, false)
            while let event = try await group.next() {
                switch event {
                case .answered(let reading, let latency): return (reading, latency)
                case .over: throw PeerFailure.late
                case .slow:
                    group.addTask { await wait(until: deadline, then: .over) }
                    guard !isRepeated, running > 0, watch.maySendAgain() else { continue }
                    isRepeated = true
                    running += 1
                    group.addTask { await attempt(envelope.signatureAgain(for: client.peer.name)) }
                case .failed(let failure):
                    running -= 1
                    try Task.checkCancellation()
                    if !isRepeated, AskPeer.isWorthRepeating(failure) {
                        isRepeated = true
                        running += 1
                        group.addTask { await attempt(envelope.signatureAgain(for: client.peer.name)) }
                    } else if running == 0 {
                        throw failure
                    }
                }
            }
            throw PeerFailure.unreachable
        }
    }

    /// Figures in bulk are heavy: asking twice because they take their time would only make it longer.
    private var mayHedge: Bool {
        if case .figures = question.ask { return false }
        return true
    }

    /// A kept connection that the peer closed just then; or a signature from before the peer started.
    private static func isWorthRepeating(_ failure: PeerFailure) -> Bool {
        switch failure {
        case .unreachable, .refused("signature-before-start"), .refused("signature-memory-full"): true
        default: false
        }
    }

    private func attempt(_ signature: String) async -> Event {
        let start = ContinuousClock.now
        do throws(PeerFailure) {
            let bytes = try await client.post(envelope, signature: signature, within: deadline - start)
            let latency = ContinuousClock.now - start
            do throws(PeerMessageError) {
                return .answered(try PeerReading(bytes, to: question, memory), latency)
            } catch {
                return .failed(error.code == .version || error.code == .notUnderstood ? .notUnderstood : .malformed(error))
            }
        } catch {
            return .failed(error)
        }
    }

    private func wait(until moment: ContinuousClock.Instant, then event: Event) async -> Event {
        await Deadlines.shared.wait(until: moment)
        return event
    }
}
