/// Why a text is not a variant of the assembly, or a variant cannot be written in a notation.
///
/// Says which part is wrong, never what it was: no contig, position or allele appears in the description.
public struct VariantNotationError: Error, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        case unrecognised
        case unknownContig
        /// The accession belongs to the named assembly, not to the one asked about.
        case otherAssembly(Assembly)
        case notAPosition
        case pastEnd
        case notAnAllele
        case noChange
        /// Two positions that are not a range, or for an insertion not neighbours.
        case badRange
        /// The deleted bases that are written out do not fill the range.
        case lengthDiffers
        /// HGVS in other coordinates than g. and m.
        case notGenomic
        /// `m.` on another contig than MT.
        case notMitochondrial
        /// HGVS that describes no single change of known bases.
        case unsupportedChange
        case hashedKey
        case notAKey
        /// A VRS identifier, which is a digest.
        case digest
        /// Begins as a structural event and is none.
        case notAnEvent
        /// Begins as a question for consequences or structural events and is none.
        case notAPhrase
        case referenceNeeded
        case reference(ReferenceSequenceError.Code)
    }

    public let code: Code
    public let cause: (any Error)?

    public init(_ code: Code, cause: (any Error)? = nil) {
        self.code = code
        self.cause = cause
    }

    init(_ error: ReferenceSequenceError) { self.init(.reference(error.code), cause: error.cause) }

    public var description: String {
        switch code {
        case .unrecognised:
            "The text is not a variant in a known notation. Write contig-position-REF-ALT, SPDI, HGVS g. or a VariantKey."
        case .unknownContig:
            "The contig is not one of 1 to 22, X, Y and MT, with or without chr, nor a RefSeq accession with the version "
                + "that GRCh37 or GRCh38 has. Correct the part before the position."
        case .otherAssembly(let stated):
            "The accession belongs to \(stated.rawValue), which is not the assembly in use. "
                + "Ask in \(stated.rawValue), or convert the variant first."
        case .notAPosition: "The position is not a whole number in the range of its notation: 1-based, in SPDI 0-based."
        case .pastEnd: "The position is past the end of the contig. Check the assembly and the position."
        case .notAnAllele:
            "An allele is not made of A, C, G, T and N. Write both alleles out; give an insertion or deletion the base "
                + "before it as anchor, or write it as SPDI or HGVS."
        case .noChange: "The two alleles are the same. Write the allele that differs from the reference."
        case .badRange:
            "The two positions are not a range, or for an insertion not neighbours. Write the smaller one first."
        case .lengthDiffers: "The deleted bases do not fill the range. Leave them out, or correct the range."
        case .notGenomic:
            "The HGVS expression is not in genomic coordinates. Convert it to g., or m. for MT, and give that."
        case .notMitochondrial: "The prefix m. belongs to MT alone. Write g. for a chromosome."
        case .unsupportedChange:
            "The HGVS expression is not a substitution, deletion, duplication, insertion, inversion or deletion-insertion "
                + "with known positions and bases. Write it as one of these."
        case .hashedKey:
            "The VariantKey is a hash, from which the alleles cannot be read. Give the variant as contig-position-REF-ALT."
        case .notAKey: "The 16 hexadecimal digits are not the VariantKey of a variant. Check that they are complete."
        case .digest:
            "A VRS identifier is a digest, from which the variant cannot be read. "
                + "Give the variant as contig-position-REF-ALT, SPDI or HGVS."
        case .notAnEvent:
            "The text is not a structural event. Write it as DEL-2-1000-5000 (or DUP, INV, CNV, LOSS, GAIN), INS-2-1000-300, "
                + "or BND-9-1000-L-22-2000-R."
        case .notAPhrase:
            "The text is not a question for consequences or structural events. Write gene BRCA1 with impact HIGH, "
                + "protein p.Val600Glu, coding NM_007294.4:c.5266dup, or event DEL in 17:1000-5000 with length 50..1000."
        case .referenceNeeded: "This needs the bases of the reference. Give the FASTA file of the assembly with --reference."
        case .reference(let code): ReferenceSequenceError(code).description
        }
    }
}
