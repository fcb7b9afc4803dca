import CHTSlib
import Glibc

/// What every use of htslib starts with.
enum HTSlib {
    /// htslib prints its complaints to stderr; ours carry code, place and remedy instead. Set once for the process.
    static let isSilenced: Bool = {
        hts_set_log_level(HTS_LOG_OFF)
        return true
    }()

    /// Why a file cannot be opened, from `errno`.
    static func openingError(_ path: String, _ number: CInt) -> FormatError {
        if number == ENOENT || number == ENOTDIR {
            return FormatError(
                .fileMissing, file: path, message: "The file does not exist.", remedy: "Check the path.")
        }
        return FormatError(
            .fileUnreadable, file: path, message: "The file cannot be opened (\(String(cString: strerror(number)))).",
            remedy: "Check that it is a readable file.")
    }

    /// Refuses what `open` accepts and reading then trips over: a directory, or nothing there at all. Returns the size,
    /// 0 for what has none (a pipe).
    static func checkReadable(_ path: String) throws(FormatError) -> Int {
        _ = isSilenced
        var status = stat()
        guard stat(path, &status) == 0 else { throw openingError(path, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw openingError(path, EISDIR) }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }

    static func damaged(_ path: String) -> FormatError {
        FormatError(
            .fileDamaged, file: path, message: "The compressed data is damaged.",
            remedy: "Fetch or write the file again, and check it with `bgzip --test`.")
    }
}
