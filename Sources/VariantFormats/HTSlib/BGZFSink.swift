import CHTSlib
import Glibc

/// A file that is being written: BGZF where its name ends in `.gz` or `.bgz`, else plain. Nobody sees half of it.
///
/// The bytes go to `PATH.partial` in the same directory, and get their name when all of them are on the disk. Without
/// `finish` nothing is left. Blocks are compressed off the calling thread. One task at a time may write.
final class BGZFSink {
    private let path: String
    private let draft: String
    /// Kept open beside htslib's own: it holds the lock, and the file is synchronised through it.
    private let descriptor: CInt
    private var file: UnsafeMutablePointer<BGZF>?

    /// `input` is what the bytes are made from: it must be neither the file nor its draft.
    init(path: String, threads: Int, input: String? = nil) throws(FormatError) {
        _ = HTSlib.isSilenced
        self.path = path
        draft = path + ".partial"
        if let input, BGZFSink.isSame(input, path) || BGZFSink.isSame(input, draft) {
            throw FormatError(
                .notWritable, file: path, message: "The output is the input.", remedy: "Name another output file.")
        }
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw FormatError(
                .notWritable, file: path, message: "The output exists and is not an ordinary file.",
                remedy: "Name another output file.")
        }
        descriptor = try BGZFSink.openDraft(draft, of: path)
        let isCompressed = path.hasSuffix(".gz") || path.hasSuffix(".bgz")
        let copy = dup(descriptor)
        // u is htslib's mode for bytes as they are.
        guard copy >= 0, let file = bgzf_dopen(copy, isCompressed ? "w" : "wu") else {
            let number = errno
            if copy >= 0 { close(copy) }
            unlink(draft)
            close(descriptor)
            throw BGZFSink.writingError(path, number)
        }
        self.file = file
        // 256 is htslib's default number of blocks a thread takes at a time.
        if isCompressed, threads > 0 { bgzf_mt(file, CInt(clamping: threads), 256) }
    }

    deinit {
        if let file {
            bgzf_close(file)
            unlink(draft)
        }
        close(descriptor)
    }

    func write(_ bytes: UnsafeRawPointer, _ count: Int) throws(FormatError) {
        errno = 0
        guard count > 0 else { return }
        guard let file, bgzf_write(file, bytes, count) == count else { throw BGZFSink.writingError(path, errno) }
    }

    func write(_ bytes: [UInt8]) throws(FormatError) {
        try bytes.withUnsafeBufferPointer { bytes throws(FormatError) in
            if let base = bytes.baseAddress { try write(base, bytes.count) }
        }
    }

    /// Gives the file its name. To be called once.
    func finish() throws(FormatError) {
        guard let file else { return }
        self.file = nil
        errno = 0
        guard bgzf_close(file) == 0, fsync(descriptor) == 0, rename(draft, path) == 0 else {
            let number = errno
            unlink(draft)
            throw BGZFSink.writingError(path, number)
        }
        // The name is in the directory, which is a file of its own. Where that cannot be synchronised, it is up to the
        // file system.
        let directory = open(BGZFSink.directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if directory >= 0 {
            fsync(directory)
            close(directory)
        }
    }

    /// Locked and empty. A draft that a killed process left is taken over; one that is being written is not.
    private static func openDraft(_ draft: String, of path: String) throws(FormatError) -> CInt {
        while true {
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
            guard descriptor >= 0 else { throw writingError(path, errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw FormatError(
                    .notWritable, file: path, message: "Another process is writing this file.",
                    remedy: "Wait until it has ended, or name another output file.")
            }
            // Between opening and locking the other may have given it its name: then this is a finished file.
            var (mine, named) = (stat(), stat())
            guard fstat(descriptor, &mine) == 0, stat(draft, &named) == 0, mine.st_ino == named.st_ino else {
                close(descriptor)
                continue
            }
            guard ftruncate(descriptor, 0) == 0 else {
                let number = errno
                close(descriptor)
                throw writingError(path, number)
            }
            return descriptor
        }
    }

    private static func isSame(_ first: String, _ second: String) -> Bool {
        var (one, other) = (stat(), stat())
        return stat(first, &one) == 0 && stat(second, &other) == 0 && one.st_ino == other.st_ino && one.st_dev == other.st_dev
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func writingError(_ path: String, _ number: CInt) -> FormatError {
        let reason = number == 0 ? "" : " (\(String(cString: strerror(number))))"
        return FormatError(
            .notWritable, file: path, message: "The output cannot be written\(reason).",
            remedy: "Check that its directory exists, may be written to, and has room.")
    }
}
