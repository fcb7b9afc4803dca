import GenomeModel
import Testing
import VariantFormats

@Suite("Which allele a consequence is about")
struct AlleleNotationTests {
    struct Case: Sendable, CustomStringConvertible {
        let reference: String
        let alternates: String
        /// What stands in the column, and for which ALT it is, from 0; nil for none.
        let expected: [(notation: String, alternate: Int?)]
        var description: String { "\(reference)>\(alternates)" }

        init(_ reference: String, _ alternates: String, _ expected: [(notation: String, alternate: Int?)]) {
            self.reference = reference
            self.alternates = alternates
            self.expected = expected
        }
    }

    // The first group is what Bio::EnsEMBL::VEP::Parser::VCF makes of these alleles.
    static let cases = [
        Case("A", "C", [("C", 0), ("T", nil)]), Case("A", "c", [("C", 0), ("c", 0)]),
        Case("A", "C,T", [("T", 1), ("C", 0), ("G", nil)]), Case("AT", "A", [("-", 0)]), Case("A", "ATT", [("TT", 0)]),
        Case("AC", "GT", [("GT", 0)]), Case("ACG", "TC", [("TC", 0)]),
        Case("ATG", "A,ATGG", [("-", 0), ("TGG", 1), ("G", 1)]), Case("AT", "A,AC", [("-", 0), ("C", 1)]),
        // One ALT begins with another base: nothing is taken off.
        Case("AT", "A,CT", [("A", 0), ("CT", 1)]), Case("A", "G,ATT", [("G", 0), ("ATT", 1)]),
        // * is left out of the comparison and kept whole.
        Case("AT", "A,*", [("-", 0)]),
        // --minimal trims each ALT by itself; what two would be written as is nobody's.
        Case("ATGC", "ATTGC,GTGC", [("T", 0), ("G", 1)]), Case("ATT", "AT,A", [("T", 0), ("-", 1)]),
        // SnpEff writes the ALT; against a germline base it is another allele.
        Case("AT", "ATT,A", [("ATT", 0), ("A", 1)]), Case("C", "G", [("G-C", nil)]),
        // VEP's words in records with SVTYPE.
        Case("ATTTTTTTT", "A", [("deletion", 0)]), Case("A", "ATTT", [("insertion", 0)]),
        Case("A", "C,ATTT", [("insertion", nil)]),
    ]

    @Test("Is found however VEP and SnpEff write it", arguments: cases)
    func notation(_ example: Case) throws {
        let scratch = try ScratchFolder()
        for (notation, alternate) in example.expected {
            let line = "\(notation)|intron_variant|MODIFIER|||||||||||||"
            let path = try scratch.write(
                AnnotatedVCF.vep([(example.reference, example.alternates, line)]), to: "\(notation.hashValue).vcf")
            let read = try ReadConsequences(path, assembly: .grch38)
            let texts = example.alternates.split(separator: ",").map(String.init)
            let expected = alternate.flatMap { index in
                Position(100).flatMap {
                    Variant(contig: Contig.all[0], position: $0, reference: example.reference, alternate: texts[index])?.trimmed()
                }
            }
            #expect(read.variants.map(\.variant) == (expected.map { [$0] } ?? []), "\(notation)")
            let isCounted = alternate == nil && !example.alternates.contains("*")
            #expect(read.count(.consequenceAllele) == (isCounted ? 1 : 0), "\(notation)")
        }
    }

    @Test("ALLELE_NUM decides where the file has it")
    func alleleNumber() throws {
        let scratch = try ScratchFolder()
        let columns = AnnotatedVCF.columns + "|ALLELE_NUM"
        func line(_ allele: String, _ number: String) -> String {
            "\(allele)|intron_variant|MODIFIER||||F\(number)||||||||||\(number)"
        }
        let text = AnnotatedVCF.vep(
            [("CAA", "CA,C", [line("-", "2"), line("-", "1"), line("-", "3")].joined(separator: ","))], columns: columns)
        let read = try ReadConsequences(try scratch.write(text, to: "a.vcf"), assembly: .grch38)
        #expect(read.variants.map { $0.consequences.map(\.feature.identifier) } == [["F1"], ["F2", "F3"]])
    }

    @Test("Consequences of several alleles are dealt out, each in the order of the file")
    func several() throws {
        let scratch = try ScratchFolder()
        let entries = ["T|stop_gained|HIGH", "C|missense_variant|MODERATE", "T|intron_variant|MODIFIER"]
            .map { $0 + "|||||||||||||" }.joined(separator: ",")
        let read = try ReadConsequences(
            try scratch.write(AnnotatedVCF.vep([("A", "C,T", entries)]), to: "a.vcf"), assembly: .grch38)
        #expect(read.variants.map(\.variant.alternate) == ["C", "T"])
        #expect(read.variants.map { $0.consequences.map(\.impact) } == [[.moderate], [.high, .modifier]])
    }
}
