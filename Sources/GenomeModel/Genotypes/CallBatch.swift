/// The columns that pass from a reader to a writer: variants in file order, and for each the call sets that say
/// anything but "reference".
///
/// Two tables in one value. *Variants*: `keys`, and for keys that are not reversible the full alleles in
/// `longAlleles` (rows ascending) over `alleleBytes`. *Calls*: `callSets`, `states` and, for tumours, `fractions`;
/// the calls of variant `i` are `callEnds[i - 1] ..< callEnds[i]`, call sets ascending, none twice.
public struct CallBatch: Sendable {
    /// REF and ALT of one variant whose key is a hash: `referenceLength` then `alternateLength` bytes of `alleleBytes`,
    /// in the order of `longAlleles`.
    public struct LongAllele: Sendable {
        public let row: UInt32
        public let referenceLength: UInt32
        public let alternateLength: UInt32

        @inlinable
        public init(row: UInt32, referenceLength: UInt32, alternateLength: UInt32) {
            self.row = row
            self.referenceLength = referenceLength
            self.alternateLength = alternateLength
        }
    }

    /// Normalised variants, in the order of the file: mostly, not always, ascending.
    public var keys: [VariantKey] = []
    /// One a variant: where its calls end.
    public var callEnds: [UInt32] = []
    public var longAlleles: [LongAllele] = []
    public var alleleBytes: [UInt8] = []

    /// Indices into the list of call sets that the reader was given.
    public var callSets: [UInt32] = []
    public var states: [CallState] = []
    /// Allele fractions, one a call, not a number where the file has none. Empty for germline.
    public var fractions: [Float] = []

    @inlinable
    public init() {}

    @inlinable
    public var isEmpty: Bool { keys.isEmpty }

    /// Empties the columns and keeps their room.
    @inlinable
    public mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        callEnds.removeAll(keepingCapacity: true)
        longAlleles.removeAll(keepingCapacity: true)
        alleleBytes.removeAll(keepingCapacity: true)
        callSets.removeAll(keepingCapacity: true)
        states.removeAll(keepingCapacity: true)
        fractions.removeAll(keepingCapacity: true)
    }

    /// Ends the calls of one variant. Follows the appends to `callSets`, `states` and `fractions` that belong to it.
    /// For a key that is not reversible the alleles are kept beside it.
    @inlinable
    public mutating func endVariant(
        _ key: VariantKey, reference: UnsafeBufferPointer<UInt8>, alternate: UnsafeBufferPointer<UInt8>
    ) {
        if !key.isReversible {
            longAlleles.append(
                LongAllele(
                    row: UInt32(keys.count), referenceLength: UInt32(reference.count),
                    alternateLength: UInt32(alternate.count)))
            alleleBytes.append(contentsOf: reference)
            alleleBytes.append(contentsOf: alternate)
        }
        keys.append(key)
        callEnds.append(UInt32(callSets.count))
    }
}
