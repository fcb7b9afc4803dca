extension Variant {
    /// HGVS in genomic coordinates: `NC_000017.11:g.43093464G>A`; `m.` on MT.
    ///
    /// Insertions and deletions are shifted to the 3' end of where they could lie, and an insertion that repeats the bases
    /// before it is a duplication: both need the reference. A variant that exchanges bases needs none; where its ends agree
    /// it is trimmed, and where it turns the bases round it is an inversion.
    public func hgvs(_ assembly: Assembly, reference: ReferenceSequence?) throws(VariantNotationError) -> String {
        try check(assembly, reference)
        let prefix = assembly.refSeqAccession(of: contig) + (contig == .mt ? ":m." : ":g.")
        let edit = SequenceEdit(self)
        if edit.isPure {
            guard let reference else { throw VariantNotationError(.referenceNeeded) }
            do throws(ReferenceSequenceError) {
                let right = try edit.rightRoll(in: reference, length: assembly.length(of: contig))
                let shifted = edit.shifted(by: right)
                return try prefix
                    + (edit.inserted.isEmpty ? shifted.hgvsRange + "del" : shifted.hgvsInsertion(assembly, reference))
            } catch {
                throw VariantNotationError(error)
            }
        }
        let inserted = String(decoding: edit.inserted, as: UTF8.self)
        if edit.deleted.count == 1, edit.inserted.count == 1 {
            return prefix + String(edit.start + 1) + String(decoding: edit.deleted, as: UTF8.self) + ">" + inserted
        }
        if edit.inserted == edit.deleted.reverseComplement { return prefix + edit.hgvsRange + "inv" }
        return prefix + edit.hgvsRange + "delins" + inserted
    }
}

extension SequenceEdit {
    /// The deleted bases as a position or a range.
    fileprivate var hgvsRange: String { SequenceEdit.range(from: start, to: end) }

    private static func range(from start: Int, to end: Int) -> String {
        end - start == 1 ? String(end) : "\(start + 1)_\(end)"
    }

    /// An insertion at the 3' end of where it could lie. At the ends of a contig there is no base on one side of it:
    /// there it is written as an exchange of the base that is.
    fileprivate func hgvsInsertion(
        _ assembly: Assembly, _ reference: ReferenceSequence
    ) throws(ReferenceSequenceError) -> String {
        let copied = start - inserted.count
        if copied >= 0, try reference.alleleBases(contig, from: copied, to: start) == inserted {
            return SequenceEdit.range(from: copied, to: start) + "dup"
        }
        let text = String(decoding: inserted, as: UTF8.self)
        if start == 0 {
            return try "1delins" + text + String(decoding: reference.alleleBases(contig, from: 0, to: 1), as: UTF8.self)
        }
        if start == assembly.length(of: contig) {
            let last = try reference.alleleBases(contig, from: start - 1, to: start)
            return "\(start)delins" + String(decoding: last, as: UTF8.self) + text
        }
        return "\(start)_\(start + 1)ins" + text
    }
}
