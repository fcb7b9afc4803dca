import ClinicalModel
import GenomeModel
import ReportModel
import StructuredText
import Testing

@Suite("Findings")
struct FindingTests {
    @Test(
        "A variant identifier is read as it is written, and nothing else is",
        arguments: [
            ("GRCh38:17-43093464-G-A", true), ("GRCh37:X-1-AC-A", true), ("17-43093464-G-A", false),
            ("GRCh38:chr17-1-G-A", false),
            ("GRCh38:17-0-G-A", false), ("GRCh38:17-1-G-G", false), ("GRCh38:17-+1-G-A", false), ("GRCh38:17-1-G", false),
            ("GRCh39:17-1-G-A", false), ("GRCh38:17-1-G-A-", false), ("", false),
        ])
    func identifiers(text: String, isOne: Bool) {
        #expect(VariantIdentifier(text)?.description == (isOne ? text : nil))
    }

    @Test("Numbers outside their range are no findings")
    func ranges() throws {
        let interval = try Interval.parse("17:39700064-39728658", assembly: .grch38)
        #expect(SmallVariantFinding(variant: Examples.variant, gene: "G", alleleFraction: 1.2) == nil)
        #expect(SmallVariantFinding(variant: Examples.variant, gene: "G", depth: -1) == nil)
        #expect(CopyNumberFinding(assembly: .grch38, interval: interval, kind: .gain, genes: [], copies: -1) == nil)
        #expect(
            CopyNumberFinding(assembly: .grch38, interval: interval, kind: .gain, genes: [], copies: 4, minorCopies: 3) == nil)
        #expect(SignatureFinding(name: "SBS3", catalogue: "COSMIC v3.4", exposure: 1.01, mutations: 10) == nil)
        #expect(MeasuredValue(.nan, unit: "%") == nil && MeasuredValue(1, unit: "") == nil)
    }

    @Test("A fusion has a gene on each side, and its name in HGNC's form")
    func fusions() throws {
        let five = Breakpoint(contig: given(Contig(rawValue: 2)), position: given(Position(42_295_516)), gene: "EML4")
        let three = Breakpoint(contig: given(Contig(rawValue: 2)), position: given(Position(29_223_528)), gene: "ALK")
        let fusion = try #require(
            StructuralFinding(assembly: .grch38, kind: .fusion, level: .rna, first: five, second: three, isInFrame: true))
        #expect(fusion.fusionName == "EML4::ALK")
        let nowhere = Breakpoint(contig: .x, position: given(Position(1)))
        #expect(StructuralFinding(assembly: .grch38, kind: .fusion, level: .rna, first: five, second: nowhere) == nil)
        #expect(StructuralFinding(assembly: .grch38, kind: .deletion, level: .dna, first: five, second: nil) == nil)
        #expect(StructuralFinding(assembly: .grch38, kind: .insertion, level: .dna, first: five, second: nil)?.fusionName == nil)
    }

    @Test("A biomarker's meaning comes from its own cut-off, and a word has none")
    func biomarkers() throws {
        let source = "guideline"
        let pdl1 = try #require(
            CutOff(
                name: "pd-l1-tps", unit: "%",
                bands: [.init(from: nil, meaning: .negative), .init(from: 1, meaning: .low), .init(from: 50, meaning: .high)],
                source: source))
        let measured = BiomarkerFinding.Result.measured(try #require(MeasuredValue(60, unit: "%")))
        #expect(BiomarkerFinding(marker: .pdl1(.tps), result: measured, cutOff: pdl1, clone: "22C3")?.meaning == .high)
        #expect(BiomarkerFinding(marker: .pdl1(.tps), result: measured)?.meaning == nil)
        #expect(BiomarkerFinding(marker: .ihc(antigen: "MLH1"), result: .word(.lost), cutOff: pdl1) == nil)
        #expect(BiomarkerFinding(marker: .methylationClass, result: .classified(name: "GBM", score: 1.1)) == nil)
    }

    @Test("A secondary finding is told only to who wanted it")
    func secondary() throws {
        let variant = try #require(SmallVariantFinding(variant: Examples.variant, gene: "BRCA1"))
        for (wanted, told) in [(true, true), (false, false), (nil, false)] as [(Bool?, Bool)] {
            let found = try #require(
                SecondaryFinding(
                    origin: .listed, alteration: .smallVariant(variant), list: "ACMG SF v3.2", isWanted: wanted,
                    isConfirmedGermline: true))
            #expect(found.mayBeReported == told)
        }
        #expect(SecondaryFinding(origin: .listed, alteration: .smallVariant(variant), isConfirmedGermline: true) == nil)
    }

    @Test("What was not examined says why in both languages", arguments: NotExamined.Reason.allCases)
    func notExamined(reason: NotExamined.Reason) {
        #expect(!reason.text.sv.isEmpty && !reason.text.en.isEmpty)
    }
}
