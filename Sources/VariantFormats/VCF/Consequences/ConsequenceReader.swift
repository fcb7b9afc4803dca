public import GenomeModel

/// Reads the consequences that a pipeline wrote into the records of one VCF or BCF file.
///
/// Records are split by ALT, each trimmed, and left-aligned where there is a reference, exactly as `CallReader` does, so that
/// the variants are those of the index; every consequence of the file is kept with the ALT that it is about. Order is that
/// of the file. What breaks the format survivably is counted in `report`; the rest is thrown, after which nothing of the file
/// may be kept. One task owns a reader. Cost: about the time of decompression again (docs/consequences.md has figures).
public final class ConsequenceReader {
    public let header: AnnotationHeader
    private var scanner: ConsequenceScanner

    /// `header` is one of those that `AnnotationHeader.read` finds in the file. The options' origin is not looked at.
    public init(path: String, header: AnnotationHeader, options: CallReaderOptions) throws(FormatError) {
        self.header = header
        scanner = try ConsequenceScanner(path: path, header: header, options: options)
    }

    /// Empties `batch` and fills it with whole records, about a megabyte; false when the file has ended.
    ///
    /// A batch can be empty before the end.
    public func read(into batch: inout ConsequenceBatch) throws(FormatError) -> Bool { try scanner.fill(&batch) }

    /// What has been found so far. `variants` counts those with consequences; nothing is said of calls.
    public var report: CallFileReport { scanner.report }
    /// Consequences handed out so far.
    public var consequences: Int { scanner.consequences }
}
