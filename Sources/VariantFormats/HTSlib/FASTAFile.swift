import CHTSlib
import Glibc

/// A FASTA file and its `.fai`, plain or bgzipped (then with a `.gzi` too). One task at a time may use it.
final class FASTAFile {
    private let index: OpaquePointer
    private let path: String

    /// The sequences in the order of the index.
    let sequences: [(name: String, length: Int)]

    init(path: String) throws(FormatError) {
        _ = try HTSlib.checkReadable(path)
        self.path = path
        // Without this htslib would write an index beside the file, which may be anybody's.
        var status = stat()
        guard stat(path + ".fai", &status) == 0 else {
            throw FormatError(
                .referenceIndexMissing, file: path, message: "The reference has no index beside it (.fai).",
                remedy: "Make it with `samtools faidx FILE`.")
        }
        errno = 0
        guard let index = fai_load3(path, nil, nil, 0) else {
            if errno == EACCES { throw HTSlib.openingError(path, errno) }
            throw FormatError(
                .referenceMalformed, file: path, message: "The reference or its index cannot be read.",
                remedy: "Make the index again with `samtools faidx FILE`; a compressed file must be bgzipped.")
        }
        self.index = index
        sequences = (0..<faidx_nseq(index)).compactMap { place in
            guard let name = faidx_iseq(index, place) else { return nil }
            return (String(cString: name), Int(faidx_seq_len(index, name)))
        }
    }

    deinit { fai_destroy(index) }

    /// Upper-case bases of the sequence `name` from the 0-based `start` on: fewer at its end. `start` lies within it.
    func bases(_ name: String, from start: Int, count: Int) throws(FormatError) -> [UInt8] {
        var length: hts_pos_t = 0
        guard let text = faidx_fetch_seq64(index, name, hts_pos_t(start), hts_pos_t(start + count - 1), &length), length >= 0
        else {
            throw FormatError(
                .referenceUnreadable, file: path, message: "The reference cannot be read.",
                remedy: "Check that the file is whole, and make its index again with `samtools faidx FILE`.")
        }
        defer { free(text) }
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { bases, filled in
            for place in 0..<Int(length) {
                let byte = UInt8(bitPattern: text[place])
                bases[place] = byte >= 97 && byte <= 122 ? byte & 0xDF : byte
            }
            filled = Int(length)
        }
    }
}
