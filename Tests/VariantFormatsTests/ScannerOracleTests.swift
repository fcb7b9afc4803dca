import GenomeModel
import Testing
import VariantFormats

/// htslib, through `bcftools query`, is the oracle of the scanner on real files.
@Suite(.enabled(if: SharedData.isThere && Tool.hasBCFTools, "needs ../shared/data and bcftools"))
struct ScannerOracleTests {
    static let files = ["vcf", "clinical", "tumour"].flatMap(SharedData.callFiles)

    /// Files that are refused, and why: they have no oracle.
    private static let refused: [String: FormatError.Code] = [
        "vcf/duplicate_ids.vcf": .sampleDuplicated,
        "clinical/loqusdb/maf_50_sites_GRCh37.vcf.gz": .genotypesMissing,
        "clinical/loqusdb/maf_50_sites_GRCh38.vcf.gz": .genotypesMissing,
        // Made-up records past the ends of chromosomes.
        "clinical/genmod/test_vcf_regions.vcf": .positionPastContigEnd,
        "clinical/genmod/test_vcf_regions_models.vcf": .positionPastContigEnd,
        "clinical/genmod/test_vcf_regions_models_scored.vcf": .positionPastContigEnd,
        "clinical/loqusdb/double_variant.vcf": .positionPastContigEnd,
        "clinical/loqusdb/test.vcf": .positionPastContigEnd,
        "clinical/loqusdb/test.vcf.gz": .positionPastContigEnd,
        "clinical/loqusdb/unsorted.vcf": .positionPastContigEnd,
    ]

    private func rows(_ path: String) throws -> [SlowReader.Row] {
        let bcftools = try #require(Tool("bcftools"))
        let text = try bcftools.run("query", "-f", "%CHROM\\t%POS\\t%REF\\t%ALT\\t%FILTER[\\t%GT]\\n", path)
        return text.split(separator: "\n").map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return SlowReader.Row(
                chromosome: columns[0], position: Int(columns[1]) ?? 0, reference: columns[2].uppercased(),
                alternates: columns[3], filter: columns[4], genotypes: Array(columns[5...]))
        }
    }

    @Test(arguments: files) func callsAreThoseOfHTSlib(_ file: String) throws {
        let path = SharedData.root + "/" + file
        if let code = ScannerOracleTests.refused[file] {
            let error = #expect(throws: FormatError.self) {
                let samples = try CallFileHeader.read(path: path).samples
                _ = try Lines.read(
                    path, callSets: [.init(name: "a", sample: samples.first, sex: .male)], assembly: .grch37)
            }
            #expect(error?.code == code)
            return
        }
        let header = try CallFileHeader.read(path: path)
        let length = header.contigs.first { Contig(name: $0.name) != nil && $0.length != nil }
        let assembly = Assembly.allCases.first { assembly in
            length.flatMap { line in Contig(name: line.name).map { assembly.length(of: $0) == line.length } } ?? false
        }
        // A header without lengths does not say; the name does.
        let stated = assembly ?? (file.contains("38") ? .grch38 : .grch37)
        // Sexes in turn, so that every rule of X, Y and MT is met.
        let sexes: [Sex] = [.female, .male, .unknown]
        let callSets = header.samples.enumerated().map { CallSetSource(name: $1, sample: $1, sex: sexes[$0 % 3]) }
        var report = CallFileReport()
        var lines = Lines()
        do { (lines, report) = try Lines.read(path, callSets: callSets, assembly: stated) } catch let error
            as FormatError
        {
            // Records without genotypes, and sites without samples.
            #expect(error.code == .genotypesMissing, "\(error)")
            return
        }
        let skipped = report.diagnostics.contains { [.columnCount, .referenceAllele, .position, .contigName].contains($0.kind) }
        guard !skipped else { return }
        let slow = SlowReader(assembly: assembly ?? .grch37, sexes: callSets.map(\.sex))
        let expected = slow.lines(try rows(path))
        #expect(lines.calls == expected)
        #expect(report.calls == expected.count)
    }

    @Test func thousandGenomesCountsAreExact() throws {
        let path = SharedData.root + "/vcf/1000g-chr22-GRCh38.vcf.gz"
        let samples = try CallFileHeader.read(path: path).samples
        let report = try Lines.read(path, callSets: samples.map { .init(name: $0, sample: $0, sex: .female) }).report
        #expect(samples.count == 2548)
        #expect(report.records == 3042)
        #expect(report.carriers.reduce(0, +) > 100_000)
        #expect(!report.hasFaults)
    }

    @Test func someSamplesGiveWhatAllOfThemGive() throws {
        let path = SharedData.root + "/vcf/1000g-chr22-GRCh38.vcf.gz"
        let samples = try CallFileHeader.read(path: path).samples
        let all = try Lines.read(path, callSets: samples.map { .init(name: $0, sample: $0, sex: .female) }).lines
        // Out of order, one of them twice.
        let wanted = [2547, 3, 1200, 3, 0]
        let some = try Lines.read(path, callSets: wanted.map { .init(name: "x", sample: samples[$0], sex: .female) }).lines
        var expected: [String] = []
        for line in all.calls {
            let words = line.split(separator: " ")
            for (callSet, column) in wanted.enumerated() where Int(words[1]) == column {
                expected.append("\(words[0]) \(callSet) \(words[2])")
            }
        }
        #expect(some.calls == expected.sorted())
    }
}
