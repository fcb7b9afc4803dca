import GenomeModel

extension SequenceEdit {
    /// The leftmost edit that makes `haplotype` of `reference`: what remains without the common end, then the common beginning.
    static func leftmost(_ reference: [UInt8], _ haplotype: [UInt8]) -> SequenceEdit {
        let suffix = zip(reference.reversed(), haplotype.reversed()).prefix { $0 == $1 }.count
        let (front, back) = (reference.dropLast(suffix), haplotype.dropLast(suffix))
        let prefix = zip(front, back).prefix { $0 == $1 }.count
        return SequenceEdit(
            contig: .named("1"), start: prefix, deleted: Array(front.dropFirst(prefix)),
            inserted: Array(back.dropFirst(prefix)))
    }

    /// The rightmost edit: without the common beginning, then the common end.
    static func rightmost(_ reference: [UInt8], _ haplotype: [UInt8]) -> SequenceEdit {
        let prefix = zip(reference, haplotype).prefix { $0 == $1 }.count
        let (front, back) = (reference.dropFirst(prefix), haplotype.dropFirst(prefix))
        let suffix = zip(front.reversed(), back.reversed()).prefix { $0 == $1 }.count
        return SequenceEdit(
            contig: .named("1"), start: prefix, deleted: Array(front.dropLast(suffix)),
            inserted: Array(back.dropLast(suffix)))
    }
}
