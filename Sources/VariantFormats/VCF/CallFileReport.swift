/// What a reader has found in a file so far.
public struct CallFileReport: Hashable, Sendable {
    /// Lines after the header, whatever became of them.
    public var records = 0
    /// Records of which nothing could be taken, because of a fault.
    public var skippedRecords = 0
    /// Variants handed out: those of which some call set says something.
    public var variants = 0
    /// Calls handed out.
    public var calls = 0
    /// For each call set, the calls that carry the variant, passing or not.
    public var carriers: [Int] = []
    /// For each call set, what its genotypes on X are like.
    public var zygosityOnX: [ZygosityOnX] = []
    /// By kind: notices first.
    public var diagnostics: [FormatDiagnostic] = []
    /// Variants were left-aligned against a reference, not only trimmed.
    public var isLeftAligned = false
    /// Bytes of the file as it is stored, and how many of them have been read; the total is 0 for a pipe.
    public var bytesRead = 0
    public var bytesTotal = 0

    public init() {}

    /// Passing genotypes with an alternate allele on X outside the pseudo-autosomal regions, as they are written, whatever the sex.
    public struct ZygosityOnX: Hashable, Sendable {
        public let heterozygous: Int
        public let homozygousOrSingle: Int
    }

    /// Whether anything broke the format.
    public var hasFaults: Bool { diagnostics.contains { $0.severity == .fault } }
}
