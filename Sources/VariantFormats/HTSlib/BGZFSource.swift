import CHTSlib
import Glibc

/// The bytes of a file, decompressed: BGZF, gzip or plain, as the file itself says.
///
/// With threads, BGZF blocks are decompressed off the calling thread. A BGZF file without its end block is truncated
/// and is refused at opening. One task at a time may read.
final class BGZFSource {
    private let file: UnsafeMutablePointer<BGZF>
    private let path: String
    /// As stored; 0 for a pipe.
    let size: Int

    init(path: String, threads: Int) throws(FormatError) {
        size = try HTSlib.checkReadable(path)
        errno = 0
        guard let file = bgzf_open(path, "r") else { throw HTSlib.openingError(path, errno) }
        self.file = file
        self.path = path
        // 2 is BGZF; 0 from the check is "no end block", 2 "cannot seek" (a pipe), which cannot be known in advance.
        if bgzf_compression(file) == 2 {
            guard bgzf_check_EOF(file) != 0 else {
                throw FormatError(
                    .fileTruncated, file: path, message: "The file ends without the BGZF end block: it is cut short.",
                    remedy: "Fetch or write the file again, and check it with `bgzip --test`.")
            }
            // 256 is htslib's default number of blocks a thread takes at a time.
            if threads > 0 { bgzf_mt(file, CInt(clamping: threads), 256) }
        }
    }

    deinit { bgzf_close(file) }

    /// Fills `buffer` as far as the file has bytes: fewer than asked only at the end.
    func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(FormatError) -> Int {
        let got = bgzf_read(file, buffer, count)
        guard got >= 0 else { throw HTSlib.damaged(path) }
        return got
    }

    /// Bytes of the stored file consumed so far, to a block.
    var offset: Int { Int(file.pointee.block_address) }
}
