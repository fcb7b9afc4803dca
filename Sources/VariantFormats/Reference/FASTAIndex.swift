/// Where the sequences of a FASTA file lie in it: its `.fai`, as `samtools faidx` writes it.
struct FASTAIndex: Sendable {
    struct Sequence: Hashable, Sendable {
        let name: String
        let length: Int
        /// Of the first base, in the uncompressed file.
        let offset: Int
        /// Bases a line, and bytes with what ends it.
        let lineBases: Int
        let lineWidth: Int

        /// Where the base with the 0-based number `base` stands.
        func place(of base: Int) -> Int { offset + base / lineBases * lineWidth + base % lineBases }
    }

    let sequences: [Sequence]

    /// Reads the index of the FASTA file at `path`.
    init(path: String) throws(FormatError) {
        let source: BGZFSource
        do throws(FormatError) { source = try BGZFSource(path: path + ".fai", threads: 0) } catch {
            guard error.code == .fileMissing else { throw error }
            throw FormatError(
                .referenceIndexMissing, file: path, message: "The reference has no index beside it (.fai).",
                remedy: "Make it with `samtools faidx FILE`.")
        }
        var lines = LineBuffer(source: .text(source), path: path + ".fai")
        var sequences: [Sequence] = []
        while let line = try lines.next() {
            guard let sequence = Sequence(line) else {
                throw FormatError(
                    .referenceMalformed, file: path + ".fai", line: lines.line, message: "This is not the index of a FASTA file.",
                    remedy: "Make it again with `samtools faidx FILE`.")
            }
            sequences.append(sequence)
        }
        self.sequences = sequences
    }
}

extension FASTAIndex.Sequence {
    init?(_ line: UnsafeBufferPointer<UInt8>) {
        let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        guard columns.count == 5 else { return nil }
        let numbers = columns.dropFirst().compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 4, numbers.allSatisfy({ (0...(1 << 48)).contains($0) }) else { return nil }
        // A sequence without bases has no lines either.
        guard numbers[0] == 0 || (numbers[2] > 0 && numbers[3] > numbers[2]) else { return nil }
        self.init(
            name: String(decoding: columns[0], as: UTF8.self), length: numbers[0], offset: numbers[1], lineBases: numbers[2],
            lineWidth: numbers[3])
    }
}
