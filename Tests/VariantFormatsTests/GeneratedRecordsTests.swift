import GenomeModel
import Testing
import VariantFormats

/// The scanner against the slow reader on made-up records of every kind that is well formed.
struct GeneratedRecordsTests {
    private static func record(_ position: Int, _ contig: String, samples: Int, using random: inout Seeded) -> String {
        func bases(_ most: Int) -> String {
            String((0..<Int.random(in: 1...most, using: &random)).map { _ in "ACGTN".randomElement(using: &random) ?? "A" })
        }
        let reference = bases(Bool.random(using: &random) ? 1 : 30)
        var alternates: [String] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let special = ["*", "<DEL>", "<NON_REF>", "A[chr1:100["].randomElement(using: &random) ?? ""
            let allele = Int.random(in: 0..<8, using: &random) == 0 ? special : bases(Bool.random(using: &random) ? 1 : 15)
            if allele != reference, !alternates.contains(allele) { alternates.append(allele) }
        }
        let count = alternates.count
        func allele() -> String {
            Int.random(in: 0..<10, using: &random) == 0 ? "." : String(Int.random(in: 0...count, using: &random))
        }
        func genotype() -> String {
            if Int.random(in: 0..<3, using: &random) == 0 { return Bool.random(using: &random) ? "0|0" : "0/0" }
            let ploidy = [1, 2, 2, 2, 2, 2, 3].randomElement(using: &random) ?? 2
            return (0..<ploidy).map { _ in allele() }.joined(separator: Bool.random(using: &random) ? "/" : "|")
        }
        let filter = ["PASS", "PASS", ".", "LowQual", "a;b"].randomElement(using: &random) ?? "."
        let info = [".", "DP=3", "DP=3;DB;X=1,2,3;Y", "AF=0.1"].randomElement(using: &random) ?? "."
        let isShort = Bool.random(using: &random)
        let columns = (0..<samples).map { _ in
            genotype() + (isShort || Bool.random(using: &random) ? "" : ":\(Int.random(in: 0...999, using: &random))")
        }
        let text = alternates.isEmpty ? "." : alternates.joined(separator: ",")
        return [
            contig, "\(position)", ".", reference, text, "30.5", filter, info, isShort ? "GT" : "GT:DP",
            columns.joined(separator: "\t"),
        ].joined(separator: "\t") + "\n"
    }

    @Test(arguments: [1, 2, 3, 9, 40])
    func scannerSaysWhatTheSlowReaderSays(_ samples: Int) throws {
        let scratch = try ScratchFolder()
        var random = Seeded(UInt64(samples))
        let names = (0..<samples).map { "s\($0)" }
        var text = SmallVCF.header(names, contigs: [])
        for contig in ["chr1", "2", "chrX", "Y", "MT", "chrUn_1"] {
            for _ in 0..<400 {
                text += GeneratedRecordsTests.record(
                    Int.random(in: 1...16_000, using: &random) * (contig == "chrX" ? 300 : 1), contig, samples: samples,
                    using: &random)
            }
        }
        let path = try scratch.write(text, to: "a.vcf")
        let sexes: [Sex] = (0..<samples).map { [.male, .female, .unknown][$0 % 3] }
        let callSets = names.indices.map { CallSetSource(name: names[$0], sample: names[$0], sex: sexes[$0]) }
        let lines = try Lines.read(path, callSets: callSets).lines
        let expected = SlowReader(assembly: .grch38, sexes: sexes).lines(SlowReader.rows(of: text))
        #expect(lines.calls == expected)
        #expect(expected.count > 500)
    }
}
