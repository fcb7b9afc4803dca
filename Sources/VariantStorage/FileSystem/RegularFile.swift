internal import Glibc

/// A file that somebody else wrote, opened for one pass from its beginning: never through a symbolic link, never anything but a
/// regular file, so that a name cannot lead elsewhere and a pipe cannot make the reader wait.
package final class RegularFile {
    package enum Refusal: Error, Hashable, Sendable {
        case missing
        case symbolicLink
        case notRegular
        case system(Int32)
    }

    private let file: Int32
    /// Bytes, when it was opened.
    package let length: Int
    /// Seconds since 1970 when its content last changed, when it was opened.
    package let modified: Int

    package init(path: String) throws(Refusal) {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing
            case ELOOP: throw .symbolicLink
            case ENXIO: throw .notRegular
            default: throw .system(errno)
            }
        }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            let reason = errno
            close(file)
            throw .system(reason)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw .notRegular
        }
        self.file = file
        length = Int(status.st_size)
        modified = status.st_mtim.tv_sec
    }

    deinit { close(file) }

    /// The next bytes, at most `limit`; empty at the end.
    package func read(_ limit: Int) throws(Refusal) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while true {
                let got = Glibc.read(file, buffer.baseAddress, limit)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                count = max(0, got)
                return
            }
        }
        guard failure == 0 else { throw .system(failure) }
        return bytes
    }

    /// Hands out the rest of the file, a mebibyte at a time.
    package func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
        while true {
            let piece = try read(1 << 20)
            guard !piece.isEmpty else { return }
            try body(piece)
        }
    }

    /// Everything up to `limit` bytes; nil where there is more.
    package func readAll(limit: Int) throws(Refusal) -> [UInt8]? {
        guard length <= limit else { return nil }
        var all: [UInt8] = []
        while true {
            let bytes = try read(min(1 << 20, limit + 1))
            guard !bytes.isEmpty else { return all }
            all += bytes
            guard all.count <= limit else { return nil }
        }
    }
}
