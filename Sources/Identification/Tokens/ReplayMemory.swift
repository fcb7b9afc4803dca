package import ClinicalModel
package import Crypto
internal import Synchronization

/// What may be used once, remembered for as long as it could be used again.
///
/// Bounded: a memory that is full admits nothing new instead of forgetting something old. What was forgotten because its time was over stays
/// refused even if the clock is set back. Cost: a lookup and an insertion.
package final class ReplayMemory: Sendable {
    package enum Verdict: Hashable, Sendable {
        case fresh, replayed
        /// Its time is over.
        case late
        case full
    }

    private struct State {
        var seen = Set<SHA256Digest>()
        /// By the second in which they are over.
        var ending: [Int: [SHA256Digest]] = [:]
        /// The latest second that was cleared away.
        var cleared = Int.min
    }

    package let capacity: Int
    private let state = Mutex(State())

    package init(capacity: Int) { self.capacity = capacity }

    package var count: Int { state.withLock { $0.seen.count } }

    /// Takes `key` in until `end`, unless it is there.
    package func admit(_ key: SHA256Digest, until end: Timestamp, now: Timestamp) -> Verdict {
        let (second, present) = (ReplayMemory.second(end), ReplayMemory.second(now))
        return state.withLock { state in
            ReplayMemory.clear(&state, before: present)
            guard second > state.cleared else { return .late }
            guard !state.seen.contains(key) else { return .replayed }
            guard state.seen.count < capacity else { return .full }
            state.seen.insert(key)
            state.ending[second, default: []].append(key)
            return .fresh
        }
    }

    private static func second(_ moment: Timestamp) -> Int { moment.milliseconds / 1000 }

    /// Clears the seconds before `second`, at most once each.
    private static func clear(_ state: inout State, before second: Int) {
        guard second - 1 > state.cleared else { return }
        state.cleared = second - 1
        for over in state.ending.keys where over < second {
            for key in state.ending.removeValue(forKey: over) ?? [] { state.seen.remove(key) }
        }
    }
}
