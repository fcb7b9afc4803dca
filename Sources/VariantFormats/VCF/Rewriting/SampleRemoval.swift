/// Takes people out of a call file that several share, so that nothing of theirs is left in it.
///
/// Their columns go, and so does every record that only they carried, every INFO field that counts over the samples, and header lines that
/// name them. The rest stays as it was, byte for byte. The output is BGZF where its name ends in `.gz`.
package enum SampleRemoval {
    /// INFO fields computed over the samples (VCF 4.3, GATK, bcftools): they would tell of those who are gone.
    static let countingFields: Set<String> = [
        "AC", "AN", "AF", "NS", "DP", "MLEAC", "MLEAF", "AC_Het", "AC_Hom", "AC_Hemi", "HWE", "ExcHet", "InbreedingCoeff",
        "ExcessHet", "MAF", "DP4", "QD", "FS", "SOR", "MQ", "MQRankSum", "ReadPosRankSum", "BaseQRankSum",
    ]

    /// Writes the file at `input`, VCF text plain or compressed, to `output` without the samples. Returns the records that were
    /// left out. Throws `sampleMissing` where one of them is not in the file, and for BCF `notVCF`.
    @discardableResult
    package static func run(input: String, output: String, removing samples: Set<String>) throws(FormatError) -> Int {
        let source = try TextSource(path: input, threads: 1)
        if case .bcf = source {
            throw FormatError(
                .notVCF, file: input, message: "Samples can be taken out of VCF text only, and this is BCF.",
                remedy: "Convert it with `bcftools view`.")
        }
        var lines = LineBuffer(source: source, path: input)
        let sink = try BGZFSink(path: output, threads: 1, input: input)
        var kept: [Bool] = []
        var dropped = 0
        while let line = try lines.next() {
            let bytes = Array(line)
            if bytes.starts(with: Array("##".utf8)) {
                if !names(samples, in: bytes) { try sink.write(bytes + [10]) }
            } else if bytes.first == UInt8(ascii: "#") {
                let fields = bytes.split(separator: 9, omittingEmptySubsequences: false)
                let columns = fields.map { String(decoding: $0, as: UTF8.self) }
                let present = Set(columns.dropFirst(9))
                guard samples.isSubset(of: present) else {
                    throw FormatError(
                        .sampleMissing, file: input, field: "#CHROM",
                        message: "A sample that should be taken out is not in the file.",
                        remedy: "List its samples with `bcftools query -l`.")
                }
                kept = columns.enumerated().map { $0 < 9 || !samples.contains($1) }
                try sink.write(join(fields, kept) + [10])
            } else {
                let fields = bytes.split(separator: 9, omittingEmptySubsequences: false)
                guard fields.count == kept.count, fields.count > 9 else {
                    throw FormatError(
                        .recordMalformed, file: input, line: lines.line,
                        message: "A record has another number of columns than the header.",
                        remedy: "Write the file again.")
                }
                let isOnlyTheirs =
                    zip(fields, kept).dropFirst(9).contains { !$1 && carries($0) }
                    && !zip(fields, kept).dropFirst(9).contains { $1 && carries($0) }
                guard !isOnlyTheirs else {
                    dropped += 1
                    continue
                }
                var rest = fields
                let info = withoutCounts(fields[7])
                rest[7] = info[...]
                try sink.write(join(rest, kept) + [10])
            }
        }
        try sink.finish()
        return dropped
    }

    private static func join(_ fields: [ArraySlice<UInt8>], _ kept: [Bool]) -> [UInt8] {
        Array(zip(fields, kept).filter(\.1).map(\.0).joined(separator: [9]))
    }

    /// Whether the genotype of a sample column names an alternate allele.
    private static func carries(_ sample: ArraySlice<UInt8>) -> Bool {
        sample.prefix { $0 != UInt8(ascii: ":") }.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    }

    private static func withoutCounts(_ info: ArraySlice<UInt8>) -> [UInt8] {
        let fields = info.split(separator: UInt8(ascii: ";")).filter { field in
            !countingFields.contains(String(decoding: field.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self))
        }
        return fields.isEmpty ? [UInt8(ascii: ".")] : Array(fields.joined(separator: [UInt8(ascii: ";")]))
    }

    /// A whole word, so that the sample `P1` does not take the line of `P12` with it.
    static func names(_ samples: Set<String>, in line: [UInt8]) -> Bool {
        line.split(whereSeparator: { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): false
            default: true
            }
        }).contains { samples.contains(String(decoding: $0, as: UTF8.self)) }
    }
}
