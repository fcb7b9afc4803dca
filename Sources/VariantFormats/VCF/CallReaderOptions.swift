public import GenomeModel

public struct CallReaderOptions: Sendable {
    /// What the file has to have been made with.
    public var assembly: Assembly
    /// Tumour calls keep their allele fraction.
    public var origin: Origin
    /// To left-align by and to hold REF against; without one, variants are trimmed only.
    public var reference: ReferenceSequence?
    /// Threads that decompress beside the calling one; 0 decompresses on it.
    public var decompressionThreads: Int

    public init(
        assembly: Assembly, origin: Origin = .germline, reference: ReferenceSequence? = nil, decompressionThreads: Int = 1
    ) {
        self.assembly = assembly
        self.origin = origin
        self.reference = reference
        self.decompressionThreads = decompressionThreads
    }
}
