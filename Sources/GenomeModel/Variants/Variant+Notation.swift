extension Variant {
    /// `17-43093464-G-A`: contig without `chr`, 1-based position, REF, ALT.
    public var notation: String { "\(contig.name)-\(position.value)-\(reference)-\(alternate)" }

    /// `NC_000017.11:43093463:G:A`: SPDI with REF and ALT as they are, so with the anchor of an insertion or deletion.
    public func spdi(_ assembly: Assembly) -> String {
        "\(assembly.refSeqAccession(of: contig)):\(position.value - 1):\(reference):\(alternate)"
    }

    /// SPDI as NCBI's services give it: an insertion or deletion is widened to all the places where it could lie.
    ///
    /// Needs the reference for insertions and deletions alone. Cost: two reads, more where the repeat is long.
    public func contextualSPDI(
        _ assembly: Assembly, reference: ReferenceSequence?
    ) throws(VariantNotationError) -> String {
        try check(assembly, reference)
        let edit = try SequenceEdit(self).justified(assembly, reference)
        let (deleted, inserted) = (String(decoding: edit.deleted, as: UTF8.self), String(decoding: edit.inserted, as: UTF8.self))
        return "\(assembly.refSeqAccession(of: contig)):\(edit.start):\(deleted):\(inserted)"
    }

    /// Throws where the variant leaves its contig, or where there is a reference that contradicts REF.
    func check(_ assembly: Assembly, _ reference: ReferenceSequence?) throws(VariantNotationError) {
        guard Int(lastPosition) <= assembly.length(of: contig) else { throw VariantNotationError(.pastEnd) }
        guard let reference else { return }
        do throws(ReferenceSequenceError) { try checkReference(in: reference) } catch { throw VariantNotationError(error) }
    }
}
