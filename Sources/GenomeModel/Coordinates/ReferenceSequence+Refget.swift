extension ReferenceSequence {
    /// The refget accession of a whole contig (`SQ.` + sha512t24u), computed from its bases.
    ///
    /// Cost: reads the contig once, a mebibyte at a time: keep the answer. Throws where the contig cannot be read, or has
    /// another length than in `assembly`: its digest would name a sequence that nobody else has.
    public func refgetAccession(of contig: Contig, in assembly: Assembly) throws(ReferenceSequenceError) -> String {
        let length = assembly.length(of: contig)
        var digest = TruncatedDigest()
        var start = 0
        while start < length {
            let end = min(start + 1 << 20, length)
            let bases: [UInt8]
            do throws(ReferenceSequenceError) { bases = try raw(contig, from: start, to: end) } catch {
                throw error.code == .tooShort ? ReferenceSequenceError(.lengthDiffers) : error
            }
            digest.update(bases)
            start = end
        }
        if let beyond = Position(length + 1), let more = try? bases(contig, beyond, 1), !more.isEmpty {
            throw ReferenceSequenceError(.lengthDiffers)
        }
        return "SQ." + digest.text
    }
}
