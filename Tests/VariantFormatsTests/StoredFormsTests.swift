import Foundation
import GenomeModel
import Testing
import VariantFormats

/// A file says the same however it is stored; htslib, which writes the other forms, is the judge.
@Suite(
    "Plain, bgzipped, gzipped and BCF", .enabled(if: Scratch.has("bcftools") && Scratch.has("bgzip"), "needs bcftools and bgzip"))
struct StoredFormsTests {
    static let files = [
        "vcf/1000g-chr22-GRCh38.vcf.gz", "vcf/hail-sample-100.vcf.gz", "vcf/gvcf/HG00187.hg38.g.vcf.gz",
        "clinical/scout/643594.clinical.vcf.gz", "clinical/pcgr/T001-BRCA.grch38.vcf.gz",
        "clinical/genmod/multi_allele_example.vcf",
    ]

    @Test(
        "Real files give the same calls in every form", .enabled(if: OpenData.isPresent, "needs ../shared/data"), arguments: files
    )
    func real(_ name: String) throws {
        let scratch = try Scratch()
        let file = OpenData.path(name)
        let assembly: Assembly = name.contains("38") ? .grch38 : .grch37
        try scratch.run("gzip -cdf '\(file)' > plain.vcf; bgzip -c plain.vcf > b.vcf.gz; gzip -c plain.vcf > g.vcf.gz")
        // A file without samples' genotypes has nothing to compare.
        guard let plain = try? ReadCalls(scratch.path("plain.vcf"), assembly: assembly) else {
            #expect(throws: FormatError.self) { try ReadCalls(scratch.path("b.vcf.gz"), assembly: assembly) }
            return
        }
        #expect(!plain.lines.isEmpty)
        #expect(try ReadCalls(scratch.path("b.vcf.gz"), assembly: assembly, threads: 1) == plain)
        #expect(try ReadCalls(scratch.path("g.vcf.gz"), assembly: assembly, threads: 1) == plain)
        // bcftools cannot make a BCF of a file whose header lacks definitions; that is not ours to judge.
        if (try? scratch.run("bcftools view -Ob -o a.bcf plain.vcf && bcftools view -Ou -o u.bcf plain.vcf")) != nil {
            #expect(try ReadCalls(scratch.path("a.bcf"), assembly: assembly, threads: 1) == plain)
            #expect(try ReadCalls(scratch.path("u.bcf"), assembly: assembly) == plain)
        }
    }

    @Test("The genotypes are those that bcftools reads", .enabled(if: OpenData.isPresent, "needs ../shared/data"))
    func genotypes() throws {
        let scratch = try Scratch()
        let file = OpenData.path("vcf/1000g-chr22-GRCh38.vcf.gz")
        let calls = try ReadCalls(file)
        // Biallelic single bases: there the letters of the file are the letters of the index.
        let table = try scratch.run(
            "bcftools view -m2 -M2 -v snps '\(file)' | bcftools query -f '[%POS\\t%REF\\t%ALT\\t%GT\\n]' | grep -v '0.0$' | sort | uniq -c | awk '{print $2\"-\"$3\"-\"$4\"-\"$5\" \"$1}'"
        )
        var expected: [String: Int] = [:]
        for line in table.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: " ")
            let fields = parts[0].split(separator: "-")
            let state = fields[3] == "1|1" ? "homozygous" : "heterozygous"
            expected["\(fields[0])-\(fields[1])-\(fields[2]) \(state)", default: 0] += Int(parts[1]) ?? 0
        }
        var found: [String: Int] = [:]
        for line in calls.lines {
            let parts = line.split(separator: " ")
            guard let raw = UInt64(parts[0], radix: 16), let alleles = VariantKey(rawValue: raw).alleles,
                alleles.reference.count == 1, alleles.alternate.count == 1
            else { continue }
            let name = "\(VariantKey(rawValue: raw).position.value)-\(alleles.reference)-\(alleles.alternate) \(parts[2])"
            if expected[name] != nil { found[name, default: 0] += 1 }
        }
        #expect(expected.count > 1000)
        #expect(found == expected)
    }

    @Test("A tumour's fraction is AF, else AD of the allele over the sum of AD")
    func fractions() throws {
        let scratch = try Scratch()
        let header = DamagedFileTests.header.replacingOccurrences(
            of: "##FORMAT=<ID=DP,",
            with: """
                ##FORMAT=<ID=AF,Number=A,Type=Float,Description="Fraction">
                ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depths">
                ##FORMAT=<ID=DP,
                """)
        let file = try scratch.write(
            "t.vcf",
            header + """
                chr1\t100\t.\tA\tG,T\t50\tPASS\t.\tGT:AF\t1/2:0.25,0.125
                chr1\t200\t.\tA\tG\t50\tPASS\t.\tGT:AD\t0/1:30,10
                chr1\t300\t.\tA\tG\t50\tPASS\t.\tGT:AD:AF\t0/1:30,10:0.3
                chr1\t400\t.\tA\tG\t50\tPASS\t.\tGT\t0/1
                chr1\t500\t.\tA\tG\t50\tPASS\t.\tGT:AD\t0/1:0,0

                """)
        let found = try ReadCalls(file, origin: .tumour).lines.map { $0.split(separator: " ").last.map(String.init) ?? "" }
        #expect(found == ["0.25", "0.125", "0.25", "0.3", "nan", "nan"])
    }
}
