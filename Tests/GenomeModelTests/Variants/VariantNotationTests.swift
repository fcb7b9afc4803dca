import GenomeModel
import Testing

@Suite struct VariantNotationTests {
    @Test(
        "One variant is read from every notation without a reference",
        arguments: [
            "17-43093464-G-A", "chr17-43093464-G-A", "17:43093464:G:A", "chr17:43093464:G:A", "17:43093464 G>A",
            "chr17:43093464G>A", "17:43093464:G>A", "17 43093464 G A", "17\t43093464\tG\tA", "  17-43093464-g-a\n",
            "17:43,093,464:G:A", "NC_000017.11-43093464-G-A", "NC_000017.11:43093463:G:A", "nc_000017.11:43093463:G:A",
            "NC_000017.11:g.43093464G>A", "chr17:g.43093464G>A", "17:g.43093464G>A",
            "NC_000017.11:g.43093464delGinsA", "17-43093463-CG-CA", "17-43093463-CGT-CAT",
        ])
    func reads(text: String) throws {
        let variant = try VariantNotation.parse(text, assembly: .grch38)
        #expect(variant.notation == "17-43093464-G-A")
        #expect(variant.spdi(.grch38) == "NC_000017.11:43093463:G:A")
        #expect(try variant.hgvs(.grch38, reference: nil) == "NC_000017.11:g.43093464G>A")
        #expect(try VariantNotation.parse(variant.key.description, assembly: .grch38) == variant)
    }

    /// The reference is `ACGTTTTACACGG` from position 1 of every contig on.
    static let reference = ReferenceSequence.synthetic("ACGTTTTACACGG")

    @Test(
        "What has no anchor gets one from the reference, and lies to the left",
        arguments: [
            ("NC_000001.11:3:T:", "1-3-GT-G"), ("NC_000001.11:6:T:", "1-3-GT-G"), ("NC_000001.11:6:1:", "1-3-GT-G"),
            ("NC_000001.11:7::T", "1-3-G-GT"), ("NC_000001.11:7:0:T", "1-3-G-GT"), ("NC_000001.11:0:A:", "1-1-AC-C"),
            ("NC_000001.11:0::G", "1-1-A-GA"), ("NC_000001.11:1:2:TT", "1-2-CG-TT"), ("NC_000001.11:1:1:T", "1-2-C-T"),
            ("1:g.7del", "1-3-GT-G"), ("1:g.4_5del", "1-3-GTT-G"), ("1:g.4_5delTT", "1-3-GTT-G"), ("1:g.6_7del2", "1-3-GTT-G"),
            ("1:g.7dup", "1-3-G-GT"), ("1:g.6_7dupTT", "1-3-G-GTT"), ("1:g.7_8insTT", "1-3-G-GTT"), ("1:g.2_3insA", "1-2-C-CA"),
            ("1:g.8_9dup", "1-7-T-TAC"), ("1:g.2_3delinsTT", "1-2-CG-TT"), ("1:g.2delinsTT", "1-2-C-TT"),
            ("1:g.4_7delinsTTT", "1-3-GT-G"), ("1:g.2_3inv", "1-2-CG-CG"), ("1:g.1_3inv", "1-1-ACG-CGT"),
            ("1:g.1_2insG", "1-1-A-AG"), ("1-7-T-TT", "1-3-G-GT"), ("1:g.13dup", "1-11-C-CG"),
            ("1:g.2_4delCGTinsA", "1-2-CGT-A"),
        ])
    func anchors(text: String, expected: String) throws {
        if expected == "1-2-CG-CG" {
            expectCode(.noChange, text, reference: VariantNotationTests.reference)
        } else {
            let variant = try VariantNotation.parse(text, assembly: .grch38, reference: VariantNotationTests.reference)
            #expect(variant.notation == expected)
        }
    }

    @Test(
        "What needs the reference says so without one",
        arguments: [
            "NC_000001.11:3:T:", "NC_000001.11:6:1:", "NC_000001.11:7::T", "NC_000001.11:1:1:T", "1:g.7del", "1:g.4_5delTT",
            "1:g.7dup", "1:g.7_8insTT", "1:g.2_3delinsTT", "1:g.1_3inv",
        ])
    func needs(text: String) { expectCode(.referenceNeeded, text) }

    @Test(
        "A text that is no variant of the assembly is an error that says what is wrong",
        arguments: [
            ("", VariantNotationError.Code.unrecognised), ("rs80357713", .unrecognised), ("17:43093464", .unrecognised),
            ("BRCA1", .unrecognised), ("NC_000017.11:5:A>G", .unrecognised), ("NC_000017.11:5 A>G", .unrecognised),
            ("NC_000017.11:5:A:G:T", .unrecognised), ("43093464", .unrecognised),
            ("chrUn-5-A-G", .unknownContig), ("23-5-A-G", .unknownContig), ("NC_000017.9:5:A:G", .unknownContig),
            ("NM_007294.4:100:A:G", .unknownContig), ("NC_000017.9:g.5A>G", .unknownContig),
            ("NC_000017.10:5:A:G", .otherAssembly(.grch37)), ("NC_000017.10:g.5A>G", .otherAssembly(.grch37)),
            ("NC_000017.10-5-A-G", .otherAssembly(.grch37)),
            ("17-0-A-G", .notAPosition), ("17-x-A-G", .notAPosition), ("17--5-A-G", .notAPosition),
            ("17-1.5-A-G", .notAnAllele), ("17-99999999999999999999-A-G", .notAPosition),
            ("NC_000017.11:-1:A:G", .notAPosition), ("NC_000017.11::A:G", .notAPosition), ("17:g.0A>G", .notAPosition),
            ("17-83257442-A-G", .pastEnd), ("17-83257441-AC-G", .pastEnd), ("NC_000017.11:83257441:A:G", .pastEnd),
            ("NC_000017.11:5:83257441:G", .pastEnd), ("17:g.83257442A>G", .pastEnd), ("17:g.5_83257442del", .pastEnd),
            ("NC_000017.11:9223372036854775807:A:G", .pastEnd), ("NC_000017.11:5:9223372036854775807:G", .pastEnd),
            ("MT-16570-A-G", .pastEnd), ("17-9223372036854775807-ACG-A", .pastEnd), ("17:g.9223372036854775807del", .pastEnd),
            ("17-5-A-", .notAnAllele), ("17-5--G", .notAnAllele), ("17-5-A-*", .notAnAllele), ("17-5-A-<DEL>", .notAnAllele),
            ("17-5-A-.", .notAnAllele), ("17-5-R-G", .notAnAllele), ("17-5-A-G-T", .notAnAllele), ("17-5-A-U", .notAnAllele),
            ("NC_000017.11:5:R:G", .notAnAllele), ("17:g.5A>", .notAnAllele), ("17:g.5>G", .notAnAllele),
            ("17-5-A-A", .noChange), ("17-5-a-A", .noChange), ("NC_000017.11:5:A:A", .noChange), ("NC_000017.11:5::", .noChange),
            ("17:g.5A>A", .noChange), ("17:g.5=", .noChange), ("17:g.5A=", .noChange),
            ("17:g.7_5del", .badRange), ("17:g.5_5del", .badRange), ("17:g.5insA", .badRange), ("17:g.5_7insA", .badRange),
            ("17:g.5_7delAC", .lengthDiffers), ("17:g.5_6del3", .lengthDiffers), ("17:g.5_6A>G", .lengthDiffers),
            ("17:g.5_7dupAC", .lengthDiffers), ("17:g.5_7delAinsG", .lengthDiffers),
            ("NM_007294.4:c.68_69del", .notGenomic), ("NP_009225.1:p.Glu23fs", .notGenomic), ("17:c.5A>G", .notGenomic),
            ("17:m.5A>G", .notMitochondrial),
            ("17:g.(4_5)_(7_8)del", .unsupportedChange), ("17:g.?_5del", .unsupportedChange), ("17:g.5_?del", .unsupportedChange),
            ("17:g.5CAG[20]", .unsupportedChange), ("17:g.5_6ins10", .unsupportedChange), ("17:g.5_6ins", .unsupportedChange),
            ("17:g.5", .unsupportedChange), ("17:g.", .unsupportedChange), ("17:g.5A>G;7C>T", .unsupportedChange),
            ("17:g.5inv", .unsupportedChange), ("17:g.[5A>G]", .unsupportedChange),
            ("08001387a36d058d", .hashedKey), ("0000000000000000", .notAKey), ("0807728e80000000", .notAKey),
            ("ga4gh:VA.0AePZIWZUNsUlQTamyLrjm2HWUw2opLt", .digest), ("VA.0AePZIWZUNsUlQTamyLrjm2HWUw2opLt", .digest),
        ])
    func refuses(text: String, code: VariantNotationError.Code) { expectCode(code, text) }

    @Test(
        "A reference that contradicts the deleted bases is an error",
        arguments: ["1-3-A-T", "NC_000001.11:3:A:", "1:g.3A>T", "1:g.4_5delTG", "1:g.3dupA", "0800000110a00000"])
    func contradicted(text: String) { expectCode(.reference(.differs), text, reference: VariantNotationTests.reference) }

    @Test("MT is written with m. and is the same in both builds", arguments: Assembly.allCases)
    func mitochondrial(assembly: Assembly) throws {
        for text in ["NC_012920.1:m.3243A>G", "NC_012920.1:g.3243A>G", "chrM:m.3243A>G", "M-3243-A-G", "NC_012920.1:3242:A:G"] {
            let variant = try VariantNotation.parse(text, assembly: assembly)
            #expect(variant.notation == "MT-3243-A-G")
            #expect(try variant.hgvs(assembly, reference: nil) == "NC_012920.1:m.3243A>G")
        }
    }

    private func expectCode(
        _ code: VariantNotationError.Code, _ text: String, reference: ReferenceSequence? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: VariantNotationError.self, sourceLocation: sourceLocation) {
            try VariantNotation.parse(text, assembly: .grch38, reference: reference)
        }
        #expect(error?.code == code, sourceLocation: sourceLocation)
    }
}
