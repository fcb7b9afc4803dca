import Foundation
import GenomeModel
import Testing
import VariantFormats

/// Real annotated files, VEP 85 to 113 and SnpEff, held against `bcftools +split-vep` and against a plain split of the text.
@Suite("Consequences of real files", .enabled(if: SharedData.isThere, "needs the open data beside the repository"))
struct ConsequenceOracleTests {
    static let vep: [(file: String, assembly: Assembly)] = [
        ("clinical/genmod/small_vep.vcf", .grch37), ("clinical/scout/643594.clinical.vcf.gz", .grch37),
        ("clinical/scout/vep104_annotated.vcf", .grch37), ("clinical/scout/cancer_test.vcf.gz", .grch37),
        ("clinical/scout/643594.clinical.SV.vcf.gz", .grch37), ("clinical/scout/vep113_existing_variation.vcf", .grch38),
        ("clinical/scout/scout_example_tumor_only.snv.indel.sorted.vcf.gz", .grch37),
        ("clinical/loqusdb/643594.clinical.vcf.gz", .grch37), ("clinical/scout/643594.clinical.mei.vcf.gz", .grch37),
        (
            "tumour/twist-solid/sample1_T.ensembled.vep_annotated.artifact_annotated.hotspot_annotated.background_annotated.include.exon.filter.snv_hard_filter_umi.codon_snvs.sorted.vep_annotated.qci.vcf",
            .grch37
        ),
    ]

    private static let names = [
        "Consequence", "IMPACT", "SYMBOL", "Gene", "Feature", "BIOTYPE", "EXON", "INTRON", "HGVSc", "HGVSp",
    ]

    private static func fields(_ consequence: TranscriptConsequence) -> [String] {
        [
            consequence.terms.map(\.rawValue).joined(separator: "&"), consequence.impact.name, consequence.feature.geneSymbol,
            consequence.feature.geneID, consequence.feature.identifier, consequence.feature.biotype, consequence.exon,
            consequence.intron, consequence.hgvsCoding, consequence.hgvsProtein,
        ]
    }

    private static func header(_ path: String, _ tool: AnnotationVersion.Tool, _ assembly: Assembly) throws -> AnnotationHeader {
        try #require(try AnnotationHeader.read(path: path, assembly: assembly).first { $0.version.tool == tool })
    }

    private static func variant(_ columns: [Substring]) -> Variant? {
        guard let contig = Contig(name: columns[0]), let position = Int(columns[1]).flatMap({ Position($0) }) else { return nil }
        return Variant(
            contig: contig, position: position, reference: String(columns[2]), alternate: String(columns[3]))?.trimmed()
    }

    @Test("Are those that bcftools +split-vep finds", .enabled(if: Program.hasBcftools), arguments: vep.indices)
    func splitVEP(index: Int) throws {
        let (file, assembly) = ConsequenceOracleTests.vep[index]
        let path = SharedData.root + "/" + file
        let header = try ConsequenceOracleTests.header(path, .vep, assembly)
        let names = ConsequenceOracleTests.names.filter(header.columns.contains)
        let format = "%CHROM\\t%POS\\t%REF\\t%ALT\\t" + names.map { "%" + $0 }.joined(separator: "\\t") + "\\n"
        var expected: [String: Int] = [:]
        for line in try Program.run("bcftools", "+split-vep", "-a", "CSQ", "-d", "-f", format, path).split(separator: "\n") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            // Symbolic alleles are not ours, nor is what a comma inside a value tears off.
            guard let variant = ConsequenceOracleTests.variant(columns), columns[4] != "." else { continue }
            let texts = columns.dropFirst(4).map { $0 == "." ? "" : $0.removingPercentEncoding ?? String($0) }
            expected[variant.notation + " " + texts.joined(separator: " "), default: 0] += 1
        }
        let read = try ReadConsequences(path, header: header, assembly: assembly)
        var found: [String: Int] = [:]
        for (variant, consequences) in read.variants {
            for consequence in consequences {
                let texts = zip(ConsequenceOracleTests.names, ConsequenceOracleTests.fields(consequence))
                    .filter { names.contains($0.0) }.map(\.1)
                found[variant.notation + " " + texts.joined(separator: " "), default: 0] += 1
            }
        }
        #expect(found == expected)
        #expect(read.count(.consequenceAllele) == 0)
        if !file.contains("mei") { #expect(!found.isEmpty) }
    }

    @Test("Of SnpEff are those of a plain split")
    func snpEff() throws {
        let path = SharedData.root + "/clinical/scout/643594.clinical.vcf.gz"
        let header = try ConsequenceOracleTests.header(path, .snpEff, .grch37)
        #expect(header.version.description == "SnpEff 4.2 (build 2015-12-05), GRCh37.75, GRCh37")
        var expected: [[String]] = []
        for line in try Program.run("bgzip", "-cd", path).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t")
            guard let value = columns[7].split(separator: ";").first(where: { $0.hasPrefix("ANN=") }) else { continue }
            for entry in value.dropFirst(4).split(separator: ",") {
                let texts = entry.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                #expect(texts[0] == columns[4])
                expected.append([texts[1], texts[2], texts[3], texts[4], texts[6], texts[7], texts[8], texts[9], texts[10]])
            }
        }
        let read = try ReadConsequences(path, header: header, assembly: .grch37)
        let found = read.variants.flatMap(\.consequences).map { consequence in
            let texts = ConsequenceOracleTests.fields(consequence)
            return Array(texts[0...5]) + [texts[6] + texts[7]] + texts[8...9]
        }
        #expect(found.count > 6000)
        #expect(found == expected)
        #expect(read.count(.consequenceColumns) == 0)
    }

    @Test("Threads that decompress change nothing")
    func threads() throws {
        let path = SharedData.root + "/clinical/scout/643594.clinical.vcf.gz"
        let header = try ConsequenceOracleTests.header(path, .vep, .grch37)
        let one = try ReadConsequences(path, header: header, assembly: .grch37)
        let other = try ReadConsequences(path, header: header, assembly: .grch37, threads: 2)
        #expect(one.variants.map(\.variant) == other.variants.map(\.variant))
        #expect(one.variants.map(\.consequences) == other.variants.map(\.consequences))
        #expect(one.report == other.report)
    }
}
