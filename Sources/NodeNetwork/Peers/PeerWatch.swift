internal import ClinicalModel
internal import Interchange
internal import Operations
internal import Synchronization

/// What this node has seen of one peer: how its circuit stands, how fast it answers, what it says of itself.
final class PeerWatch: Sendable {
    private struct Seen {
        var breaker: CircuitBreaker
        var latencies = LatencyWindow()
        var hedges = HedgeBudget()
        var status: PeerStatus?
        var lastAnswer: Timestamp?
        var lastContact: ContinuousClock.Instant?
    }

    let peer: Peer
    private let seen: Mutex<Seen>

    init(_ peer: Peer, _ settings: CircuitBreaker.Settings) {
        self.peer = peer
        seen = Mutex(Seen(breaker: CircuitBreaker(settings)))
    }

    /// Throws where the peer is not to be asked now.
    func admit() throws(PeerFailure) {
        let (admission, isUnderstood) = seen.withLock { seen in
            seen.hedges.earn()
            guard seen.status?.isUnderstood ?? true else { return (CircuitBreaker.Admission.leaveAlone, false) }
            return (seen.breaker.admit(at: .now), true)
        }
        guard isUnderstood else { throw .notUnderstood }
        if admission == .leaveAlone { throw .leftAlone }
    }

    func answered(after latency: Duration, at time: Timestamp) {
        seen.withLock { seen in
            seen.breaker.succeeded()
            seen.latencies.add(latency / .milliseconds(1))
            seen.lastAnswer = time
            seen.lastContact = .now
        }
    }

    func failed(_ failure: PeerFailure) {
        seen.withLock { seen in
            if failure.isTrouble {
                seen.breaker.failed(at: .now, chance: Double.random(in: 0...1))
            } else if failure != .leftAlone {
                // It is there, and says no.
                seen.breaker.probed()
                seen.lastContact = .now
            }
        }
    }

    /// Whoever asked went away.
    func gaveUp() { seen.withLock { $0.breaker.gaveUp(at: .now) } }

    /// How long to wait before asking a second time: longer than nineteen of twenty answers take.
    func hedgeDelay(atLeast least: Duration) -> Duration {
        let usual = seen.withLock { $0.latencies.count >= 16 ? $0.latencies.quantile(0.95) : nil }
        return max(least, usual.map { .milliseconds($0 * 1.5) } ?? least * 4)
    }

    func maySendAgain() -> Bool { seen.withLock { $0.hedges.spend() } }

    // MARK: Probing

    /// Whether it is time to see if the peer is there: its rest is over, or nothing was heard of it for `idle`. Whoever is told so tries.
    func beginsProbe(idle: Duration) -> Bool {
        seen.withLock { seen in
            if seen.breaker.circuit != .closed { return seen.breaker.admit(at: .now) == .trial }
            return seen.lastContact.map { ContinuousClock.now - $0 > idle } ?? true
        }
    }

    func probed(_ status: PeerStatus) {
        seen.withLock { seen in
            seen.status = status
            seen.breaker.probed()
            seen.lastContact = .now
        }
    }

    var state: PeerState {
        seen.withLock { seen in
            PeerState(
                name: peer.name, regions: peer.regions, version: seen.status?.version, circuit: seen.breaker.circuit,
                latency: seen.latencies.quantile(0.5), lastAnswer: seen.lastAnswer)
        }
    }
}
