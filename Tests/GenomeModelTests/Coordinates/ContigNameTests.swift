import GenomeModel
import Testing

@Suite struct ContigNameTests {
    @Test(
        "A contig is known by every plain name",
        arguments: [
            ("1", 1), ("chr1", 1), ("Chr9", 9), ("CHR22", 22), ("10", 10), ("20", 20), ("X", 23), ("chrX", 23), ("x", 23),
            ("Y", 24), ("chrY", 24), ("M", 25), ("MT", 25), ("chrM", 25), ("chrMT", 25), ("mt", 25),
        ])
    func plain(name: String, number: UInt8) {
        #expect(Contig(name: name)?.rawValue == number)
        #expect(ContigName(name)?.contig.rawValue == number)
        #expect(ContigName(name)?.assembly == nil)
    }

    @Test(
        "What is no contig of the primary assembly is not taken for one",
        arguments: [
            "", "0", "00", "01", "23", "24", "25", "26", "30", "100", "chr", "chr0", "chr01", "chrchr1", "ch1",
            "chr1_KI270706v1_random",
            "chrUn", "HLA-A", "XY", "TM", "é", "1 ", " 1", "NC_000017", "NC_000017.", "NC_000017.9", "NC_000017.12",
            "NC_000017.1", "NC_000017.011", "NC_000025.1", "NC_000000.1", "NC_012920.2", "NT_000017.11", "NC_00017.11",
            "NC_000017.11x",
        ])
    func unknown(name: String) {
        #expect(Contig(name: name) == nil)
        #expect(ContigName(name) == nil)
    }

    @Test("An accession says its contig and its assembly, and is written as it is read", arguments: Assembly.allCases)
    func accessions(assembly: Assembly) throws {
        for contig in Contig.all {
            let name = try #require(ContigName(assembly.refSeqAccession(of: contig)))
            #expect(name.contig == contig)
            #expect(name.assembly == (contig == .mt ? nil : assembly))
        }
    }

    @Test("Every contig is known by its own name")
    func names() { for contig in Contig.all { #expect(Contig(name: contig.name) == contig) } }

    @Test("Chromosome 17 has the accessions of both builds")
    func examples() {
        #expect(Assembly.grch37.refSeqAccession(of: .named("17")) == "NC_000017.10")
        #expect(Assembly.grch38.refSeqAccession(of: .named("17")) == "NC_000017.11")
        #expect(Assembly.grch37.refSeqAccession(of: .mt) == "NC_012920.1")
    }
}
