public import GenomeModel

/// The events of some samples of one structural call file, and what was found on the way.
public struct StructuralFile: Sendable {
    /// In the order of the file; of an adjacency where its first mate stands. No call set has an event twice.
    public let calls: [StructuralCall]
    public let report: StructuralFileReport
}

/// What one call set says of an allele, before it is put together with the event.
struct StructuralSampleCall {
    let callSet: UInt32
    let state: CallState
    let fraction: Float
    let copies: Float?
    let change: CopyChange?
}

/// Reads copy-number and structural variants from one VCF or BCF file: plain, gzipped or bgzipped.
///
/// Known to read what Manta, DRAGEN, TIDDIT, CNVkit, GRIDSS, SVDB's merge and the fusion callers of the Swedish pipelines write:
/// symbolic alleles, bases of 50 or more, breakends in every notation, mates joined into one event. The whole file is held
/// in memory: some hundred bytes an event and call set.
public enum StructuralReader {
    /// Reads the file to its end. Throws what makes it unreadable or contradicts the assembly; then nothing of it may be kept.
    ///
    /// The genotypes of `callSets` are looked at; without any, events are counted and no calls come out. Of the options
    /// `reference` is not used: events keep the place that their caller gave them.
    public static func read(
        path: String, callSets: [CallSetSource], options: CallReaderOptions
    ) throws(FormatError) -> StructuralFile {
        var lines = LineBuffer(
            source: try TextSource(path: path, threads: options.decompressionThreads), path: path,
            expansionLimit: options.expansionLimit)
        var log = DiagnosticLog()
        let header = try HeaderParser.parse(&lines, path: path, log: &log)
        var scan = StructuralScan(
            path: path, header: header, callSets: callSets,
            columns: try CallReader.columns(of: callSets, in: header, path: path), options: options,
            skipsMitochondrion: try ContigLines.check(header, options.assembly, path: path, log: &log), log: log)
        while let text = try lines.next() {
            try scan.read(Array(text), line: lines.line)
            if lines.isUnended { scan.noteUnended(lines.line) }
        }
        return scan.finish()
    }
}
