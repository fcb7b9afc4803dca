internal import Synchronization

/// One question to one peer, shared by every region of it that is asked. It ends at the deadline, or when nobody waits any more.
final class PeerExchange: Sendable {
    private let task: Task<PeerReading, any Error>
    private let waiting = Mutex(0)

    init(_ run: @escaping @Sendable () async throws -> PeerReading) { task = Task { try await run() } }

    func reading() async throws -> PeerReading {
        waiting.withLock { $0 += 1 }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            let isLast = waiting.withLock { waiting in
                waiting -= 1
                return waiting == 0
            }
            if isLast { task.cancel() }
        }
    }
}
