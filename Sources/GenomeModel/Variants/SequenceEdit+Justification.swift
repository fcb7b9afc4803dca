extension SequenceEdit {
    /// The edit widened to every place where it could lie: full justification, NCBI's overprecision correction (VOCA).
    ///
    /// An edit with bases on both sides is as it was. Any other needs the reference, which the
    /// caller has found not to contradict it.
    func justified(_ assembly: Assembly, _ reference: ReferenceSequence?) throws(VariantNotationError) -> SequenceEdit {
        guard isPure else { return self }
        guard let reference else { throw VariantNotationError(.referenceNeeded) }
        do throws(ReferenceSequenceError) {
            let left = try leftRoll(in: reference)
            let right = try rightRoll(in: reference, length: assembly.length(of: contig))
            // The widened region repeats the unit, so nothing more has to be read.
            let unit = unit
            let shift = left % unit.count
            let longer = (0..<(left + unit.count + right)).map { unit[($0 + unit.count - shift) % unit.count] }
            let shorter = Array(longer.prefix(left + right))
            return SequenceEdit(
                contig: contig, start: start - left, deleted: deleted.isEmpty ? shorter : longer,
                inserted: deleted.isEmpty ? longer : shorter)
        } catch {
            throw VariantNotationError(error)
        }
    }
}
