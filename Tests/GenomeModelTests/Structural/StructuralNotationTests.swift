import GenomeModel
import Testing

@Suite("A structural event in one word")
struct StructuralNotationTests {
    @Test(
        "What is written is read back to an event that is counted alike",
        arguments: [
            "DEL-2-1000-5000", "DUP-X-1000~10~35-5000", "INV-2-1000-5000~0~200", "CNV-2-1000-5000", "LOSS-2-1000-5000",
            "GAIN-MT-1-16569", "INS-2-1000", "INS-2-1000~5~5-300", "BND-9-130854064-L-22-23290555-R", "BND-9-130854064-R",
            "BND-2-1000-L-2-5000-L",
        ])
    func roundTrip(text: String) throws {
        let event = try StructuralNotation.parse(text, assembly: .grch38)
        #expect(event.notation == text)
        #expect(StructuralNotation.isMeant(by: text))
        #expect(StructuralShape(event) == StructuralShape(try StructuralNotation.parse(event.notation, assembly: .grch38)))
    }

    @Test("Names of contigs, letters of either case and the order of breakends make no difference")
    func forms() throws {
        #expect(try StructuralNotation.parse("del-chr2-1000-5000", assembly: .grch38).notation == "DEL-2-1000-5000")
        #expect(
            try StructuralNotation.parse("BND-22-23290555-R-9-130854064-L", assembly: .grch38).notation
                == "BND-9-130854064-L-22-23290555-R")
    }

    @Test(
        "What is no event says which part is wrong",
        arguments: [
            ("DEL-2-1000", VariantNotationError.Code.notAnEvent), ("DEL-2-5000-1000", .badRange), ("DEL-99-1-2", .unknownContig),
            ("DEL-2-0-5", .notAPosition), ("DEL-2-a-5", .notAPosition), ("DEL-2-1-300000000", .pastEnd),
            ("INS-2-1000-0", .notAnEvent), ("INS-2-1000-x", .notAnEvent), ("BND-2-1000-M", .notAnEvent),
            ("BND-2-1000-L-3", .notAnEvent), ("XYZ-2-1-5", .notAnEvent), ("DEL-2-1~5-9", .notAPosition), ("", .notAnEvent),
        ])
    func faults(text: String, code: VariantNotationError.Code) {
        let error = #expect(throws: VariantNotationError.self) { try StructuralNotation.parse(text, assembly: .grch38) }
        #expect(error?.code == code)
    }

    @Test(
        "Changes of one amino acid are written with three letters",
        arguments: [
            ("V600E", "p.Val600Glu"), ("p.V600E", "p.Val600Glu"), ("p.(R175H)", "p.Arg175His"), ("p.Q61*", "p.Gln61Ter"),
            ("p.Val600Glu", nil), ("E746_A750del", nil), ("", nil), ("V600", nil),
        ] as [(String, String?)])
    func aminoAcids(text: String, expected: String?) {
        #expect(ProteinChange.threeLetters(text) == expected)
    }

    @Test("Every term that Ensembl ranks has an accession of its own")
    func ontology() {
        let accessions = ConsequenceTerm.ranking.compactMap { ConsequenceTerm(rawValue: $0.term).sequenceOntology }
        #expect(Set(accessions).count == ConsequenceTerm.ranking.count)
        #expect(ConsequenceTerm(rawValue: "missense_variant").sequenceOntology == "SO:0001583")
    }
}
