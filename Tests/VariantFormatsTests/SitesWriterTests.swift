import Foundation
import GenomeModel
import Testing
import VariantFormats

@Suite("Writing sites")
struct SitesWriterTests {
    private static let info = [
        InfoDefinition(id: "AC", number: "A", type: .integer, description: "Alleles"),
        InfoDefinition(id: "AF", number: "A", type: .float, description: "Frequency"),
    ]

    private static let variants: [(contig: UInt8, position: Int, reference: String, alternate: String)] = [
        (1, 1, "A", "G"), (1, 248_956_422, "C", "CT"), (9, 77, String(repeating: "ACGT", count: 30), "A"), (23, 5, "A", "T"),
        (25, 16_569, "G", "C"),
    ]

    private func write(_ path: String) throws {
        let writer = try SitesWriter(path: path, assembly: .grch38, info: SitesWriterTests.info, source: "test", threads: 2)
        for (number, variant) in SitesWriterTests.variants.enumerated() {
            var text = InfoText()
            if number > 0 {
                text.begin("AC")
                text.append(number)
                text.begin("AF")
                if number == 1 { text.appendMissing() } else { text.append(1 / Double(number)) }
            }
            let (first, second) = (Array(variant.reference.utf8), Array(variant.alternate.utf8))
            let key = VariantKey(
                contig: try #require(Contig(rawValue: variant.contig)), position: try #require(Position(variant.position)),
                reference: first, alternate: second)
            try writer.append(key, reference: first[...], alternate: second[...], info: text)
        }
        try writer.finish()
    }

    @Test("bcftools reads back what was written", .enabled(if: Program.hasBcftools))
    func readsBack() throws {
        try ScratchFiles.with { files in
            for name in ["sites.vcf", "sites.vcf.gz"] {
                try write(files.path(name))
                let rows = try Program.run("bcftools", "query", "-f", "%CHROM-%POS-%REF-%ALT %AC %AF\n", files.path(name))
                let values = [". .", "1 .", "2 0.5", "3 0.333333", "4 0.25"]
                let expected = zip(SitesWriterTests.variants, values).map { variant, values in
                    let contig = Contig(rawValue: variant.contig)?.name ?? ""
                    return "\(contig)-\(variant.position)-\(variant.reference)-\(variant.alternate) \(values)"
                }
                #expect(rows.split(separator: "\n").map(String.init) == expected)
                let header = try Program.run("bcftools", "view", "-h", files.path(name))
                #expect(header.hasPrefix("##fileformat=VCFv4.3\n"))
                #expect(header.contains("##contig=<ID=17,length=83257441,assembly=GRCh38>"))
                #expect(header.contains("##source=test"))
            }
            #expect(files.names == ["sites.vcf", "sites.vcf.gz"])
            try Program.run("bcftools", "index", "-t", files.path("sites.vcf.gz"))
        }
    }

    @Test("Our own reader finds nothing to complain of")
    func ownReader() throws {
        try ScratchFiles.with { files in
            try write(files.path("sites.vcf.gz"))
            let report = try CallFileCheck.run(path: files.path("sites.vcf.gz"))
            #expect(report.records == SitesWriterTests.variants.count)
            #expect(report.diagnostics.isEmpty)
        }
    }

    @Test("Without finish nothing appears, and what was there stays")
    func unfinished() throws {
        try ScratchFiles.with { files in
            _ = try files.write("sites.vcf", "older")
            do {
                let writer = try SitesWriter(
                    path: files.path("sites.vcf"), assembly: .grch37, info: SitesWriterTests.info, source: "test")
                #expect(files.names == ["sites.vcf", "sites.vcf.partial"])
                let second = #expect(throws: FormatError.self) {
                    try SitesWriter(path: files.path("sites.vcf"), assembly: .grch37, info: [], source: "test")
                }
                #expect(second?.code == .notWritable)
                withExtendedLifetime(writer) {}
            }
            #expect(files.names == ["sites.vcf"])
            #expect(try files.text("sites.vcf") == "older")
        }
    }
}
