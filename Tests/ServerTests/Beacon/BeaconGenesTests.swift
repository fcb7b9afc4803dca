import Foundation
import GenomeModel
import Operations
import Testing

/// Where genes lie, as the file beside the code systems has it.
struct BeaconGenesTests {
    static let header = "symbol\thgnc\tensembl\tcontig\tfirst\tlast\tstrand\ttranscript\tname\n"

    static func row(_ symbol: String, _ first: Int, _ last: Int, contig: String = "17", strand: String = "+") -> String {
        "\(symbol)\tHGNC:1\tENSG00000000001\t\(contig)\t\(first)\t\(last)\t\(strand)\tNM_1.1\ta gene\n"
    }

    @Test("MANE's genes are found by symbol and identifier")
    func genes() throws {
        let genes = try LoadGenes(directory: BeaconNode.root.appendingPathComponent("codes").path).run()
        #expect(genes.count == 19_062)
        // NCBI Gene 672 and 7157 on GRCh38.p14, by their MANE Select transcripts.
        let brca1 = try #require(genes["BRCA1"])
        #expect(brca1.contig.name == "17" && brca1.first.value == 43_044_295 && brca1.last.value == 43_125_364)
        #expect(genes["HGNC:1100"] == brca1 && genes["brca1"] == brca1 && genes["ENSG00000012048"] == brca1)
        let gene = try #require(genes.gene("BRCA1"))
        #expect(gene.strand == .reverse && gene.transcript == "NM_007294.4" && gene.name == "BRCA1 DNA repair associated")
        #expect(genes.beginning(with: "brca", limit: 9).map(\.symbol) == ["BRCA1", "BRCA2"])
        #expect(genes.overlapping(brca1).map(\.symbol).contains("BRCA1"))
        #expect(genes.exons(of: "BRCA1").isEmpty)
        #expect(genes["TP53"]?.first.value == 7_668_421)
        #expect(genes[""] == nil && genes["NOSUCHGENE"] == nil)
    }

    @Test(
        "A file that is not as it should be is named with its line",
        arguments: [
            ("", "line 1"), ("symbol\thgnc\n", "line 1"), (header, "no gene"),
            (header + row("A", 5, 9) + row("B", 9, 5), "line 3"), (header + row("A", 5, 9, contig: "99"), "line 2"),
            (header + row("A", 5, 999_999_999), "line 2"), (header + row("A", 5, 9, strand: "?"), "line 2"),
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

    @Test("Exons are read where somebody has put them there, and a fault is named with its line")
    func exons() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("genes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("genes"), withIntermediateDirectories: true)
        try Data((Self.header + Self.row("A", 5, 90)).utf8).write(to: folder.appendingPathComponent("genes/mane-genes.tsv"))
        let bed = folder.appendingPathComponent("genes/exons.bed")
        try Data("# comment\nchr17\t69\t90\tA\nchr17\t4\t20\tA\n".utf8).write(to: bed)
        let genes = try LoadGenes(directory: folder.path).run()
        #expect(genes.exons(of: "A").map(\.notation) == ["17:5-20", "17:70-90"])
        try Data("chr17\t4\t20\tA\nchr17\t9\t9\tA\n".utf8).write(to: bed)
        let error = #expect(throws: LoadGenesError.self) { try LoadGenes(directory: folder.path).run() }
        #expect(error?.description.contains("line 2") == true)
    }
}
