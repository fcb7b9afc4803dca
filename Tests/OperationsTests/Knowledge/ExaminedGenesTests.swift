import GenomeModel
import Operations
import ReportModel
import Testing

@Suite("Genes that were examined")
struct ExaminedGenesTests {
    private static func intervals(_ texts: [String]) throws -> [Interval] {
        try texts.map { try Interval.parse($0, assembly: .grch38) }
    }

    /// A gene of 1,000 bases with two exons.
    private static func genes(withExons: Bool) throws -> GeneLoci {
        let interval = try #require(try intervals(["12:1001-2000"]).first)
        let gene = GeneLocus(symbol: "KRAS", identifier: "HGNC:6407", interval: interval)
        return GeneLoci([gene], exons: withExons ? ["KRAS": try intervals(["12:1001-1100", "12:1901-2000"])] : [:])
    }

    @Test(
        "Every base that is known of the gene lies in the targets of one analysis: exons where they are known, else the whole",
        arguments: [
            (true, [["12:1001-1100", "12:1901-2000"]], true), (true, [["12:900-3000"]], true),
            (true, [["12:1001-1100", "12:1901-1999"]], false), (true, [["12:1001-1100"]], false),
            (true, [["12:1001-1100"], ["12:1901-2000"]], false), (true, [["13:1-5000"]], false), (true, [], false),
            (false, [["12:1001-2000"]], true), (false, [["12:1001-1100", "12:1901-2000"]], false),
            (false, [["12:1001-1500", "12:1501-2000"]], true),
        ])
    func targets(withExons: Bool, targets: [[String]], isExamined: Bool) throws {
        let regions = try targets.map { TargetRegions(merging: try Self.intervals($0)) }
        let examined = ExaminedGenes(genes: try Self.genes(withExons: withExons), targets: regions, lacking: [])
        #expect(examined.contains("kras") == isExamined)
        #expect(!examined.contains("NRAS"))
    }

    @Test(
        "Whatever somebody says was not examined is not, whatever the targets are",
        arguments: [
            (NotExamined(.gene, "KRAS", .lowCoverage), false), (NotExamined(.exon, "KRAS exon 2", .failedQuality), false),
            (NotExamined(.region, "12:1950-1960", .lowCoverage), false),
            (NotExamined(.region, "12:1500-1600", .lowCoverage), true),
            (NotExamined(.gene, "KRASP1", .lowCoverage), true), (NotExamined(.biomarker, "KRAS", .notRequested), true),
        ])
    func lacking(_ lacking: NotExamined, isExamined: Bool) throws {
        let examined = ExaminedGenes(genes: try Self.genes(withExons: true), targets: [.genome], lacking: [lacking])
        #expect(examined.contains("KRAS") == isExamined)
    }
}
