import Foundation
import GenomeModel
import Testing

@Suite struct VariantKeyTests {
    /// Asuni & Wilder 2018, bioRxiv 473744.
    @Test(
        "Keys are those of the publication",
        arguments: [
            ("1", 976_158, "T", "C", "0807728e88e80000"), ("1", 879_312, "TTTC", "T", "0806b567a0fee000"),
        ])
    func published(contig: String, position: Int, reference: String, alternate: String, expected: String) {
        let variant = Variant.at(contig, position, reference, alternate)
        #expect(variant.key.description == expected)
        #expect(VariantKey(hexadecimal: expected) == variant.key)
        #expect(VariantKey(hexadecimal: expected.uppercased()) == variant.key)
        #expect(Variant(variant.key) == variant)
    }

    /// The value was computed by bcftools 1.16.
    @Test("A key of long alleles is a hash and gives no alleles back")
    func hashed() {
        let key = Variant.at("1", 10_000, "TTTCAAAAAAAACGT", "T").key
        #expect(key.description == "08001387a36d058d")
        #expect(!key.isReversible)
        #expect(key.alleles == nil)
        #expect(key.referenceLength == 0)
        #expect(Variant(key) == nil)
        #expect(key.position.value == 10_000)
    }

    @Test("Bits that no variant has give no variant", arguments: ["0000000000000000", "d000000000000000", "0807728e80000000"])
    func nonsense(text: String) throws { #expect(Variant(try #require(VariantKey(hexadecimal: text))) == nil) }

    @Test("Only 16 hexadecimal digits are a key", arguments: ["", "0807728e88e8000", "0807728e88e800000", "0807728e88e8000g"])
    func refuses(text: String) { #expect(VariantKey(hexadecimal: text) == nil) }

    @Test("Keys sort by contig, then by position, and a place's lowest key comes before its variants")
    func order() throws {
        var random = SplitMix(seed: 11)
        let variants = (0..<500).map { _ in VariantKeyTests.variant(&random, longest: 8) }
        for (left, right) in zip(variants.sorted(), variants.sorted().dropFirst()) {
            #expect((left.contig, left.position) <= (right.contig, right.position))
        }
        for variant in variants {
            #expect(VariantKey.lowest(contig: variant.contig, position: variant.position) <= variant.key)
            if let next = Position(variant.position.value + 1) {
                #expect(variant.key < VariantKey.lowest(contig: variant.contig, position: next))
            }
        }
    }

    @Test("Alleles of at most eleven bases together are read back from the key")
    func reversible() {
        var random = SplitMix(seed: 12)
        for _ in 0..<2_000 {
            let variant = VariantKeyTests.variant(&random, longest: 9)
            let together = variant.reference.utf8.count + variant.alternate.utf8.count
            #expect(variant.key.isReversible == (together <= 11 && !(variant.reference + variant.alternate).contains("N")))
            if variant.key.isReversible {
                #expect(Variant(variant.key) == variant)
                #expect(variant.key.referenceLength == variant.reference.utf8.count)
            }
        }
    }

    @Test("Keys are bcftools' keys", .enabled(if: Tool.hasBcftoolsKeys, "needs bcftools with its plugin add-variantkey"))
    func bcftools() throws {
        var random = SplitMix(seed: 13)
        let variants = (0..<4_000).map { VariantKeyTests.variant(&random, longest: $0 < 2_000 ? 10 : 60) }
        var lines = ["##fileformat=VCFv4.2"]
        lines += Contig.all.map { "##contig=<ID=\($0.name)>" }
        lines.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO")
        lines += variants.map { "\($0.contig.name)\t\($0.position.value)\t.\t\($0.reference)\t\($0.alternate)\t.\t.\t." }
        let keys = try Tool.withTemporaryDirectory { directory in
            let file = directory.appendingPathComponent("keys.vcf")
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
            return try Tool.text("bcftools", ["+add-variantkey", file.path]).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { line in
                    let field = line.split(separator: "\t").last.flatMap { $0.split(separator: ";").first }
                    return field.map { String($0.dropFirst(4)) } ?? ""
                }
        }
        try #require(keys.count == variants.count)
        for (key, variant) in zip(keys, variants) { #expect(variant.key.description == key) }
    }

    private static func variant(_ random: inout SplitMix, longest: Int) -> Variant {
        while true {
            let alphabet = Int.random(in: 0..<10, using: &random) == 0 ? "ACGTN" : "ACGT"
            let alleles = (0..<2).map { _ in
                String(decoding: random.bases(Int.random(in: 1...longest, using: &random), of: alphabet), as: UTF8.self)
            }
            if let contig = Contig(rawValue: UInt8.random(in: 1...25, using: &random)),
                let position = Position(Int.random(in: 1...249_000_000, using: &random)),
                let variant = Variant(contig: contig, position: position, reference: alleles[0], alternate: alleles[1])
            {
                return variant
            }
        }
    }
}
