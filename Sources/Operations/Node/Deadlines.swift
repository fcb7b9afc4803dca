internal import Synchronization

/// Wakes those who wait for a moment that nearly never comes: one task sleeps for all of them, until the earliest.
///
/// A question to seven regions has nine clocks beside it, of which none runs down. Each as a sleep of its own was a timer of the system set and
/// taken back, on a thread that had to be woken for it: 7 % of what the question cost the node that put it.
package final class Deadlines: Sendable {
    package static let shared = Deadlines()

    private struct State {
        var waiting: [Int: (moment: ContinuousClock.Instant, wake: CheckedContinuation<Void, Never>)] = [:]
        var next = 0
        /// Until when the one task sleeps; nil where none does.
        var asleepUntil: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    package init() {}

    /// Returns at the moment, or when the task that waits is cancelled.
    package func wait(until moment: ContinuousClock.Instant) async {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wake in enter(number, moment, wake) }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: number) }?.wake.resume()
        }
    }

    /// How many wait now.
    package var count: Int { state.withLock { $0.waiting.count } }

    private func enter(_ number: Int, _ moment: ContinuousClock.Instant, _ wake: CheckedContinuation<Void, Never>) {
        // Cancelled from now on, it is found in the list; cancelled before, it is seen here.
        let (isOver, mustSleep) = state.withLock { state in
            guard !Task.isCancelled else { return (true, false) }
            state.waiting[number] = (moment, wake)
            guard state.asleepUntil.map({ moment < $0 }) ?? true else { return (false, false) }
            state.asleepUntil = moment
            return (false, true)
        }
        if isOver { wake.resume() }
        if mustSleep { Task.detached { await self.sleep(until: moment) } }
    }

    /// Sleeps and wakes until nobody waits, or until another task sleeps for an earlier moment.
    private func sleep(until first: ContinuousClock.Instant) async {
        var moment = first
        while true {
            try? await Task.sleep(until: moment, clock: .continuous)
            let (due, later) = state.withLock { state -> ([CheckedContinuation<Void, Never>], ContinuousClock.Instant?) in
                let now = ContinuousClock.now
                let due = state.waiting.filter { $0.value.moment <= now }
                for number in due.keys { state.waiting[number] = nil }
                // Another task has taken over, for an earlier moment than this one slept for.
                guard state.asleepUntil == moment else { return (due.values.map(\.wake), nil) }
                state.asleepUntil = state.waiting.values.lazy.map(\.moment).min()
                return (due.values.map(\.wake), state.asleepUntil)
            }
            for wake in due { wake.resume() }
            guard let later else { return }
            moment = later
        }
    }
}
