extension ReferenceSequence {
    /// The bases between two interbase coordinates, all of them, as the reference has them.
    func raw(_ contig: Contig, from start: Int, to end: Int) throws(ReferenceSequenceError) -> [UInt8] {
        let read = try available(contig, from: start, to: end)
        guard read.count >= end - start else { throw ReferenceSequenceError(.tooShort) }
        return read
    }

    /// As `raw`, but fewer at the contig's end.
    func available(_ contig: Contig, from start: Int, to end: Int) throws(ReferenceSequenceError) -> [UInt8] {
        guard start < end, let first = Position(start + 1) else { return [] }
        do { return try bases(contig, first, end - start) } catch {
            throw ReferenceSequenceError(.unreadable, cause: error)
        }
    }

    /// The bases as alleles can hold them: an ambiguity code becomes the first base it stands for, as VCF 4.3 (1.6.1) asks.
    func alleleBases(_ contig: Contig, from start: Int, to end: Int) throws(ReferenceSequenceError) -> [UInt8] {
        try raw(contig, from: start, to: end).map(ReferenceSequence.alleleBase)
    }

    static func alleleBase(_ base: UInt8) -> UInt8 {
        switch base {
        case UInt8(ascii: "R"), UInt8(ascii: "W"), UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "H"), UInt8(ascii: "V"):
            UInt8(ascii: "A")
        case UInt8(ascii: "Y"), UInt8(ascii: "S"), UInt8(ascii: "B"): UInt8(ascii: "C")
        case UInt8(ascii: "K"): UInt8(ascii: "G")
        default: base
        }
    }

    /// Throws `differs` where `allele` contradicts the reference from the interbase `start` on. A reference base that is
    /// not known (N, an ambiguity code) contradicts nothing.
    func check(_ allele: [UInt8], _ contig: Contig, from start: Int) throws(ReferenceSequenceError) {
        let read = try raw(contig, from: start, to: start + allele.count)
        for (base, expected) in zip(read, allele) where base != expected && VariantKey.base(base) != nil {
            throw ReferenceSequenceError(.differs)
        }
    }
}
