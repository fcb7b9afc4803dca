import CHTSlib
import Glibc

/// A FASTA file, plain or bgzipped (then with a `.gzi` beside it), read by its index. One task at a time may use it.
///
/// htslib's own `faidx_fetch_seq` reads byte by byte: 12 ns a base were measured, 40 s for a genome. This copies lines.
final class FASTAFile {
    private let file: UnsafeMutablePointer<BGZF>
    private let path: String
    let sequences: [FASTAIndex.Sequence]

    init(path: String) throws(FormatError) {
        _ = try HTSlib.checkReadable(path)
        self.path = path
        sequences = try FASTAIndex(path: path).sequences
        errno = 0
        guard let file = bgzf_open(path, "r") else { throw HTSlib.openingError(path, errno) }
        let compression = bgzf_compression(file)
        guard compression != 1 else {
            bgzf_close(file)
            throw FormatError(
                .referenceMalformed, file: path,
                message: "The reference is compressed with gzip, which cannot be read from the middle.",
                remedy: "Compress it with bgzip, and make its index with `samtools faidx FILE`.")
        }
        if compression == 2, bgzf_index_load(file, path, ".gzi") != 0 {
            bgzf_close(file)
            throw FormatError(
                .referenceIndexMissing, file: path,
                message: "The compressed reference has no index of its blocks beside it (.gzi).",
                remedy: "Make it with `samtools faidx FILE`.")
        }
        self.file = file
    }

    deinit { bgzf_close(file) }

    /// Upper-case bases from the 0-based `start` to before `end`, which lie within the sequence.
    func bases(_ sequence: FASTAIndex.Sequence, from start: Int, to end: Int) throws(FormatError) -> [UInt8] {
        guard start < end else { return [] }
        let first = sequence.place(of: start)
        let count = sequence.place(of: end - 1) + 1 - first
        var isWhole = true
        let bases = [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            guard let base = bytes.baseAddress, bgzf_useek(file, off_t(first), SEEK_SET) == 0,
                bgzf_read(file, base, count) == count
            else {
                isWhole = false
                return
            }
            filled = FASTAFile.compact(base, count, sequence, start % sequence.lineBases)
            isWhole = filled == end - start && FASTAFile.raise(base, filled)
        }
        guard isWhole else {
            throw FormatError(
                .referenceUnreadable, file: path, message: "The reference cannot be read, or is not what its index says.",
                remedy: "Check that the file is whole, and make its index again with `samtools faidx FILE`.")
        }
        return bases
    }

    /// Moves the bases of all lines to the front; the first line begins with its `column`th base. Returns their number.
    private static func compact(
        _ base: UnsafeMutablePointer<UInt8>, _ count: Int, _ sequence: FASTAIndex.Sequence, _ column: Int
    ) -> Int {
        var filled = min(sequence.lineBases - column, count)
        var from = sequence.lineWidth - column
        while from < count {
            let step = min(sequence.lineBases, count - from)
            memmove(base + filled, base + from, step)
            filled += step
            from += sequence.lineWidth
        }
        return filled
    }

    /// Turns lower case (soft-masked repeats) into upper case. False where there is anything but letters, `*` and `-`.
    private static func raise(_ base: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
        var isStrange: UInt8 = 0
        for index in 0..<count {
            let byte = base[index]
            base[index] = byte & (byte &- 97 < 26 ? 0xDF : 0xFF)
            // Line ends, spaces and the mark of the next sequence: the index is of another file.
            isStrange |= byte <= 32 || byte == UInt8(ascii: ">") ? 1 : 0
        }
        return isStrange == 0
    }
}
