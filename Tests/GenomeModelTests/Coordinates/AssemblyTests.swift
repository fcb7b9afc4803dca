import Foundation
import GenomeModel
import Testing

@Suite struct AssemblyTests {
    private struct Listing: Decodable {
        struct Sequence: Decodable {
            let name: String
            let length: Int
            let accession: String?
            let role: String

            enum CodingKeys: String, CodingKey {
                case name, length
                case accession = "refseq_ac"
                case role = "sequence_role"
            }
        }
        let sequences: [Sequence]
    }

    /// The last patch releases: the first one of GRCh37 had no MT.
    @Test(
        "Lengths and accessions are those of NCBI's assembly reports",
        .enabled(
            if: Tool.hasOpenData("standards/bioutils_assemblies"), "needs bioutils' assemblies in ../shared/data"),
        arguments: [(Assembly.grch37, "GRCh37.p13"), (Assembly.grch38, "GRCh38.p14")])
    func reports(assembly: Assembly, name: String) throws {
        let file = Tool.openData.appendingPathComponent("standards/bioutils_assemblies/\(name).json.gz").path
        let listing = try JSONDecoder().decode(Listing.self, from: Tool.output("gzip", ["-dc", file]))
        let molecules = listing.sequences.filter { $0.role == "assembled-molecule" }
        #expect(molecules.count == 25)
        for molecule in molecules {
            let contig = try #require(Contig(name: molecule.name))
            #expect(assembly.length(of: contig) == molecule.length, "\(molecule.name)")
            #expect(assembly.refSeqAccession(of: contig) == molecule.accession, "\(molecule.name)")
        }
    }

    @Test("Every position of every contig fits into a VariantKey", arguments: Assembly.allCases)
    func limit(assembly: Assembly) {
        for contig in Contig.all { #expect(Position(assembly.length(of: contig)) != nil) }
    }
}
