import Foundation
import GenomeModel
import Testing
import VariantFormats

@Suite("Real structural call files", .enabled(if: OpenData.isPresent, "../shared/data is not here"))
struct StructuralRealFilesTests {
    struct File: Sendable, CustomTestStringConvertible {
        let path: String
        var assembly = Assembly.grch37
        var origin = Origin.germline
        var isPlain = false
        var testDescription: String { path }
    }

    static let files: [File] = [
        File(path: "structural/colo829/colo829_somatic_manta.vcf", origin: .tumour),
        File(path: "structural/colo829/truthset_somaticSVs_COLO829.vcf", origin: .tumour),
        File(path: "structural/colo829/simple.vcf"),
        File(path: "structural/svdb/cnvkit_chr1_del.vcf"),
        File(path: "structural/svdb/dragen_hg002_bnd_interchr.vcf"),
        File(path: "structural/svdb/dragen_hg002_chr1_del.vcf"),
        File(path: "structural/svdb/dragen_hg002_chr1_filtered.vcf"),
        File(path: "structural/svdb/dragen_hg002_chrX_cnv.vcf"),
        File(path: "structural/svdb/dragen_hg002_chrX_del.vcf"),
        File(path: "structural/svdb/dragen_hg002_chrY.vcf"),
        File(path: "structural/svdb/manta_bnd.vcf"),
        File(path: "structural/svdb/manta_chr1_del.vcf"),
        File(path: "structural/svdb/manta_hg001_chrX_del.vcf"),
        File(path: "structural/svdb/tiddit_chr1_del.vcf"),
        File(path: "structural/svdb/tiddit_hg001_chrX.vcf"),
        // Without its first line, so that bcftools does not read it.
        File(path: "structural/svdb/truth_chr1_del.vcf", isPlain: true),
        File(path: "clinical/scout/643594.clinical.SV.vcf.gz"),
        File(path: "clinical/scout/643594.clinical.mei.vcf.gz"),
        File(path: "clinical/scout/643594.clinical.str.vcf.gz"),
        File(path: "clinical/scout/fusion_data.vcf.gz", assembly: .grch38, origin: .tumour),
        File(path: "clinical/scout/scout_example_tumor_only.SV.CNV.sorted.vcf.gz", origin: .tumour),
        File(path: "clinical/loqusdb/643594.clinical.SV.vcf"),
        File(path: "clinical/loqusdb/test.SV.vcf"),
        File(path: "tumour/twist-solid/test.cnv1.vcf", origin: .tumour),
        File(path: "tumour/twist-solid/test.cnv2.vcf", origin: .tumour),
        File(path: "tumour/twist-solid/sample1_T.jumble.pathology_purecn.vcf", origin: .tumour),
    ]

    private func read(_ file: File) throws -> StructuralFile {
        let path = OpenData.path(file.path)
        let samples = try CallFileHeader.read(path: path).samples
        return try StructuralReader.read(
            path: path, callSets: samples.map { CallSetSource(name: $0, sample: $0, sex: .male) },
            options: CallReaderOptions(assembly: file.assembly, origin: file.origin))
    }

    @Test("Have the events that a look at bcftools' columns counts", .enabled(if: Tool.hasBCFTools), arguments: files)
    func counts(file: File) throws {
        let path = OpenData.path(file.path)
        let text =
            file.isPlain
            ? try String(contentsOfFile: path, encoding: .utf8) : try #require(Tool("bcftools")).run("view", "-H", path)
        let expected = SlowCount(text)
        let found = try read(file)
        #expect(found.report.records == expected.records)
        #expect(found.report.events == expected.events, "\(StructuralVCF.counts(found))")
        #expect(found.report.alleles == found.report.events + found.report.joinedMates + found.report.setAside)
    }

    @Test("Have no fault but those that are known", arguments: files)
    func faults(file: File) throws {
        let known: [String: [String]] = [
            // Manta has a deletion more than once where it was found from two sides: 1:169440706-169440943 and eight more.
            "structural/colo829/colo829_somatic_manta.vcf": ["duplicateVariant"],
            // Brackets round the numbers.
            "structural/svdb/cnvkit_chr1_del.vcf": ["confidenceInterval"],
            "structural/svdb/truth_chr1_del.vcf": ["fileFormat"],
        ]
        let found = try read(file)
        let faults =
            found.report.structuralDiagnostics.filter { $0.severity == .fault }.map(\.kind.name)
            + found.report.diagnostics.filter { $0.severity == .fault && !$0.kind.name.hasPrefix("meta") }.map(\.kind.name)
        #expect(Set(faults) == Set(known[file.path] ?? []), "\(faults)")
    }

    @Test("COLO829's Manta breakends are all joined, and its somatic truth set too")
    func mates() throws {
        let manta = try read(StructuralRealFilesTests.files[0]).report
        // 288 breakends of 431 records.
        #expect(manta.joinedMates == 144 && manta.events == 431 - 144 - manta.setAside)
        let truth = try read(StructuralRealFilesTests.files[1]).report
        // 132 breakends and two insertions.
        #expect(truth.joinedMates == 66 && truth.events == 68)
    }

    @Test("A fusion keeps its partners, and counts as one allele in a tumour")
    func fusion() throws {
        let file = try read(File(path: "clinical/scout/fusion_data.vcf.gz", assembly: .grch38, origin: .tumour))
        let fusion = try #require(file.calls.first { $0.event.genes == FusionGenes("EML4", "ALK") })
        #expect(fusion.state == .hemizygous && fusion.fraction.isNaN)
        #expect(StructuralVCF.line(fusion.event) == "BND 2:29223528+ 2:42295516+")
    }
}

/// Counts events in the slow and obvious way from the columns that bcftools prints.
private struct SlowCount {
    private(set) var records = 0
    private(set) var events = 0

    init(_ text: String) {
        // Of every pair of places and sides, how often it is written from the one and from the other.
        var ends: [[String]: [String: Int]] = [:]
        var named = Set<[String]>()
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let identifiers = Set(lines.map { $0.split(separator: "\t")[2] })
        for line in lines {
            records += 1
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let contig = columns[0].replacing("chr", with: "")
            for alternate in columns[4].split(separator: ",").map(String.init) {
                if let match = alternate.firstMatch(of: /([\[\]])(.+):(\d+)[\[\]]/) {
                    let mate = String(match.2).replacing("chr", with: "")
                    guard Contig(name: mate) != nil else { continue }
                    if let name = columns[7].firstMatch(of: /MATEID=([^;]+)/)?.1, identifiers.contains(name) {
                        named.insert([columns[2], String(name)].sorted())
                        continue
                    }
                    let own = "\(contig):\(columns[1])\(alternate.first == "[" || alternate.first == "]" ? "-" : "+")"
                    let other = "\(mate):\(match.3)\(match.1 == "[" ? "-" : "+")"
                    ends[[own, other].sorted(), default: [:]][own, default: 0] += 1
                } else if alternate.hasPrefix("<") {
                    let name = alternate.dropFirst().prefix { $0 != ":" && $0 != ">" }
                    if ["DEL", "DUP", "INV", "INS", "CNV", "TDUP"].contains(name) { events += 1 }
                } else if alternate.hasSuffix(".") && alternate.count > 1 {
                    events += 1
                } else if alternate.allSatisfy({ "ACGTN".contains($0) }) {
                    // All of these files' bases are anchored by what both alleles begin with.
                    let common = zip(columns[3], alternate).prefix { $0 == $1 }.count
                    let (old, new) = (columns[3].count - common, alternate.count - common)
                    if old != new, max(old, new) >= 50 { events += 1 }
                }
            }
        }
        events += named.count
        for counts in ends.values { events += counts.values.max() ?? 0 }
    }
}
