import GenomeModel
import Testing
import VariantFormats

@Suite("Breakends of VCF 4.4, section 5.4")
struct BreakendNotationTests {
    @Test(
        "In the four notations, with inserted bases, and single",
        arguments: [
            ("G[17:198982[", BreakendSide.left, "17", 198_982, BreakendSide.right),
            ("G]17:198982]", .left, "17", 198_982, .left), ("]13:123456]T", .right, "13", 123_456, .left),
            ("[17:198983[A", .right, "17", 198_983, .right), ("CAGTNNNNNCA[2:321682[", .left, "2", 321_682, .right),
            ("n[chrX:5[", .left, "chrX", 5, .right), ("C[<ctg1>:7[", .left, "<ctg1>", 7, .right),
            ("T]HLA-A*01:01:01:01:300]", .left, "HLA-A*01:01:01:01", 300, .left), ("T[1:0[", .left, "1", 0, .right),
        ])
    func pairs(text: String, side: BreakendSide, contig: String, position: Int, mate: BreakendSide) throws {
        let notation = try #require(BreakendNotation(Array(text.utf8)[...]))
        let partner = try #require(notation.partner)
        #expect(notation.side == side && partner.side == mate && partner.position == position)
        #expect(String(decoding: partner.contig, as: UTF8.self) == contig)
    }

    @Test(
        "Single ones say which side is kept",
        arguments: [("G.", BreakendSide.left), ("GTTA.", .left), (".A", .right), (".ATG", .right)])
    func single(text: String, side: BreakendSide) throws {
        let notation = try #require(BreakendNotation(Array(text.utf8)[...]))
        #expect(notation.side == side && notation.partner == nil)
    }

    @Test(
        "And nothing else",
        arguments: [
            "G[17:198982]", "G]17:198982[", "[17:198982[", "G[17:198982[T", "G[17[", "G[:5[", "G[17:[", "G[17:x[", "G[17:-5[",
            "G[17:5",
            "G[[17:5[", "X[17:5[", ".", "..", ".A.", "G.T", "G[17:1234567890123[", "[17:5]G",
        ])
    func malformed(text: String) { #expect(BreakendNotation(Array(text.utf8)[...]) == nil) }
}
