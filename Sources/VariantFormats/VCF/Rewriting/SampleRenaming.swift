/// Gives the samples of a call file other names, so that a copy of it can leave without saying whose it is.
///
/// Of the header only what says how to read the file stays, and of that no line that names a sample. Records stay as they were, byte for byte.
package enum SampleRenaming {
    /// Header lines that tell what the file is and how to read it; everything else may tell where it came from.
    private static let keptLines = ["fileformat", "FILTER", "INFO", "FORMAT", "ALT", "contig", "reference", "assembly"]

    /// Writes the file at `input`, VCF text plain or compressed, to `output` with every sample called as `names` says. Throws
    /// `sampleMissing` where the file has a sample that is not in `names`, and for BCF `notVCF`.
    package static func run(input: String, output: String, names: [String: String]) throws(FormatError) {
        let source = try TextSource(path: input, threads: 1)
        if case .bcf = source {
            throw FormatError(
                .notVCF, file: input, message: "Samples can be renamed in VCF text only, and this is BCF.",
                remedy: "Convert it with `bcftools view`.")
        }
        var lines = LineBuffer(source: source, path: input)
        let sink = try BGZFSink(path: output, threads: 1, input: input)
        let known = Set(names.keys)
        while let line = try lines.next() {
            let bytes = Array(line)
            if bytes.starts(with: Array("##".utf8)) {
                let key = String(decoding: bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
                guard keptLines.contains(key), !SampleRemoval.names(known, in: bytes) else { continue }
                try sink.write(bytes + [10])
            } else if bytes.first == UInt8(ascii: "#") {
                var fields = bytes.split(separator: 9, omittingEmptySubsequences: false).map { Array($0) }
                for index in fields.indices.dropFirst(9) {
                    guard let name = names[String(decoding: fields[index], as: UTF8.self)] else {
                        throw FormatError(
                            .sampleMissing, file: input, field: "#CHROM", message: "A sample of the file has no new name.",
                            remedy: "List its samples with `bcftools query -l`.")
                    }
                    fields[index] = Array(name.utf8)
                }
                try sink.write(Array(fields.joined(separator: [9])) + [10])
            } else {
                try sink.write(bytes + [10])
            }
        }
        try sink.finish()
    }
}
