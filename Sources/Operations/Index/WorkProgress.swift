internal import Foundation
internal import Synchronization

/// How far long work has come: what a progress line shows.
package struct WorkProgress: Sendable {
    package enum Phase: Sendable {
        case reading, merging, verifying, writing
    }

    package var phase: Phase
    package var filesDone = 0
    package var files = 0
    package var records = 0
    /// Between 0 and 1; nil where the whole is not known.
    package var fraction: Double?
    package var seconds: Double = 0

    package init(phase: Phase, files: Int = 0) {
        self.phase = phase
        self.files = files
    }

    package var recordsPerSecond: Double { seconds > 0 ? Double(records) / seconds : 0 }
    /// By the pace so far; nil in the first moments.
    package var secondsLeft: Double? {
        guard let fraction, fraction > 0.01, seconds > 0.5 else { return nil }
        return seconds / fraction * (1 - fraction)
    }
}

/// Adds up what several tasks have done, and reports it now and then.
final class WorkMeter: Sendable {
    /// What one task has told so far.
    struct Place {
        fileprivate var records = 0
        fileprivate var bytes = 0
    }

    private struct State {
        var progress: WorkProgress
        var bytes = 0
        var lastReport = 0.0
    }

    private let total: Int
    private let report: @Sendable (WorkProgress) -> Void
    private let start = ContinuousClock.now
    private let state: Mutex<State>

    init(files: Int, bytes: Int, report: @escaping @Sendable (WorkProgress) -> Void) {
        total = bytes
        self.report = report
        state = Mutex(State(progress: WorkProgress(phase: .reading, files: files)))
    }

    func begin() -> Place { Place() }

    func advance(_ place: inout Place, records: Int, bytes: Int) {
        let (moreRecords, moreBytes) = (records - place.records, bytes - place.bytes)
        place = Place(records: records, bytes: bytes)
        update { state in
            state.progress.records += moreRecords
            state.bytes += moreBytes
            state.progress.fraction = total > 0 ? min(1, Double(state.bytes) / Double(total)) : nil
        }
    }

    func finish(_ place: inout Place, records: Int, bytes: Int) {
        advance(&place, records: records, bytes: bytes)
        update { $0.progress.filesDone += 1 }
    }

    func merging(_ done: Int, of total: Int) {
        update { state in
            state.progress.phase = .merging
            state.progress.records = done
            state.progress.fraction = total > 0 ? Double(done) / Double(total) : nil
        }
    }

    func end() { update(always: true) { $0.progress.fraction = 1 } }

    private func update(always: Bool = false, _ change: (inout State) -> Void) {
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        let due = state.withLock { state -> WorkProgress? in
            change(&state)
            state.progress.seconds = elapsed
            guard always || elapsed - state.lastReport >= 0.2 else { return nil }
            state.lastReport = elapsed
            return state.progress
        }
        if let due { report(due) }
    }
}
