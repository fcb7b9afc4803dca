import CHTSlib
import Glibc

/// The text of a BCF file: header, then a line a record, as `bcftools view` prints them.
///
/// Records go through the same scanner as VCF text, so that a BCF and the VCF it was made from say the same.
final class BCFSource {
    private let file: UnsafeMutablePointer<htsFile>
    private let header: UnsafeMutablePointer<bcf_hdr_t>
    private let record: UnsafeMutablePointer<bcf1_t>
    private var text = kstring_t(l: 0, m: 0, s: nil)
    private var taken = 0
    private var hasEnded = false
    private let path: String
    let size: Int

    init(path: String, threads: Int) throws(FormatError) {
        size = try HTSlib.checkReadable(path)
        self.path = path
        errno = 0
        guard let file = hts_open(path, "r") else { throw HTSlib.openingError(path, errno) }
        if file.pointee.format.compression == CHTSlib.bgzf, let blocks = file.pointee.fp.bgzf {
            guard bgzf_check_EOF(blocks) != 0 else {
                hts_close(file)
                throw FormatError(
                    .fileTruncated, file: path, message: "The file ends without the BGZF end block: it is cut short.",
                    remedy: "Fetch or write the file again.")
            }
            if threads > 0 { hts_set_threads(file, CInt(clamping: threads)) }
        }
        guard let header = bcf_hdr_read(file) else {
            hts_close(file)
            throw FormatError(
                .headerMalformed, file: path, message: "The BCF header cannot be read.",
                remedy: "Write the file again with bcftools.")
        }
        guard let record = bcf_init() else {
            bcf_hdr_destroy(header)
            hts_close(file)
            throw HTSlib.openingError(path, ENOMEM)
        }
        self.file = file
        self.header = header
        self.record = record
        guard bcf_hdr_format(header, 0, &text) == 0 else {
            throw FormatError(
                .headerMalformed, file: path, message: "The BCF header cannot be read.",
                remedy: "Write the file again with bcftools.")
        }
    }

    deinit {
        free(text.s)
        bcf_destroy(record)
        bcf_hdr_destroy(header)
        hts_close(file)
    }

    /// As `BGZFSource.read`.
    func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(FormatError) -> Int {
        var filled = 0
        while filled < count {
            if taken == Int(text.l) {
                guard try nextRecord() else { break }
            }
            guard let bytes = text.s else { break }
            let step = min(count - filled, Int(text.l) - taken)
            memcpy(buffer + filled, bytes + taken, step)
            filled += step
            taken += step
        }
        return filled
    }

    private func nextRecord() throws(FormatError) -> Bool {
        guard !hasEnded else { return false }
        taken = 0
        text.l = 0
        let result = bcf_read(file, header, record)
        if result == -1 {
            hasEnded = true
            return false
        }
        guard result == 0, record.pointee.errcode == 0, vcf_format(header, record, &text) == 0 else {
            throw HTSlib.damaged(path)
        }
        return true
    }

    var offset: Int {
        guard file.pointee.format.compression == CHTSlib.bgzf, let blocks = file.pointee.fp.bgzf else { return 0 }
        return Int(blocks.pointee.block_address)
    }
}
