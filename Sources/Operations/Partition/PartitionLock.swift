internal import Glibc

/// The right to change a partition: one holder at a time, in all processes. Readers need none.
///
/// An advisory `flock`, dropped by the kernel with the process that held it. The index has a lock of its own beneath this one.
package final class PartitionLock: Sendable {
    private let file: Int32

    /// Waits until nobody else holds it, at most `patience`. Throws `PartitionError.busy` after that.
    package static func acquire(_ layout: PartitionLayout, patience: Duration = .seconds(600)) async throws -> PartitionLock {
        try await acquire(at: layout.lock, of: layout.directory, patience: patience)
    }

    /// The same of a lock file of its own, for a directory that is changed as a partition is.
    static func acquire(at path: String, of directory: String, patience: Duration = .seconds(600)) async throws -> PartitionLock {
        let start = ContinuousClock.now
        var pause = Duration.milliseconds(1)
        while true {
            if let lock = try PartitionLock(at: path) { return lock }
            guard ContinuousClock.now - start < patience else { throw PartitionError(.busy, place: directory) }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(50))
        }
    }

    /// Nil where somebody else holds it now.
    package convenience init?(_ layout: PartitionLayout) throws { try self.init(at: layout.lock) }

    private init?(at path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw PartitionError(.system(errno), place: path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(file)
            guard reason == EWOULDBLOCK else { throw PartitionError(.system(reason), place: path) }
            return nil
        }
        self.file = file
    }

    // Unlocked by name: a program that is just being started has a copy of the file between fork and exec, and would keep a
    // lock that is only closed here.
    deinit {
        flock(file, LOCK_UN)
        close(file)
    }
}
