/// The bases of an assembly, read where they are needed: from a FASTA file, or from a few made-up letters in a test.
public struct ReferenceSequence: Sendable {
    /// `count` upper-case bases of `contig` from the 1-based `first` on; fewer at the contig's end, none past it.
    /// Throws where the contig is not in the reference or cannot be read.
    public let bases: @Sendable (_ contig: Contig, _ first: Position, _ count: Int) throws -> [UInt8]

    public init(bases: @escaping @Sendable (_ contig: Contig, _ first: Position, _ count: Int) throws -> [UInt8]) {
        self.bases = bases
    }
}
