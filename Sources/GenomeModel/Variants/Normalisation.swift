/// Variants in the one form in which the index keeps them: trimmed, and left-aligned where a reference is at hand.
///
/// The form of `bcftools norm` (Tan, Abecasis & Kang 2015, doi:10.1093/bioinformatics/btv112): no two spellings of one
/// change remain. Pure functions; alleles are upper-case letters, at least one each.
public enum Normalisation {
    /// How many bases two alleles share at their ends and can lose.
    @frozen
    public struct Trim: Hashable, Sendable {
        /// Bases off the front: the position rises by as many.
        public let prefix: Int
        /// Bases off the back.
        public let suffix: Int

        @inlinable
        init(prefix: Int, suffix: Int) {
            self.prefix = prefix
            self.suffix = suffix
        }
    }

    /// What two alleles have in common: first at the back, then at the front, leaving at least one base in each.
    ///
    /// Cost: linear in what is shared. Allocates nothing: it runs once a record in a reader.
    @inlinable
    public static func trim(reference: UnsafeBufferPointer<UInt8>, alternate: UnsafeBufferPointer<UInt8>) -> Trim {
        let shorter = min(reference.count, alternate.count)
        guard shorter > 1 else { return Trim(prefix: 0, suffix: 0) }
        var suffix = 0
        while suffix < shorter - 1, reference[reference.count - 1 - suffix] == alternate[alternate.count - 1 - suffix] {
            suffix += 1
        }
        var prefix = 0
        while prefix < shorter - 1 - suffix, reference[prefix] == alternate[prefix] { prefix += 1 }
        return Trim(prefix: prefix, suffix: suffix)
    }

    /// Alleles after normalisation.
    public struct Alleles: Hashable, Sendable {
        /// 1-based, of the first base of `reference`.
        public let position: Position
        public let reference: [UInt8]
        public let alternate: [UInt8]
    }

    /// The trimmed alleles as far to the left as they go without changing the sequence they make.
    ///
    /// Checks REF against the reference. Cost: one read for the check; an insertion or deletion reads further
    /// to the left in windows as long as it shifts. Throws where the reference cannot be read or contradicts REF.
    public static func leftAligned(
        contig: Contig, position: Position, reference: UnsafeBufferPointer<UInt8>,
        alternate: UnsafeBufferPointer<UInt8>, in sequence: ReferenceSequence
    ) throws(ReferenceSequenceError) -> Alleles {
        let start = Int(position.value) - 1
        try sequence.check(Array(reference), contig, from: start)
        let trim = trim(reference: reference, alternate: alternate)
        // Alleles that still end alike shift; one of them has a single base, or trimming would have gone on.
        if reference[reference.count - 1 - trim.suffix] == alternate[alternate.count - 1 - trim.suffix] {
            let edit = SequenceEdit(
                trimming: contig, start: start, deleted: Array(reference), inserted: Array(alternate))
            return try edit.shifted(by: -edit.leftRoll(in: sequence)).anchored(in: sequence)
        }
        return Alleles(
            position: Position(offset: position.value - 1 + UInt32(trim.prefix)),
            reference: Array(reference[trim.prefix..<(reference.count - trim.suffix)]),
            alternate: Array(alternate[trim.prefix..<(alternate.count - trim.suffix)]))
    }
}
