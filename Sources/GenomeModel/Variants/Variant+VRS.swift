extension Variant {
    /// The identifier of the variant as a VRS 2.0 Allele: `ga4gh:VA.…`, the same at every place that computes one.
    ///
    /// An insertion or deletion needs the reference; so does every variant of GRCh37 outside MT, for the digest of its
    /// contig, which costs a read of the whole contig: see `vrsAllele(_:reference:refgetAccession:)`.
    public func vrsIdentifier(
        _ assembly: Assembly, reference: ReferenceSequence?
    ) throws(VariantNotationError) -> String {
        try vrsAllele(assembly, reference: reference).identifier
    }

    /// The variant as a normalised VRS 2.0 Allele.
    ///
    /// `refgetAccession` is the contig's, where the caller has it already. Where nothing but the reference knows it, it is
    /// computed from the whole contig each time.
    public func vrsAllele(
        _ assembly: Assembly, reference: ReferenceSequence?, refgetAccession: String? = nil
    ) throws(VariantNotationError) -> VRSAllele {
        try check(assembly, reference)
        let known = refgetAccession ?? assembly.refgetAccession(of: contig)
        let accession: String
        if let known { accession = known } else { accession = try computed(assembly, reference) }
        let edit = SequenceEdit(self)
        let wide = try edit.justified(assembly, reference)
        return VRSAllele(
            refgetAccession: accession, start: wide.start, end: wide.end, state: VRSAllele.State(wide, unit: edit))
    }

    private func computed(
        _ assembly: Assembly, _ reference: ReferenceSequence?
    ) throws(VariantNotationError) -> String {
        guard let reference else { throw VariantNotationError(.referenceNeeded) }
        do throws(ReferenceSequenceError) { return try reference.refgetAccession(of: contig, in: assembly) } catch {
            throw VariantNotationError(error)
        }
    }
}

extension VRSAllele.State {
    /// A deletion is derived from the reference; an insertion is if a factor of its length, at most the length of the widened
    /// reference, is the period of the widened bases (the greatest such factor is the unit); all else is literal.
    fileprivate init(_ wide: SequenceEdit, unit edit: SequenceEdit) {
        if edit.isPure {
            let seed = edit.unit.count
            if edit.inserted.isEmpty {
                self = .referenceLength(length: wide.inserted.count, repeatSubunitLength: seed)
                return
            }
            let longest = min(seed, wide.deleted.count)
            let period = stride(from: longest, to: 0, by: -1).first { period in
                seed % period == 0
                    && (period..<wide.inserted.count).allSatisfy { wide.inserted[$0] == wide.inserted[$0 - period] }
            }
            if let period {
                self = .referenceLength(length: wide.inserted.count, repeatSubunitLength: period)
                return
            }
        }
        self = .literal(String(decoding: wide.inserted, as: UTF8.self))
    }
}
