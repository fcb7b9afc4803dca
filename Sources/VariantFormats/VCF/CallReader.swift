public import GenomeModel

/// Reads the calls of some samples of one VCF or BCF file: plain, gzipped or bgzipped.
///
/// A call comes out where a sample says anything but plain reference of an alternate allele of bases on chromosomes 1–22,
/// X, Y and MT: see `CallState`. Records are split by ALT, each trimmed, and left-aligned where there is a reference.
/// The order is that of the file. What is not indexed, and what breaks the format survivably, is counted in `report`; the
/// rest is thrown, after which the reader must not be used and nothing of the file may be kept.
///
/// A genotype of more than two alleles counts as homozygous when all of them are the variant's, else as heterozygous when
/// one is. A genotype that cannot be read counts as not called. One task owns a reader. Cost: about the time of
/// decompression again.
public final class CallReader {
    public let header: CallFileHeader
    private var scanner: CallScanner
    private let isLeftAligned: Bool

    /// Reads the header and holds it against `callSets` and the assembly. A sample may be asked for by several call sets.
    /// Without call sets, the records are checked and nothing comes out.
    public convenience init(path: String, callSets: [CallSetSource], options: CallReaderOptions) throws(FormatError) {
        try self.init(path: path, callSets: callSets, options: options, isFormOnly: false)
    }

    init(path: String, callSets: [CallSetSource], options: CallReaderOptions, isFormOnly: Bool) throws(FormatError) {
        var lines = LineBuffer(
            source: try TextSource(path: path, threads: options.decompressionThreads), path: path,
            expansionLimit: options.expansionLimit)
        var log = DiagnosticLog()
        let header = try HeaderParser.parse(&lines, path: path, log: &log)
        var callSets = callSets
        var columns: [Int] = []
        var skipsMitochondrion = false
        if isFormOnly {
            callSets = header.samples.map { CallSetSource(name: $0, sample: $0, sex: .unknown) }
            columns = Array(header.samples.indices)
        } else {
            columns = try CallReader.columns(of: callSets, in: header, path: path)
            skipsMitochondrion = try ContigLines.check(header, options.assembly, path: path, log: &log)
        }
        self.header = header
        isLeftAligned = options.reference != nil
        scanner = CallScanner(
            path: path, lines: lines, header: header, log: log, callSets: callSets, columns: columns, options: options,
            isFormOnly: isFormOnly, skipsMitochondrion: skipsMitochondrion)
    }

    /// Empties `batch` and fills it with whole records, up to about 64 thousand calls; false when the file has ended.
    ///
    /// A batch can be empty before the end: a long stretch of reference, say.
    public func read(into batch: inout CallBatch) throws(FormatError) -> Bool {
        try scanner.fill(&batch)
    }

    /// What has been found so far. Cost: small, once a batch is fine.
    public var report: CallFileReport {
        var report = CallFileReport()
        report.records = scanner.records
        report.skippedRecords = scanner.skippedRecords
        report.variants = scanner.variants
        report.calls = scanner.calls
        report.carriers = scanner.carrierCounts
        report.zygosityOnX = scanner.zygosityOnX
        report.diagnostics = scanner.log.diagnostics
        report.isLeftAligned = isLeftAligned
        (report.bytesRead, report.bytesTotal) = scanner.progress
        return report
    }

    static func columns(
        of callSets: [CallSetSource], in header: CallFileHeader, path: String
    ) throws(FormatError) -> [Int] {
        guard !callSets.isEmpty else { return [] }
        guard !header.samples.isEmpty else {
            throw FormatError(
                .genotypesMissing, file: path, field: "#CHROM", message: "The file has no samples.",
                remedy: "Submit the file with the called genotypes of its samples.")
        }
        let places = Dictionary(header.samples.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var columns: [Int] = []
        for callSet in callSets {
            if let sample = callSet.sample {
                guard let column = places[sample] else {
                    throw FormatError(
                        .sampleMissing, file: path, field: "#CHROM", message: "A sample that was asked for is not in the file.",
                        remedy: "List its samples with `bcftools query -l`.")
                }
                columns.append(column)
            } else {
                guard header.samples.count == 1 else {
                    throw FormatError(
                        .sampleAmbiguous, file: path, field: "#CHROM",
                        message: "The file has several samples and the sheet does not say which.",
                        remedy: "Name the sample; `bcftools query -l` lists them.")
                }
                columns.append(0)
            }
        }
        return columns
    }
}
