/// Bases of a contig replaced by others, without an anchor: the form in which left-alignment, SPDI, HGVS and VRS meet.
///
/// Interbase coordinates: `start` bases come before the change. Interbase values stay inside this target's codecs.
package struct SequenceEdit: Hashable, Sendable {
    package let contig: Contig
    package let start: Int
    package let deleted: [UInt8]
    package let inserted: [UInt8]

    package var end: Int { start + deleted.count }
    /// One side is empty: the edit may shift without changing the sequence it makes.
    package var isPure: Bool { deleted.isEmpty != inserted.isEmpty }
    /// The bases that are put in or taken out by a pure edit.
    package var unit: [UInt8] { deleted.isEmpty ? inserted : deleted }

    package init(contig: Contig, start: Int, deleted: [UInt8], inserted: [UInt8]) {
        self.contig = contig
        self.start = start
        self.deleted = deleted
        self.inserted = inserted
    }

    /// The edit without the bases that both sides share, first at the back, then at the front: one side may be empty.
    package init(trimming contig: Contig, start: Int, deleted: [UInt8], inserted: [UInt8]) {
        let shorter = min(deleted.count, inserted.count)
        var suffix = 0
        while suffix < shorter, deleted[deleted.count - 1 - suffix] == inserted[inserted.count - 1 - suffix] { suffix += 1 }
        var prefix = 0
        while prefix < shorter - suffix, deleted[prefix] == inserted[prefix] { prefix += 1 }
        self.init(
            contig: contig, start: start + prefix, deleted: Array(deleted[prefix..<(deleted.count - suffix)]),
            inserted: Array(inserted[prefix..<(inserted.count - suffix)]))
    }

    package init(_ variant: Variant) {
        self.init(
            trimming: variant.contig, start: Int(variant.position.value) - 1, deleted: Array(variant.reference.utf8),
            inserted: Array(variant.alternate.utf8))
    }

    /// As VCF writes it: with the base before as anchor where one side is empty, at the contig's start the base after.
    package func anchored(in reference: ReferenceSequence) throws(ReferenceSequenceError) -> Normalisation.Alleles {
        guard isPure else { return try alleles(start, deleted, inserted) }
        if start > 0 {
            let anchor = try reference.alleleBases(contig, from: start - 1, to: start)
            return try alleles(start - 1, anchor + deleted, anchor + inserted)
        }
        let anchor = try reference.alleleBases(contig, from: end, to: end + 1)
        return try alleles(start, deleted + anchor, inserted + anchor)
    }

    private func alleles(
        _ start: Int, _ reference: [UInt8], _ alternate: [UInt8]
    ) throws(ReferenceSequenceError) -> Normalisation.Alleles {
        guard let position = Position(start + 1) else { throw ReferenceSequenceError(.tooShort) }
        return Normalisation.Alleles(position: position, reference: reference, alternate: alternate)
    }
}
