import Operations
import Synchronization

/// What a crash does to the work that is under way.
struct SimulatedCrash: Error {}

/// Lets so many points of the intake pass, and crashes at the next.
final class CrashPlan: Sendable {
    private let left: Mutex<Int?>
    private let passed = Mutex<[IntakePoint]>([])

    /// Nil for never.
    init(after count: Int?) { left = Mutex(count) }

    func reach(_ point: IntakePoint) throws {
        passed.withLock { $0.append(point) }
        let isNow = left.withLock { left in
            guard let count = left else { return false }
            left = count == 0 ? nil : count - 1
            return count == 0
        }
        if isNow { throw SimulatedCrash() }
    }

    var points: [IntakePoint] { passed.withLock { $0 } }
}
