extension Variant {
    /// The variant without the bases that REF and ALT share, at least one left in each. Cost: linear in what is shared.
    public func trimmed() -> Variant {
        let (first, second) = (Array(reference.utf8), Array(alternate.utf8))
        let trim = first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { Normalisation.trim(reference: first, alternate: $0) }
        }
        guard trim.prefix + trim.suffix > 0 else { return self }
        return Variant(
            contig: contig, position: Position(offset: position.value - 1 + UInt32(trim.prefix)),
            bases: first[trim.prefix..<(first.count - trim.suffix)], second[trim.prefix..<(second.count - trim.suffix)])
    }

    /// The variant trimmed and as far to the left as it goes (`Normalisation.leftAligned`).
    public func leftAligned(in sequence: ReferenceSequence) throws(ReferenceSequenceError) -> Variant {
        let (first, second) = (Array(reference.utf8), Array(alternate.utf8))
        let result = first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                Result { () throws(ReferenceSequenceError) in
                    try Normalisation.leftAligned(
                        contig: contig, position: position, reference: first, alternate: second, in: sequence)
                }
            }
        }
        let alleles = try result.get()
        return Variant(contig: contig, position: alleles.position, bases: alleles.reference[...], alleles.alternate[...])
    }

    /// Throws `differs` where REF contradicts the reference.
    public func checkReference(in sequence: ReferenceSequence) throws(ReferenceSequenceError) {
        try sequence.check(Array(reference.utf8), contig, from: Int(position.value) - 1)
    }
}
