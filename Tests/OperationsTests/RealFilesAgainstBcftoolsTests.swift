import Foundation
import GenomeModel
import Operations
import Testing
import VariantFormats
import VariantStorage

/// Counts of every real multi-sample file on the autosomes, held against bcftools with the fill-tags plugin.
@Suite(
    "Real files against bcftools", .enabled(if: OpenData.isPresent && Shell.has("bcftools"), "needs ../shared/data and bcftools"))
struct RealFilesAgainstBcftoolsTests {
    struct Source: CustomTestStringConvertible, Sendable {
        let file: String
        let assembly: Assembly
        var testDescription: String { file }
    }

    static let sources = [
        Source(file: "vcf/1000g-chr22-GRCh38.vcf.gz", assembly: .grch38),
        Source(file: "vcf/1000g-chr1-GRCh37-small.vcf.gz", assembly: .grch37),
        Source(file: "vcf/hail-sample-100.vcf.gz", assembly: .grch37),
        Source(file: "vcf/split_test.vcf", assembly: .grch37),
        Source(file: "clinical/scout/643594.clinical.vcf.gz", assembly: .grch37),
        Source(file: "clinical/loqusdb/643594.clinical.vcf.gz", assembly: .grch37),
        Source(file: "clinical/genmod/multi_allele_example.vcf", assembly: .grch37),
        Source(file: "clinical/genmod/small_vep.vcf", assembly: .grch37),
    ]

    /// Made-up files with positions that no chromosome has.
    static let impossible = [
        "clinical/loqusdb/test.vcf", "clinical/loqusdb/double_variant.vcf", "clinical/loqusdb/unsorted.vcf",
        "clinical/genmod/test_vcf_regions.vcf", "clinical/genmod/test_vcf_regions_models.vcf",
    ]

    @Test("A file with a position past the end of its contig is refused whole", arguments: impossible)
    func refused(_ name: String) async throws {
        let space = try Workspace()
        let file = OpenData.path(name)
        let sample = try #require(try CallFileHeader.read(path: file).samples.first)
        let directory = try space.makeIndex(.grch37)
        let sheet = try space.sheet([
            (callSet: "C", vcf: file, sample: sample, assay: "wgs", sex: Sex.unknown, origin: Origin.germline)
        ])
        let error = await #expect(throws: FormatError.self) {
            _ = try await AddCallSets(directory: directory, sheet: sheet, mode: .add).run()
        }
        #expect(error?.code == .positionPastContigEnd)
        #expect(try QueryIndex(directory: directory).cohort.size == 0)
    }

    /// What bcftools says of one ALT.
    struct Expected {
        var ac = 0
        var an = 0
        var het = 0
        var hom = 0
        var hemi = 0
        var isFailed = false
        var times = 1
    }

    @Test("Every variant on the autosomes has bcftools' counts", arguments: sources)
    func counts(_ source: Source) async throws {
        let space = try Workspace()
        let file = OpenData.path(source.file)
        let samples = try CallFileHeader.read(path: file).samples
        let directory = try space.makeIndex(source.assembly)
        let sheet = try space.sheet(
            samples.map { (callSet: "C-\($0)", vcf: file, sample: $0, assay: "wgs", sex: Sex.unknown, origin: Origin.germline) })
        _ = try await AddCallSets(directory: directory, sheet: sheet, mode: .add).run()
        let query = try QueryIndex(directory: directory)
        #expect(query.cohort.size == samples.count)

        let expected = try bcftools(source, file, space)
        var compared = 0
        for (variant, counts) in expected where counts.times == 1 {
            let found = try query.frequency(of: variant)
            let sum = found.het + found.hom + found.hemi + found.reference + found.failed + found.noCall + found.notCovered
            #expect(sum == found.cohort)
            if counts.isFailed {
                #expect(found.failed == samples.count && found.an == 0, "\(variant.notation)")
            } else {
                let ours = [found.ac, found.an, found.het, found.hom, found.hemi]
                #expect(ours == [counts.ac, counts.an, counts.het, counts.hom, counts.hemi], "\(variant.notation)")
            }
            compared += 1
        }
        #expect(compared > 0)
        // Nothing is stored that the file does not have.
        var stored = 0
        var strangers = 0
        try query.forEachVariant(in: nil) { variant, _ in
            guard let contig = variant.key.contig, contig.rawValue <= 22, let alleles = variant.alleles,
                let known = Variant(
                    contig: contig, position: variant.position, reference: alleles.reference, alternate: alleles.alternate)
            else { return }
            stored += 1
            if expected[known] == nil { strangers += 1 }
        }
        #expect(stored > 0 && strangers == 0)
    }

    /// What bcftools counts in the file's genotypes, on the autosomes.
    ///
    /// bcftools stops at a tag that the header does not define, and at a contig it does not name: so it is given the
    /// file's places, filters and genotypes under a header of our own, and nothing else.
    private func bcftools(_ source: Source, _ file: String, _ space: Workspace) throws -> [Variant: Expected] {
        let text = try Shell.run(
            """
            export LC_ALL=C
            read() { gzip -cdf '\(file)'; }
            {
              echo '##fileformat=VCFv4.2'
              echo '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">'
              read | grep -v '^#' | cut -f1 | sort -u | sed 's/.*/##contig=<ID=&>/'
              read | grep -v '^#' | cut -f7 | tr ';' '\\n' | grep -vx -e PASS -e '[.]' | sort -u | sed 's/.*/##FILTER=<ID=&,Description="x">/'
              read | awk 'BEGIN { FS = OFS = "\\t" } /^##/ { next } /^#/ { print; next }
                { n = split($9, keys, ":"); g = 0; for (k = 1; k <= n; k++) if (keys[k] == "GT") g = k
                  if (n > 1) for (i = 10; i <= NF; i++) { split($i, values, ":"); $i = values[g] } $3 = "."; $8 = "."; $9 = "GT"; print }'
            } | bcftools +fill-tags -- -t AN,AC,AC_Het,AC_Hom,AC_Hemi 2>/dev/null \
              | bcftools query -f '%CHROM\\t%POS\\t%REF\\t%ALT\\t%FILTER\\t%AN\\t%AC\\t%AC_Het\\t%AC_Hom\\t%AC_Hemi\\n'
            """)
        try #require(text.status == 0, "\(text.errors)")
        var expected: [Variant: Expected] = [:]
        for line in text.output.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let contig = Contig(name: fields[0]), contig.rawValue <= 22, let place = Int(fields[1]),
                let position = Position(place)
            else { continue }
            for (number, alternate) in fields[3].split(separator: ",").enumerated() {
                func value(_ column: Int) -> Int {
                    let parts = fields[column].split(separator: ",")
                    return number < parts.count ? Int(parts[number]) ?? 0 : 0
                }
                guard
                    let variant = Variant(
                        contig: contig, position: position, reference: fields[2], alternate: String(alternate))?.trimmed()
                else { continue }
                var counts = Expected()
                counts.ac = value(6)
                counts.an = Int(fields[5]) ?? 0
                counts.het = value(7)
                counts.hom = value(8) / 2
                counts.hemi = value(9)
                counts.isFailed = fields[4] != "PASS" && fields[4] != "."
                counts.times = (expected[variant]?.times ?? 0) + 1
                expected[variant] = counts
            }
        }
        return expected
    }
}
