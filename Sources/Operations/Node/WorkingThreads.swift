internal import Dispatch

/// Threads for work that takes its time: where a node's connections share their threads with everything that waits, what computes or
/// reads much from the disk is done on others.
package final class WorkingThreads: TaskExecutor {
    package static let shared = WorkingThreads()

    private let queue = DispatchQueue(label: "samsyn.work", attributes: .concurrent)

    private init() {}

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Does the work on these threads, with everything that it starts.
    package static func run<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
        try await withTaskExecutorPreference(shared) { try await work() }
    }
}
