import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import Testing

@Suite("A file with the counts of the country")
struct AnnotateNationallyTests {
    @Test("Counts of the regions that answered are summed, and who said nothing is seen in the header and at each variant")
    func twoRegions() async throws {
        let space = try Workspace()
        let (one, other, closed) = (
            try await TestRegion.make("24", in: space), try await TestRegion.make("12", in: space),
            try await TestRegion.make("18", in: space)
        )
        for region in [one, other, closed] {
            let few = region.code == one.code ? 2 : 12
            try await region.submit(
                "A", (0..<20).map { Someone(number: $0, genotypes: [$0 < 10 ? "0/1" : "0/0", $0 < few ? "0/1" : "0/0"]) })
            try await region.publish()
            if region.code != closed.code { try await region.publishPolicy() }
        }
        let input = try space.write(
            "in.vcf",
            """
            ##fileformat=VCFv4.3
            ##contig=<ID=1,length=248956422>
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
            1\t1000000\t.\tA\tG,<DEL>\t.\t.\tX=1
            1\t1001000\t.\tA\tG\t.\t.\t.
            1\t1002000\t.\tA\tG\t.\t.\t.

            """)
        var asked = try TestRegion.asked(try TestRegion.persona("genetiker-skane"), .ownPatientCare, "all")
        asked.hasCareRelation = true
        let regions = AskRegions(sources: [try one.source(), try other.source(), try closed.source()])
        let result = try await AnnotateNationally(
            regions: regions, asked: asked, input: input, output: space.path("out.vcf")
        ).run()
        #expect(result.regions.map(\.state) == [.answered, .refused, .answered])
        let lines = try String(contentsOfFile: space.path("out.vcf"), encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(
            lines.contains("##samsyn_region=<ID=18,State=refused>") && lines.contains("##samsyn_region=<ID=24,State=answered>"))
        let info = lines.filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "\t").last.map(String.init) }
        try #require(info.count == 3)
        #expect(
            info[0]
                == "X=1;SAMSYN_AC=20,.;SAMSYN_AN=80,.;SAMSYN_AF=0.25,.;SAMSYN_HET=20,.;SAMSYN_HOM=0,.;SAMSYN_HEMI=0,.;Obs=20,.;SAMSYN_WITHHELD=1,."
        )
        // Two carriers in one region are a band there, which is in no sum.
        #expect(info[1].hasPrefix("SAMSYN_AC=12;SAMSYN_AN=40;") && info[1].hasSuffix("SAMSYN_WITHHELD=2"))
        #expect(info[2].hasSuffix("SAMSYN_WITHHELD=1") || info[2].hasSuffix("SAMSYN_WITHHELD=3"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: space.root.path).allSatisfy { !$0.contains(".samsyn-") })
    }

    @Test("A file that cannot be read leaves nothing")
    func unreadable() async throws {
        let space = try Workspace()
        let region = try await TestRegion.make("24", in: space)
        let input = try space.write("in.vcf", "nothing\n")
        let asked = try TestRegion.asked(try TestRegion.persona("statistiker"), .statistics, "all")
        await #expect(throws: (any Error).self) {
            try await AnnotateNationally(
                regions: AskRegions(sources: [try region.source()]), asked: asked, input: input, output: space.path("out.vcf")
            ).run()
        }
        #expect(!FileManager.default.fileExists(atPath: space.path("out.vcf")))
    }
}
