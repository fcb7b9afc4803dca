/// What a notation is read against: the assembly that was stated and the reference if there is one.
struct NotationContext {
    let assembly: Assembly
    let reference: ReferenceSequence?

    /// The contig of a name; an accession has to be of this assembly.
    func contig(_ name: some StringProtocol) throws(VariantNotationError) -> Contig {
        guard let name = ContigName(name) else { throw VariantNotationError(.unknownContig) }
        if let stated = name.assembly, stated != assembly { throw VariantNotationError(.otherAssembly(stated)) }
        return name.contig
    }

    /// Bases of an allele; empty for an empty text.
    static func bases(_ text: some StringProtocol) throws(VariantNotationError) -> [UInt8] {
        var bases: [UInt8] = []
        for byte in text.utf8 {
            let upper = byte & ~0x20
            guard VariantKey.base(upper) != nil || upper == UInt8(ascii: "N") else { throw VariantNotationError(.notAnAllele) }
            bases.append(upper)
        }
        return bases
    }

    /// The normalised variant of two alleles at a 1-based position.
    func variant(
        _ contig: Contig, _ position: Int, _ first: String, _ second: String
    ) throws(VariantNotationError) -> Variant {
        try variant(contig, start: position - 1, deleted: NotationContext.bases(first), inserted: NotationContext.bases(second))
    }

    /// The normalised variant of an edit at an interbase `start`; with an empty side it needs the reference.
    func variant(
        _ contig: Contig, start: Int, deleted: [UInt8], inserted: [UInt8]
    ) throws(VariantNotationError) -> Variant {
        // The start alone first: a text can ask for a sum that no integer holds.
        try checkEnd(contig, start)
        try checkEnd(contig, start + deleted.count)
        guard deleted != inserted else { throw VariantNotationError(.noChange) }
        let isAnchored = !deleted.isEmpty && !inserted.isEmpty
        guard let reference else {
            guard isAnchored, let position = Position(start + 1) else { throw VariantNotationError(.referenceNeeded) }
            return Variant(contig: contig, position: position, bases: deleted[...], inserted[...]).trimmed()
        }
        do throws(ReferenceSequenceError) {
            try reference.check(deleted, contig, from: start)
            let edit = SequenceEdit(trimming: contig, start: start, deleted: deleted, inserted: inserted)
            let alleles = try edit.shifted(by: -edit.leftRoll(in: reference)).anchored(in: reference)
            return Variant(
                contig: contig, position: alleles.position, bases: alleles.reference[...], alleles.alternate[...])
        } catch {
            throw VariantNotationError(error)
        }
    }

    /// The bases between two interbase coordinates, which need the reference.
    func referenceBases(_ contig: Contig, from start: Int, to end: Int) throws(VariantNotationError) -> [UInt8] {
        try checkEnd(contig, end)
        guard let reference else { throw VariantNotationError(.referenceNeeded) }
        do throws(ReferenceSequenceError) { return try reference.alleleBases(contig, from: start, to: end) } catch {
            throw VariantNotationError(error)
        }
    }

    func checkEnd(_ contig: Contig, _ end: Int) throws(VariantNotationError) {
        guard end <= assembly.length(of: contig) else { throw VariantNotationError(.pastEnd) }
    }
}
