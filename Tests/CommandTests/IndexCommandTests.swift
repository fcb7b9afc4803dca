import Foundation
import Testing

@Suite("samsyn index, as a person runs it")
struct IndexCommandTests {
    static let header = """
        ##fileformat=VCFv4.2
        ##contig=<ID=chr1,length=248956422>
        ##contig=<ID=chrX,length=156040895>
        ##contig=<ID=chrY,length=57227415>
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depths">

        """

    /// Two people in one file: a woman A and a man B.
    static let pair =
        header + """
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB
            chr1\t1000\t.\tA\tG\t50\tPASS\t.\tGT\t0/1\t1/1
            chr1\t2000\t.\tC\tT,G\t50\tPASS\t.\tGT\t1/2\t./.
            chr1\t3000\t.\tG\tA\t50\tq10\t.\tGT\t0/1\t0/0
            chr1\t4000\t.\tT\tC\t50\tPASS\t.\tGT\t./1\t0/.
            chr1\t5000\t.\tT\tTA\t50\tPASS\t.\tGT\t0/1\t0/0
            chrX\t5000000\t.\tA\tC\t50\tPASS\t.\tGT\t0/1\t1/1
            chrY\t5000000\t.\tA\tC\t50\tPASS\t.\tGT\t0/1\t1

            """

    static let sheetHeader = "callset\tvcf\tsample\tassay\tsex\torigin\n"

    /// An index with the pair in it.
    private func filled() throws -> Program {
        let program = try Program()
        try program.write("pair.vcf", Self.pair)
        try program.write(
            "pair.tsv",
            Self.sheetHeader + "A1\tpair.vcf\tA\twgs\tfemale\tgermline\nB1\tpair.vcf\tB\twgs\tmale\tgermline\n")
        for arguments in [
            ["index", "create", "index", "--assembly", "GRCh38"], ["index", "assay", "index", "wgs", "--genome"],
            ["index", "add", "index", "pair.tsv"],
        ] {
            let result = try program.run(arguments)
            guard result.status == 0 else { throw Program.Unexpected(result: result) }
        }
        return program
    }

    private static let names = ["ac", "an", "het", "hom", "hemi", "reference", "failed", "noCall", "notCovered", "cohort"]

    @Test(
        "The seven classes and the alleles are what the genotypes say",
        arguments: [
            ("1-1000-A-G", [3, 4, 1, 1, 0, 0, 0, 0, 0, 2]),
            ("1-2000-C-T", [1, 2, 1, 0, 0, 0, 0, 1, 0, 2]),
            ("1-2000-C-G", [1, 2, 1, 0, 0, 0, 0, 1, 0, 2]),
            ("1-3000-G-A", [0, 0, 0, 0, 0, 0, 2, 0, 0, 2]),
            ("1-4000-T-C", [1, 2, 0, 0, 1, 1, 0, 0, 0, 2]),
            ("1-5000-T-TA", [1, 4, 1, 0, 0, 1, 0, 0, 0, 2]),
            ("X-5000000-A-C", [2, 3, 1, 0, 1, 0, 0, 0, 0, 2]),
            ("Y-5000000-A-C", [1, 1, 0, 0, 1, 0, 0, 0, 1, 2]),
            ("1-9999-A-G", [0, 4, 0, 0, 0, 2, 0, 0, 0, 2]),
        ])
    func classes(_ variant: String, _ expected: [Int]) throws {
        let program = try filled()
        defer { program.remove() }
        let answer = try #require(try program.query(variant).first)
        #expect(answer["variant"] as? String == variant)
        #expect(Self.names.map { answer[$0] as? Int ?? -1 } == expected)
        let (ac, an) = (expected[0], expected[1])
        let af = answer["af"] as? Double
        #expect(af == (an == 0 ? nil : Double(ac) / Double(an)))
    }

    @Test("Answers come in the order of the questions, and a region in the order of the genome")
    func order() throws {
        let program = try filled()
        defer { program.remove() }
        let asked = try program.query("1-5000-T-TA", "1-1000-A-G").map { $0["variant"] as? String }
        #expect(asked == ["1-5000-T-TA", "1-1000-A-G"])
        try program.write("list.txt", "# two\n1-2000-C-T\n\nchr1:1000:A:G\n")
        let listed = try program.query("--from-file", "list.txt").map { $0["variant"] as? String }
        #expect(listed == ["1-2000-C-T", "1-1000-A-G"])
        let region = try program.query("--region", "chr1:1,000-4,000").map { $0["variant"] as? String }
        #expect(region == ["1-1000-A-G", "1-2000-C-G", "1-2000-C-T", "1-3000-G-A", "1-4000-T-C"])
    }

    @Test("A cohort, a sex and an assay narrow who is asked")
    func narrowed() throws {
        let program = try filled()
        defer { program.remove() }
        try program.write("women.txt", "A1\n")
        for arguments in [["--cohort", "women.txt"], ["--sex", "female"]] {
            let result = try program.run(["index", "query", "index", "1-1000-A-G", "--format", "json"] + arguments)
            #expect(result.output.hasPrefix(#"{"variant":"1-1000-A-G","ac":1,"an":2,"af":0.5,"het":1,"#))
            #expect(result.output.hasSuffix("\"cohort\":1}\n"))
        }
        #expect(try program.run("index", "query", "index", "1-1000-A-G", "--assay", "none").status == 65)
        try program.write("nobody.txt", "Z9\n")
        #expect(try program.run("index", "query", "index", "1-1000-A-G", "--cohort", "nobody.txt").status == 65)
        #expect(try program.run("index", "query", "index", "1-1000-A-G", "--cohort", "absent.txt").status == 66)
    }

    @Test("Carriers are named with zygosity and filter")
    func carriers() throws {
        let program = try filled()
        defer { program.remove() }
        let common = try program.run("index", "carriers", "index", "1-1000-A-G", "--format", "tsv")
        #expect(
            common.output == """
                callset\tassay\tsex\torigin\tzygosity\tfilter\tfraction
                A1\twgs\tfemale\tgermline\thet\tpass\t
                B1\twgs\tmale\tgermline\thom\tpass\t

                """)
        let failed = try program.run("index", "carriers", "index", "1-3000-G-A", "--format", "tsv")
        #expect(failed.output.hasSuffix("A1\twgs\tfemale\tgermline\thet\tfailed\t\n"))
    }

    @Test("Targets decide who could have shown a variant, and calls outside them do not count")
    func targets() throws {
        let program = try filled()
        defer { program.remove() }
        // BED is 0-based and half-open: base 1000 of chromosome 1 alone.
        try program.write("panel.bed", "chr1\t999\t1000\n")
        #expect(try program.run("index", "assay", "index", "panel", "--targets", "panel.bed").status == 0)
        try program.write("panel.tsv", Self.sheetHeader + "A2\tpair.vcf\tA\tpanel\tfemale\tgermline\n")
        let added = try program.run("index", "add", "index", "panel.tsv")
        #expect(added.status == 0 && added.output.contains("calls outside the assay's targets"))
        let inside = try #require(try program.query("1-1000-A-G").first)
        #expect(inside["ac"] as? Int == 4 && inside["an"] as? Int == 6)
        let outside = try #require(try program.query("1-5000-T-TA").first)
        #expect(outside["notCovered"] as? Int == 1 && outside["an"] as? Int == 4 && outside["ac"] as? Int == 1)
    }

    @Test("Tumour call sets keep the allele fraction and are counted apart")
    func tumour() throws {
        let program = try filled()
        defer { program.remove() }
        try program.write(
            "tumour.vcf",
            Self.header + """
                #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT
                chr1\t1000\t.\tA\tG\t50\tPASS\t.\tGT:AD\t0/1:30,10

                """)
        try program.write("tumour.tsv", Self.sheetHeader + "T1\ttumour.vcf\t-\twgs\tfemale\ttumour\n")
        #expect(try program.run("index", "add", "index", "tumour.tsv").status == 0)
        let carriers = try program.run("index", "carriers", "index", "1-1000-A-G", "--origin", "tumour", "--format", "tsv")
        #expect(carriers.output.hasSuffix("T1\twgs\tfemale\ttumour\thet\tpass\t0.25\n"))
        let answer = try #require(try program.query("1-1000-A-G", "--origin", "germline").first)
        #expect(answer["cohort"] as? Int == 2 && answer["ac"] as? Int == 3)
    }

    @Test("A sheet is all or nothing")
    func allOrNothing() throws {
        let program = try filled()
        defer { program.remove() }
        try program.write("bad.vcf", Self.pair.replacingOccurrences(of: "chr1\t5000", with: "chr1\t948956422"))
        try program.write(
            "mixed.tsv",
            Self.sheetHeader + "A3\tpair.vcf\tA\twgs\tfemale\tgermline\nA4\tbad.vcf\tA\twgs\tfemale\tgermline\n")
        let result = try program.run("index", "add", "index", "mixed.tsv")
        #expect(result.status == 65)
        #expect(result.errors.contains("bad.vcf, line ") && result.errors.contains("POS"))
        #expect(!result.errors.contains("948956422"))
        let answer = try #require(try program.query("1-1000-A-G").first)
        #expect(answer["cohort"] as? Int == 2)
        #expect(try program.run("index", "verify", "index").status == 0)
    }

    @Test("A re-analysis replaces its call set, and a removed one leaves nothing")
    func replaceAndRemove() throws {
        let program = try filled()
        defer { program.remove() }
        try program.write("again.vcf", Self.pair.replacingOccurrences(of: "0/1\t1/1", with: "0/0\t1/1"))
        try program.write("again.tsv", Self.sheetHeader + "A1\tagain.vcf\tA\twgs\tfemale\tgermline\n")
        #expect(try program.run("index", "add", "index", "again.tsv").status == 65)
        #expect(try program.run("index", "replace", "index", "again.tsv").status == 0)
        var answer = try #require(try program.query("1-1000-A-G").first)
        #expect(answer["ac"] as? Int == 2 && answer["an"] as? Int == 4 && answer["cohort"] as? Int == 2)
        #expect(try program.run("index", "remove", "index", "A1", "NOBODY").status == 65)
        #expect(try program.run("index", "remove", "index", "A1").status == 0)
        answer = try #require(try program.query("1-1000-A-G").first)
        #expect(answer["cohort"] as? Int == 1 && answer["hom"] as? Int == 1)
        let verified = try program.run("index", "verify", "index")
        #expect(verified.status == 0 && verified.output.contains("nothing of a removed one is left"))
        // Whatever lies in the store, the name is not in it.
        let store = program.folder.appendingPathComponent("index")
        let files = try #require(FileManager.default.enumerator(at: store, includingPropertiesForKeys: nil))
        for case let file as URL in files {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            #expect(bytes.range(of: Data("A1".utf8)) == nil, "\(file.lastPathComponent)")
        }
    }

    @Test("Annotation adds our tags and loqusdb's, and keeps the rest of the file")
    func annotate() throws {
        let program = try filled()
        defer { program.remove() }
        let result = try program.run("index", "annotate", "index", "pair.vcf", "-o", "out.vcf")
        #expect(result.status == 0, "\(result.errors)")
        let text = try String(contentsOf: program.folder.appendingPathComponent("out.vcf"), encoding: .utf8)
        let records = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        #expect(
            records[0][7]
                == "SAMSYN_AC=3;SAMSYN_AN=4;SAMSYN_AF=0.75;SAMSYN_HET=1;SAMSYN_HOM=1;SAMSYN_HEMI=0;Obs=2;Hom=1")
        #expect(records[1][7].hasPrefix("SAMSYN_AC=1,1;SAMSYN_AN=2,2;SAMSYN_AF=0.5,0.5;"))
        #expect(records[2][7] == "SAMSYN_AC=0;SAMSYN_AN=0;SAMSYN_AF=.;SAMSYN_HET=0;SAMSYN_HOM=0;SAMSYN_HEMI=0;Obs=0")
        #expect(records[5][7].hasSuffix("Obs=2;Hem=1"))
        let original = Self.pair.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        for (record, before) in zip(records, original) {
            #expect(record[..<7].elementsEqual(before[..<7]) && record[8...].elementsEqual(before[8...]))
        }
    }

    @Test("An export has the columns of query and every variant")
    func export() throws {
        let program = try filled()
        defer { program.remove() }
        #expect(try program.run("index", "export", "index", "-o", "all.tsv").status == 0)
        let text = try String(contentsOf: program.folder.appendingPathComponent("all.tsv"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        #expect(
            lines[0] == "variant\tac\tan\taf\thet\thom\themi\treference\tfailed\tnoCall\tnotCovered\tcohort")
        #expect(lines[1] == "1-1000-A-G\t3\t4\t0.75\t1\t1\t0\t0\t0\t0\t0\t2")
        #expect(lines.count == 9)
        #expect(try program.run("index", "export", "index", "-o", "all.vcf.gz").status == 0)
        #expect(try program.run("index", "export", "index", "-o", "all.txt").status == 64)
    }

    @Test("Wrong use and missing files have their own exit codes")
    func exitCodes() throws {
        let program = try filled()
        defer { program.remove() }
        let cases: [([String], Int32)] = [
            (["index", "query", "index"], 64),
            (["index", "query", "index", "17-nonsense"], 64),
            (["index", "create", "other"], 64),
            (["index", "create", "other", "--assembly", "hg38"], 64),
            (["index", "create", "index", "--assembly", "GRCh38"], 65),
            (["index", "query", "absent", "1-1000-A-G"], 66),
            (["index", "add", "index", "absent.tsv"], 66),
            (["index", "annotate", "index", "absent.vcf", "-o", "out.vcf"], 66),
            (["index", "assay", "index", "wgs", "--targets", "absent.bed"], 66),
            (["index", "carriers", "index", "1-1000-A-G"], 0),
            (["index", "stats", "index"], 0),
            (["index", "--help"], 0),
        ]
        for (arguments, status) in cases {
            let result = try program.run(arguments)
            #expect(result.status == status, "\(arguments): \(result.errors)")
            #expect(status == 0 || !result.errors.isEmpty, "\(arguments) says why")
        }
    }

    @Test("An assay keeps its targets")
    func assayKeepsTargets() throws {
        let program = try filled()
        defer { program.remove() }
        try program.write("panel.bed", "chr1\t999\t1000\n")
        #expect(try program.run("index", "assay", "index", "wgs", "--genome").output.hasPrefix("Already defined"))
        let other = try program.run("index", "assay", "index", "wgs", "--targets", "panel.bed")
        #expect(other.status == 65 && other.errors.contains("name of its own"))
    }

    @Test("A second writer is told that the index is busy")
    func busy() throws {
        let program = try filled()
        defer { program.remove() }
        // A shell that holds the lock as a writer does, and says so.
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/bin/bash")
        holder.arguments = ["-c", "exec 9<>index/LOCK; flock 9; echo held; sleep 30"]
        holder.currentDirectoryURL = program.folder
        let pipe = Pipe()
        holder.standardOutput = pipe
        try holder.run()
        _ = pipe.fileHandleForReading.availableData
        let refused = try program.run("index", "add", "index", "pair.tsv")
        #expect(refused.status == 75 && refused.errors.contains("another process is writing"))
        #expect(try program.run("index", "query", "index", "1-1000-A-G").status == 0)
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        // The sleeping child may hold the descriptor a moment longer than its shell.
        #expect(try program.run("index", "query", "index", "1-1000-A-G").status == 0)
    }
}
