import GenomeModel
import Testing

/// Sentences that people read: what is wrong and what to do, and nothing of the variant itself.
@Suite struct ErrorMessageTests {
    @Test(
        "Each error of a notation says what is wrong and what to do",
        arguments: [
            (
                VariantNotationError.Code.unrecognised,
                "The text is not a variant in a known notation. Write contig-position-REF-ALT, SPDI, HGVS g. or a VariantKey."
            ),
            (
                .unknownContig,
                "The contig is not one of 1 to 22, X, Y and MT, with or without chr, nor a RefSeq accession with the version that GRCh37 or GRCh38 has. Correct the part before the position."
            ),
            (
                .otherAssembly(.grch37),
                "The accession belongs to GRCh37, which is not the assembly in use. Ask in GRCh37, or convert the variant first."
            ),
            (.notAPosition, "The position is not a whole number in the range of its notation: 1-based, in SPDI 0-based."),
            (.pastEnd, "The position is past the end of the contig. Check the assembly and the position."),
            (
                .notAnAllele,
                "An allele is not made of A, C, G, T and N. Write both alleles out; give an insertion or deletion the base before it as anchor, or write it as SPDI or HGVS."
            ),
            (.noChange, "The two alleles are the same. Write the allele that differs from the reference."),
            (
                .badRange,
                "The two positions are not a range, or for an insertion not neighbours. Write the smaller one first."
            ),
            (.lengthDiffers, "The deleted bases do not fill the range. Leave them out, or correct the range."),
            (
                .notGenomic,
                "The HGVS expression is not in genomic coordinates. Convert it to g., or m. for MT, and give that."
            ),
            (.notMitochondrial, "The prefix m. belongs to MT alone. Write g. for a chromosome."),
            (
                .unsupportedChange,
                "The HGVS expression is not a substitution, deletion, duplication, insertion, inversion or deletion-insertion with known positions and bases. Write it as one of these."
            ),
            (
                .hashedKey,
                "The VariantKey is a hash, from which the alleles cannot be read. Give the variant as contig-position-REF-ALT."
            ),
            (.notAKey, "The 16 hexadecimal digits are not the VariantKey of a variant. Check that they are complete."),
            (
                .digest,
                "A VRS identifier is a digest, from which the variant cannot be read. Give the variant as contig-position-REF-ALT, SPDI or HGVS."
            ),
            (
                .referenceNeeded,
                "This needs the bases of the reference. Give the FASTA file of the assembly with --reference."
            ),
            (
                .reference(.unreadable),
                "The reference could not be read. Check that the FASTA file is there, is indexed and has the contig."
            ),
            (
                .reference(.tooShort),
                "The reference ends before the place that was asked for. Give the whole reference of the assembly."
            ),
            (
                .reference(.differs),
                "The reference allele is not what the reference has there. Check the assembly, the position and the strand."
            ),
            (
                .reference(.lengthDiffers),
                "The contig has another length in the reference than in the assembly. Give the reference of the assembly."
            ),
        ])
    func notation(code: VariantNotationError.Code, expected: String) {
        #expect(VariantNotationError(code).description == expected)
    }

    @Test(
        "Each error of an interval says what is wrong and what to do",
        arguments: [
            (
                IntervalNotationError.unknownContig,
                "The contig is not one of 1 to 22, X, Y and MT, with or without chr, nor an accession of the assembly. Write contig:first-last, contig:position or contig."
            ),
            (
                .otherAssembly(.grch38),
                "The accession belongs to GRCh38, which is not the assembly in use. Ask in GRCh38, or convert the interval first."
            ),
            (
                .notAPosition,
                "A position is not a whole number from 1 on. Write contig:first-last, both 1-based and included."
            ),
            (
                .pastEnd,
                "The interval reaches past the end of the contig. Check the assembly and the positions."
            ),
            (.reversed, "The interval ends before it starts. Write the smaller position first."),
        ])
    func interval(error: IntervalNotationError, expected: String) { #expect(error.description == expected) }

    @Test(
        "No description repeats what was asked, not even through its cause",
        arguments: [
            "19-44908822999-GATTACA-CATTAGA", "19-44908822-GATTACA-GATTACA", "NC_000019.9:44908822:GATTACA:CATTAGA",
            "19-44908822-GATTACA-C",
        ])
    func silent(text: String) {
        struct Loud: Error { let message = "19:44908822 GATTACA" }
        let reference = ReferenceSequence { _, _, _ in throw Loud() }
        let error = #expect(throws: VariantNotationError.self) {
            try VariantNotation.parse(text, assembly: .grch38, reference: reference)
        }
        let description = error?.description ?? ""
        for part in ["44908822", "GATTACA", "CATTAGA", "NC_"] { #expect(!description.contains(part)) }
    }
}
