public import GenomeModel

/// Copies a VCF or BCF file as VCF text and puts INFO fields into its records.
///
/// Every byte but those of INFO stays as it is, fields of other names in INFO too; fields and header lines of the given
/// names are replaced. A last line without its newline gets one.
public struct CallFileAnnotation: Sendable {
    private let assembly: Assembly
    private let reference: ReferenceSequence?
    private let info: [InfoDefinition]
    private let threads: Int
    /// Further lines for the header, each from its `##` on, without a newline; they come after the INFO definitions.
    public var headerLines: [String] = []
    /// As `CallReaderOptions.expansionLimit`: for files from strangers.
    public var expansionLimit: Int?
    /// Bytes of text that the whole file may become; nil for no limit.
    public var textLimit: Int?

    /// `info` declares every field that is put in. Output is compressed by `threads` threads, input is decompressed by
    /// one more; 0 does both on the calling thread.
    public init(assembly: Assembly, reference: ReferenceSequence? = nil, info: [InfoDefinition], threads: Int = 2) {
        self.assembly = assembly
        self.reference = reference
        self.info = info
        self.threads = threads
    }

    /// Streams `input` to `output`, BGZF where its name ends in `.gz` or `.bgz`, plain elsewhere.
    ///
    /// `annotate` is called once a record, in order, with a sample or without; a record that cannot be understood is
    /// copied unchanged and counted as skipped, its faults as diagnostics. Throws `FormatError` where the files cannot
    /// be read or written or the input contradicts the assembly, and what `annotate` throws; nothing then appears at
    /// `output`, and what was there stays. In the report nothing is said of calls.
    public func run(
        input: String, output: String, annotate: (RecordVariants, inout InfoText) throws -> Void
    ) throws -> CallFileReport {
        _ = try HTSlib.checkReadable(input)
        let sink = try BGZFSink(path: output, threads: threads, input: input)
        var rewriter = try RecordRewriter(
            path: input, assembly: assembly, reference: reference, fields: InfoFields(ids: info.map(\.id)),
            threads: min(threads, 1), sink: sink, expansionLimit: expansionLimit, textLimit: textLimit)
        try sink.write(
            try HeaderRewriting.text(
                path: input, info: info, lines: headerLines, expansionLimit: expansionLimit, textLimit: textLimit))
        try rewriter.run(annotate)
        try sink.finish()
        return rewriter.report
    }

    /// Reads `input` as `run` does and writes nothing: `look` sees what `annotate` would.
    public func read(_ input: String, look: (RecordVariants) throws -> Void) throws -> CallFileReport {
        _ = try HTSlib.checkReadable(input)
        var rewriter = try RecordRewriter(
            path: input, assembly: assembly, reference: reference, fields: InfoFields(ids: []), threads: min(threads, 1),
            sink: nil, expansionLimit: expansionLimit, textLimit: textLimit)
        try rewriter.run { variants, _ in try look(variants) }
        return rewriter.report
    }
}
