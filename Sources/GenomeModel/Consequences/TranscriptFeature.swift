/// The feature that a consequence is about, mostly a transcript, with its gene: what is the same for every variant in it.
///
/// Texts are as the annotation has them, empty where it has none.
public struct TranscriptFeature: Hashable, Sendable {
    /// Why a transcript stands for its gene. The raw values are part of the annotation file's format.
    public struct Marks: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Agreed between Ensembl and RefSeq as the one of its gene.
        public static let maneSelect = Marks(rawValue: 1)
        /// Agreed as a further one, needed to report known pathogenic variants.
        public static let manePlusClinical = Marks(rawValue: 2)
        /// Ensembl's own choice.
        public static let canonical = Marks(rawValue: 4)
        static let known: Marks = [.maneSelect, .manePlusClinical, .canonical]
    }

    /// `BRCA1`.
    public var geneSymbol: String
    /// `HGNC:1100`.
    public var hgncID: String
    /// Ensembl's (`ENSG00000012048`) or, of a RefSeq transcript, NCBI's (`672`).
    public var geneID: String
    /// `Transcript`, `RegulatoryFeature`, `MotifFeature`; SnpEff has others.
    public var type: String
    /// `ENST00000357654` or `NM_007294.4`; of a regulatory feature its own.
    public var identifier: String
    /// `protein_coding`.
    public var biotype: String
    public var marks: Marks

    public init(
        geneSymbol: String = "", hgncID: String = "", geneID: String = "", type: String = "", identifier: String = "",
        biotype: String = "", marks: Marks = []
    ) {
        self.geneSymbol = geneSymbol
        self.hgncID = hgncID
        self.geneID = geneID
        self.type = type
        self.identifier = identifier
        self.biotype = biotype
        self.marks = marks
    }
}

extension TranscriptFeature.Marks {
    /// Whether the bits mean anything that this version knows.
    package var isKnown: Bool { isSubset(of: .known) }
}
