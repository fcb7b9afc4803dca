import Foundation
import Operations
import Synchronization

/// Shows long work on stderr: one line that is written over on a terminal, a plain line now and then elsewhere.
final class ProgressLine: Sendable {
    private struct State {
        var lastPlain = 0.0
        var isShown = false
    }

    /// A plain line at most this often, in seconds, so that a log stays readable.
    private static let plainInterval = 10.0

    private let isInteractive = Terminal.isInteractive
    private let state = Mutex(State())

    func show(_ progress: WorkProgress) {
        let text = ProgressLine.text(progress)
        if isInteractive {
            state.withLock { $0.isShown = true }
            Terminal.note("\r\u{1B}[K" + text)
        } else {
            let isDue = state.withLock { state in
                guard progress.seconds - state.lastPlain >= ProgressLine.plainInterval else { return false }
                state.lastPlain = progress.seconds
                return true
            }
            if isDue { Terminal.complain(text) }
        }
    }

    /// Takes the line away, so that what follows begins in the first column.
    func end() {
        if state.withLock({ $0.isShown }) { Terminal.note("\r\u{1B}[K") }
    }

    static func text(_ progress: WorkProgress) -> String {
        var parts: [String] = []
        switch progress.phase {
        case .reading:
            parts.append("reading: \(progress.filesDone) of \(progress.files) files")
            parts.append("\(progress.records) records")
            parts.append("\(Int(progress.recordsPerSecond)) records/s")
        case .merging: parts.append("merging: \(progress.records) calls")
        case .verifying: parts.append("verifying")
        case .writing: parts.append("writing")
        }
        if let fraction = progress.fraction { parts.append("\(Int(fraction * 100)) %") }
        if let left = progress.secondsLeft { parts.append("\(Int(left.rounded(.up))) s left") }
        return parts.joined(separator: ", ")
    }

    /// A progress closure over (done, total) for work of one phase.
    func counter(_ phase: WorkProgress.Phase) -> (Int, Int) -> Void {
        let start = ContinuousClock.now
        return { done, total in
            var progress = WorkProgress(phase: phase)
            progress.records = done
            progress.fraction = total > 0 ? Double(done) / Double(total) : nil
            progress.seconds = (ContinuousClock.now - start) / .seconds(1)
            self.show(progress)
        }
    }
}
