public import GenomeModel

/// The targets of an assay, read from a BED file: plain, gzipped or bgzipped.
///
/// The file's 0-based half-open intervals become 1-based inclusive ones; overlapping and touching intervals become one.
/// Lines that begin with `track`, `browser` or `#`, and blank ones, are passed over; columns after the third are not
/// looked at. Targets on sequences that are not indexed and targets without bases are left out and counted.
public struct TargetFile: Sendable {
    public let regions: TargetRegions
    public let diagnostics: [FormatDiagnostic]

    /// The targets of `path`, at least one. Cost: one pass and a sort.
    ///
    /// Throws where a line cannot be understood or contradicts `assembly` (half a target list would make people look
    /// uncovered), and where no target is left.
    public static func read(path: String, assembly: Assembly) throws(FormatError) -> TargetFile {
        var lines = LineBuffer(source: .text(try BGZFSource(path: path, threads: 0)), path: path)
        var log = DiagnosticLog()
        var intervals: [Interval] = []
        while let text = try lines.next() {
            let line = TargetLine(text: text, number: lines.line, path: path, assembly: assembly)
            if let interval = try line.interval(&log) { intervals.append(interval) }
        }
        guard !intervals.isEmpty else {
            throw FormatError(
                .targetsEmpty, file: path,
                message: "The file has no target on chromosomes 1-22, X, Y and MT.",
                remedy: "Give the BED file of the assay's targets; a whole genome has none and is defined without a file.")
        }
        return TargetFile(regions: TargetRegions(merging: intervals), diagnostics: log.diagnostics)
    }
}
