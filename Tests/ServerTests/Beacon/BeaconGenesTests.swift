import Foundation
import GenomeModel
import Operations
import Testing

/// Where genes lie, as the file beside the code systems has it.
struct BeaconGenesTests {
    @Test("MANE's genes are found by symbol and identifier")
    func genes() throws {
        let genes = try LoadGenes(directory: BeaconNode.root.appendingPathComponent("codes").path).run()
        #expect(genes.count == 19_062)
        // NCBI Gene 672 and 7157 on GRCh38.p14, by their MANE Select transcripts.
        let brca1 = try #require(genes["BRCA1"])
        #expect(brca1.contig.name == "17" && brca1.first.value == 43_044_295 && brca1.last.value == 43_125_364)
        #expect(genes["HGNC:1100"] == brca1 && genes["brca1"] == brca1)
        #expect(genes["TP53"]?.first.value == 7_668_421)
        #expect(genes[""] == nil && genes["NOSUCHGENE"] == nil)
    }

    @Test(
        "A file that is not as it should be is named with its line",
        arguments: [
            ("", "line 1"), ("symbol\thgnc\n", "line 1"), ("symbol\thgnc\tcontig\tfirst\tlast\n", "no gene"),
            ("symbol\thgnc\tcontig\tfirst\tlast\nA\tHGNC:1\t17\t5\t9\nB\tHGNC:2\t17\t9\t5\n", "line 3"),
            ("symbol\thgnc\tcontig\tfirst\tlast\nA\tHGNC:1\t99\t5\t9\n", "line 2"),
            ("symbol\thgnc\tcontig\tfirst\tlast\nA\tHGNC:1\t17\t5\t999999999\n", "line 2"),
        ])
    func faults(_ text: String, _ place: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("genes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("genes"), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appendingPathComponent("genes/mane-genes.tsv"))
        let error = #expect(throws: LoadGenesError.self) { try LoadGenes(directory: folder.path).run() }
        #expect(error?.description.contains(place) == true)
    }
}
