public import GenomeModel

extension AnnotationFile {
    /// What the file says of `variant` (normalised), every transcript, in the order of the annotation; none where it does not
    /// know it. Cost: two binary searches, and the texts.
    public func consequences(of variant: Variant) throws(StorageError) -> [TranscriptConsequence] {
        try consequences(
            of: variant.key, reference: Array(variant.reference.utf8)[...], alternate: Array(variant.alternate.utf8)[...])
    }

    /// The same for a key and the alleles it was made of.
    public func consequences(
        of key: VariantKey, reference: ArraySlice<UInt8>, alternate: ArraySlice<UInt8>
    ) throws(StorageError) -> [TranscriptConsequence] {
        guard !key.isReversible else { return try consequences(of: key, allele: nil) }
        let result = reference.withUnsafeBufferPointer { reference in
            alternate.withUnsafeBufferPointer { alternate in
                Result { () throws(StorageError) in
                    try consequences(of: key, allele: LongAllele(reference: reference, alternate: alternate))
                }
            }
        }
        return try result.get()
    }

    private func consequences(
        of key: VariantKey, allele: LongAllele?
    ) throws(StorageError) -> [TranscriptConsequence] {
        var found: [TranscriptConsequence] = []
        _ = try table.find(key, allele: allele, block: { (index) throws(StorageError) -> BlockView in try self.block(index) }) {
            found = consequences($0)
        }
        return found
    }

    /// The consequences of a row, whose payload `cursor` stands at.
    func consequences(_ cursor: TrustedCursor) -> [TranscriptConsequence] {
        var cursor = cursor
        return (0..<cursor.varint()).map { _ in value(cursor.consequence()) }
    }

    private func value(_ stored: StoredConsequence) -> TranscriptConsequence {
        TranscriptConsequence(
            feature: dictionary.feature(stored.feature), terms: ConsequenceTerm.list(dictionary.string(stored.terms)),
            impact: stored.impact,
            hgvsCoding: text(stored.coding, stored.codingAccession ?? dictionary.usualCoding(stored.feature)),
            hgvsProtein: text(stored.protein, stored.proteinAccession ?? dictionary.usualProtein(stored.feature)),
            exon: dictionary.string(stored.exon), intron: dictionary.string(stored.intron))
    }

    private func text(_ change: UnsafeRawBufferPointer, _ accession: UInt32) -> String {
        guard !change.isEmpty else { return "" }
        let change = String(decoding: change, as: UTF8.self)
        return accession == 0 ? change : dictionary.string(accession) + ":" + change
    }

    /// The variant of a row; nil for bits that no variant has.
    func variant(_ view: BlockView, _ row: Int) -> Variant? {
        let key = view.key(row)
        guard !key.isReversible else { return Variant(key) }
        let allele = view.longAllele(row).allele
        return key.contig.flatMap {
            Variant(
                contig: $0, position: key.position, reference: String(decoding: allele.reference, as: UTF8.self),
                alternate: String(decoding: allele.alternate, as: UTF8.self))
        }
    }
}
