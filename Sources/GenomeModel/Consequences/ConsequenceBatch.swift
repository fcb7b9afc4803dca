/// The columns that pass from a reader of annotated files to a writer: variants in file order, each with the consequences
/// that the file has for it.
///
/// Texts that come again and again are sent once and named by number: features and strings of all batches of one reader are
/// counted from 0 on, and each batch brings those that are new. String 0 is the empty one, and never sent.
public struct ConsequenceBatch: Sendable {
    /// One consequence. `terms`, `exon`, `intron` and the two accessions are numbers of strings.
    public struct Entry: Hashable, Sendable {
        /// Number of a feature.
        public var feature: UInt32
        /// Joined by `&`.
        public var terms: UInt32
        public var exon: UInt32
        public var intron: UInt32
        /// What stands before the colon of the coding HGVS, and of the protein's.
        public var codingAccession: UInt32
        public var proteinAccession: UInt32
        /// Where in `text` the rest of the two begins, one right after the other.
        public var textStart: UInt32
        public var codingLength: UInt32
        public var proteinLength: UInt32
        public var impact: ConsequenceImpact

        @inlinable
        public init(
            feature: UInt32, terms: UInt32, exon: UInt32, intron: UInt32, codingAccession: UInt32, proteinAccession: UInt32,
            textStart: UInt32, codingLength: UInt32, proteinLength: UInt32, impact: ConsequenceImpact
        ) {
            self.feature = feature
            self.terms = terms
            self.exon = exon
            self.intron = intron
            self.codingAccession = codingAccession
            self.proteinAccession = proteinAccession
            self.textStart = textStart
            self.codingLength = codingLength
            self.proteinLength = proteinLength
            self.impact = impact
        }
    }

    /// Normalised variants in the order of the file. One may come twice.
    public var keys: [VariantKey] = []
    /// As in `CallBatch`: the alleles of keys that are not reversible, rows ascending, over `alleleBytes`.
    public var longAlleles: [CallBatch.LongAllele] = []
    public var alleleBytes: [UInt8] = []
    /// One a variant: where its consequences end. None is without.
    public var entryEnds: [UInt32] = []
    public var entries: [Entry] = []
    public var text: [UInt8] = []
    public var newFeatures: [TranscriptFeature] = []
    public var newStrings: [String] = []

    @inlinable
    public init() {}

    @inlinable
    public var isEmpty: Bool { keys.isEmpty }

    /// Empties the columns and keeps their room.
    @inlinable
    public mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        longAlleles.removeAll(keepingCapacity: true)
        alleleBytes.removeAll(keepingCapacity: true)
        entryEnds.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        newFeatures.removeAll(keepingCapacity: true)
        newStrings.removeAll(keepingCapacity: true)
    }

    /// The consequences of a variant, as indices into `entries`.
    @inlinable
    public func entries(of row: Int) -> Range<Int> { (row == 0 ? 0 : Int(entryEnds[row - 1]))..<Int(entryEnds[row]) }

    /// Ends the consequences of one variant. For a key that is not reversible the alleles are kept beside it.
    @inlinable
    public mutating func endVariant(_ key: VariantKey, reference: ArraySlice<UInt8>, alternate: ArraySlice<UInt8>) {
        if !key.isReversible {
            longAlleles.append(
                CallBatch.LongAllele(
                    row: UInt32(keys.count), referenceLength: UInt32(reference.count),
                    alternateLength: UInt32(alternate.count)))
            alleleBytes.append(contentsOf: reference)
            alleleBytes.append(contentsOf: alternate)
        }
        keys.append(key)
        entryEnds.append(UInt32(entries.count))
    }
}
