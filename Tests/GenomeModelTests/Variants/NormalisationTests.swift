import Foundation
import GenomeModel
import Testing

/// The oracle compares whole sequences: what remains of the reference and of the haplotype when their common end, then
/// their common beginning is gone is the leftmost edit there is.
@Suite struct NormalisationTests {
    @Test(
        "Trimming leaves a base in each allele, and takes the back before the front",
        arguments: [
            ("A", "G", 0, 0), ("AT", "GT", 0, 1), ("TA", "TG", 1, 0), ("CA", "CAA", 0, 1), ("CAC", "C", 0, 0),
            ("ATC", "AGC", 1, 1), ("AAA", "AA", 0, 1), ("CAA", "CA", 0, 1), ("ACGT", "ACGTACGT", 0, 3), ("AC", "ACAC", 0, 1),
        ])
    func trim(reference: String, alternate: String, prefix: Int, suffix: Int) {
        let trim = Array(reference.utf8).withUnsafeBufferPointer { first in
            Array(alternate.utf8).withUnsafeBufferPointer { Normalisation.trim(reference: first, alternate: $0) }
        }
        #expect(trim.prefix == prefix)
        #expect(trim.suffix == suffix)
        let trimmed = Variant.at("1", 100, reference, alternate).trimmed()
        #expect(trimmed.position.value == 100 + UInt32(prefix))
        #expect(trimmed.reference == String(reference.dropFirst(prefix).dropLast(suffix)))
        #expect(trimmed.alternate == String(alternate.dropFirst(prefix).dropLast(suffix)))
    }

    @Test(
        "An insertion or deletion goes as far to the left as it can",
        arguments: [
            // CAAAAG: every way to take out one A is the first one.
            ("1-4-AA-A", "1-1-CA-C"), ("1-5-A-AA", "1-1-C-CA"), ("1-5-AG-G", "1-1-CA-C"),
            // Nothing before the contig: the base after is the anchor.
            ("1-1-CA-A", "1-1-CA-A"), ("1-1-C-TC", "1-1-C-TC"), ("1-1-C-CC", "1-1-C-CC"),
            ("1-3-A-G", "1-3-A-G"), ("1-2-AAA-AGA", "1-3-A-G"), ("1-2-AA-GG", "1-2-AA-GG"), ("1-6-G-GT", "1-6-G-GT"),
        ])
    func leftAligns(text: String, expected: String) throws {
        let reference = ReferenceSequence.synthetic("CAAAAG")
        #expect(try VariantNotation.parse(text, assembly: .grch38, reference: reference).notation == expected)
    }

    static let alphabets = ["AC", "ACGT", "AAAAC", "A"]

    @Test("A normalised variant makes the same sequence, and is the leftmost and shortest that does", arguments: alphabets)
    func oracle(alphabet: String) throws {
        var random = SplitMix(seed: 21)
        for _ in 0..<60 {
            // Longer than two windows of the reference.
            let letters = random.bases(Int.random(in: 1...400, using: &random), of: alphabet)
            let reference = ReferenceSequence.synthetic(letters)
            for _ in 0..<20 {
                let variant = Variant.random(of: letters, alphabet: alphabet + "G", using: &random)
                let haplotype = variant.haplotype(of: letters)
                let aligned = try variant.leftAligned(in: reference)
                #expect(aligned.haplotype(of: letters) == haplotype)
                #expect(variant.trimmed().haplotype(of: letters) == haplotype)

                let expected = SequenceEdit.leftmost(letters, haplotype)
                #expect(SequenceEdit(aligned) == expected)
                #expect(aligned.reference.utf8.count == expected.deleted.count + (expected.isPure ? 1 : 0))
                #expect(aligned.position.value == UInt32(max(1, expected.start + (expected.isPure ? 0 : 1))))
                #expect(try aligned.leftAligned(in: reference) == aligned)
            }
        }
    }

    @Test("Left-alignment is bcftools norm's", .enabled(if: Tool.hasBcftools, "needs bcftools"), arguments: alphabets)
    func bcftools(alphabet: String) throws {
        var random = SplitMix(seed: 22)
        let letters = random.bases(700, of: alphabet)
        let variants = (0..<1_500).map { _ in Variant.random(of: letters, alphabet: alphabet + "G", using: &random) }
        let reference = ReferenceSequence.synthetic(letters)
        var lines = ["##fileformat=VCFv4.2", "##contig=<ID=1,length=700>", "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"]
        lines += variants.sorted { $0.position < $1.position }.map {
            "1\t\($0.position.value)\t\($0.notation)\t\($0.reference)\t\($0.alternate)\t.\t.\t."
        }
        let normalised = try Tool.withTemporaryDirectory { directory in
            let (fasta, file) = (directory.appendingPathComponent("r.fa"), directory.appendingPathComponent("v.vcf"))
            try Data((">1\n" + String(decoding: letters, as: UTF8.self) + "\n").utf8).write(to: fasta)
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
            return try Tool.text("bcftools", ["norm", "-f", fasta.path, file.path]).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
        }
        try #require(normalised.count == variants.count)
        for line in normalised {
            let fields = line.split(separator: "\t")
            let variant = try VariantNotation.parse(fields[2], assembly: .grch38, reference: reference)
            #expect(variant.notation == [fields[0], fields[1], fields[3], fields[4]].joined(separator: "-"), "\(fields[2])")
        }
    }

    @Test("A reference that contradicts REF, is too short or cannot be read is an error")
    func refuses() throws {
        struct Broken: Error {}
        let cases: [(ReferenceSequence, ReferenceSequenceError.Code)] = [
            (.synthetic("CAAAAG"), .differs), (.synthetic("CA"), .tooShort), (.synthetic(""), .tooShort),
            (ReferenceSequence { _, _, _ in throw Broken() }, .unreadable),
        ]
        for (reference, code) in cases {
            let error = #expect(throws: ReferenceSequenceError.self) {
                try Variant.at("1", 3, "G", "A").leftAligned(in: reference)
            }
            #expect(error?.code == code)
        }
    }

    @Test("A base that the reference does not know contradicts nothing", arguments: ["CANAAG", "CARAAG"])
    func ambiguous(letters: String) throws {
        #expect(try Variant.at("1", 3, "A", "G").leftAligned(in: .synthetic(letters)).notation == "1-3-A-G")
    }
}
