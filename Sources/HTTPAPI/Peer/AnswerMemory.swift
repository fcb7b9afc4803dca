internal import Identification
internal import Synchronization

/// Answers that were just given, for a question that arrives a second time under the same name: it is computed once, logged once, and
/// answered twice with the same bytes.
///
/// Kept for as long as whoever asks waits, and no longer than memory allows: a question whose answer was dropped is computed again.
final class AnswerMemory: Sendable {
    struct Key: Hashable, Sendable {
        let peer: String
        let question: String
        let body: BodyDigest
    }

    private struct Entry {
        let answer: Task<[UInt8], any Error>
        let until: ContinuousClock.Instant
        var bytes = 0
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        /// In the order in which they came.
        var order: [Key] = []
        var first = 0
        var bytes = 0
    }

    private static let bytesLimit = 64 * 1_048_576
    private static let entryLimit = 16_384

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.entries.count } }

    func answer(
        _ key: Key, for time: Duration, _ compute: @escaping @Sendable () async throws -> [UInt8]
    ) async throws -> [UInt8] {
        let (answer, isNew) = state.withLock { state in
            AnswerMemory.clear(&state)
            if let entry = state.entries[key] { return (entry.answer, false) }
            let answer = Task { try await compute() }
            state.entries[key] = Entry(answer: answer, until: .now + time + .seconds(1))
            state.order.append(key)
            return (answer, true)
        }
        do {
            let bytes = try await answer.value
            if isNew { note(key, bytes.count) }
            return bytes
        } catch {
            // An error is not remembered: the second attempt may do better.
            if isNew { forget(key) }
            throw error
        }
    }

    private func note(_ key: Key, _ bytes: Int) {
        state.withLock { state in
            guard state.entries[key] != nil else { return }
            state.entries[key]?.bytes = bytes
            state.bytes += bytes
            AnswerMemory.clear(&state)
        }
    }

    private func forget(_ key: Key) {
        state.withLock { state in
            if let entry = state.entries.removeValue(forKey: key) { state.bytes -= entry.bytes }
        }
    }

    /// Drops from the oldest on what is over, and what is too much.
    private static func clear(_ state: inout State) {
        let now = ContinuousClock.now
        while state.first < state.order.count {
            let key = state.order[state.first]
            if let entry = state.entries[key] {
                guard entry.until < now || state.bytes > bytesLimit || state.entries.count > entryLimit else { break }
                state.bytes -= entry.bytes
                state.entries[key] = nil
            }
            state.first += 1
        }
        if state.first > 1024, state.first * 2 > state.order.count {
            state.order.removeFirst(state.first)
            state.first = 0
        }
    }
}
