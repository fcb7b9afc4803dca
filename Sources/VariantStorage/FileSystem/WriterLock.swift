internal import Glibc

/// The right to write to an index: one holder at a time, in all processes.
///
/// An advisory `flock`, which the kernel drops with the process that held it: a crash leaves no lock behind.
final class WriterLock: Sendable {
    private let file: Int32

    /// Throws `busy` at once where somebody else holds it.
    init(directory: String) throws(StorageError) {
        let path = directory + "/LOCK"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .system("open", path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let error = isHeld ? StorageError(.busy, place: directory) : .system("flock", path)
            close(file)
            throw error
        }
        self.file = file
    }

    // Unlocked by name: a program that is just being started has a copy of the file between fork and exec, and would
    // keep a lock that is only closed here.
    deinit {
        flock(file, LOCK_UN)
        close(file)
    }
}
