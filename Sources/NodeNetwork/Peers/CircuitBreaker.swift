package import Operations

/// Whether a peer is asked: after failures in a row it is left alone for a while, then tried with one question, and asked again as soon as
/// it answers. Pure: moments and chance come from outside.
///
/// ```
/// closed ──failures in a row──▶ open ──rest over──▶ half open ──answer──▶ closed
///                                 ▲                     └──failure: rests longer
/// ```
package struct CircuitBreaker: Hashable, Sendable {
    package struct Settings: Hashable, Sendable {
        /// Failures in a row that open it.
        package var failures = 5
        /// The first rest; each further one is twice as long.
        package var rest = Duration.seconds(2)
        package var longestRest = Duration.seconds(8)

        package init() {}
    }

    package enum Admission: Hashable, Sendable {
        case asUsual
        /// The one question that a peer at rest is tried with.
        case trial
        case leaveAlone
    }

    private enum State: Hashable, Sendable {
        case closed(failures: Int)
        case open(until: ContinuousClock.Instant)
        case halfOpen(since: ContinuousClock.Instant)
    }

    private let settings: Settings
    private var state = State.closed(failures: 0)
    /// Rests since the last question that was answered.
    private var rests = 0

    package init(_ settings: Settings = Settings()) { self.settings = settings }

    package var circuit: PeerState.Circuit {
        switch state {
        case .closed: .closed
        case .open: .open
        case .halfOpen: .halfOpen
        }
    }

    /// Whether a rest is over, and nobody has tried yet.
    package func isDue(at now: ContinuousClock.Instant) -> Bool {
        switch state {
        case .closed: false
        case .open(let until): now >= until
        // Who was to tell how the trial went never did.
        case .halfOpen(let since): now >= since + settings.longestRest
        }
    }

    /// Whoever is given the trial says afterwards how it went.
    package mutating func admit(at now: ContinuousClock.Instant) -> Admission {
        if case .closed = state { return .asUsual }
        guard isDue(at: now) else { return .leaveAlone }
        state = .halfOpen(since: now)
        return .trial
    }

    /// A question was answered.
    package mutating func succeeded() {
        state = .closed(failures: 0)
        rests = 0
    }

    /// It says that it is there. That it answers is not shown by that: the next failure opens the circuit again.
    package mutating func probed() {
        if case .closed = state { return }
        state = .closed(failures: max(0, settings.failures - 1))
    }

    /// `chance` is from 0 to 1: peers that broke together are not tried together.
    package mutating func failed(at now: ContinuousClock.Instant, chance: Double) {
        switch state {
        case .closed(let failures) where failures + 1 < settings.failures: state = .closed(failures: failures + 1)
        case .closed, .halfOpen:
            rests += 1
            let doubled = settings.rest * (1 << min(rests - 1, 16))
            let rest = min(doubled, max(settings.rest, settings.longestRest))
            state = .open(until: now + rest * (0.5 + min(max(chance, 0), 1) / 2))
        // An answer that was waited for since before.
        case .open: break
        }
    }

    /// The trial was given up before it came to anything: the next may have it.
    package mutating func gaveUp(at now: ContinuousClock.Instant) {
        if case .halfOpen = state { state = .open(until: now) }
    }
}
