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
    /// Bytes of text that a stored byte may become, judged once 64 MiB have been read; nil for no limit.
    ///
    /// For files from strangers: deflate makes at most 1,032 bytes out of one, and a file made for that fills a disk or a
    /// memory. The densest real file here, 2,548 people's genotypes, makes 57.
    public var expansionLimit: Int?

    public init(
        assembly: Assembly, origin: Origin = .germline, reference: ReferenceSequence? = nil, decompressionThreads: Int = 1,
        expansionLimit: Int? = nil
    ) {
        self.assembly = assembly
        self.origin = origin
        self.reference = reference
        self.decompressionThreads = decompressionThreads
        self.expansionLimit = expansionLimit
    }
}
