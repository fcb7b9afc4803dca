import Foundation
import GenomeModel
import Testing
import VariantFormats

@Suite("Annotating call files")
struct AnnotationTests {
    private static let info = [
        InfoDefinition(id: "SAMSYN_AC", number: "A", type: .integer, description: "A \"count\" of \\ alleles"),
        InfoDefinition(id: "SAMSYN_AF", number: "A", type: .float, description: "Frequency"),
        InfoDefinition(id: "Obs", number: "A", type: .integer, description: "Observations"),
    ]

    private static func header(samples: [String] = ["one", "two"]) -> String {
        """
        ##fileformat=VCFv4.2
        ##FILTER=<ID=PASS,Description="All filters passed">
        ##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">
        ##INFO=<ID=DB,Number=0,Type=Flag,Description="In dbSNP">
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        ##contig=<ID=chr1,length=248956422>
        ##contig=<ID=chrM,length=16569>
        ##contig=<ID=chrUn_1,length=1000>
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO

        """.dropLast() + (samples.isEmpty ? "" : "\tFORMAT\t" + samples.joined(separator: "\t")) + "\n"
    }

    private static let annotation = CallFileAnnotation(assembly: .grch38, info: info)

    /// Puts in each ALT's place in the record, and halves of it.
    private static func number(_ variants: RecordVariants, _ text: inout InfoText) {
        guard variants.count > 0 else { return }
        text.begin("SAMSYN_AC")
        for place in 0..<variants.count {
            if place > 0 { text.appendComma() }
            if variants.key(place) == nil { text.appendMissing() } else { text.append(place + 10) }
        }
        text.begin("SAMSYN_AF")
        for place in 0..<variants.count {
            if place > 0 { text.appendComma() }
            if variants.key(place) == nil { text.appendMissing() } else { text.append(Double(place + 1) / 3) }
        }
    }

    private static let numbered = "SAMSYN_AC=10;SAMSYN_AF=0.333333"

    /// The record lines of the output for these of the input.
    private func annotate(
        _ records: String, samples: [String] = [], _ annotation: CallFileAnnotation = AnnotationTests.annotation
    ) throws -> (lines: [String], report: CallFileReport) {
        try ScratchFiles.with { files in
            let input = try files.write("in.vcf", AnnotationTests.header(samples: samples) + records)
            let report = try annotation.run(input: input, output: files.path("out.vcf"), annotate: AnnotationTests.number)
            let text = try files.text("out.vcf")
            return (text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init), report)
        }
    }

    /// Before and after; % stands for what is put in.
    private static let changes: [(String, String)] = [
        (".", "%"), ("", "%"), ("DP=3", "DP=3;%"), ("DB;DP=3", "DB;DP=3;%"),
        ("SAMSYN_AC=9", "%"), ("SAMSYN_AC", "%"), ("DP=3;SAMSYN_AC=9;DB", "DP=3;DB;%"),
        ("Obs=1;DP=3;Obs;Obs=7,8", "DP=3;%"),
        ("SAMSYN_ACX=9;Obse=1;XObs=2", "SAMSYN_ACX=9;Obse=1;XObs=2;%"),
        ("DP=Obs;A=SAMSYN_AC=3", "DP=Obs;A=SAMSYN_AC=3;%"), ("DP=3;", "DP=3;;%"),
        ("DESCRIPTION=a long value with Obs in it;Obs=3", "DESCRIPTION=a long value with Obs in it;%"),
    ]

    @Test("Fields of INFO that are not ours stay, ours are replaced", arguments: changes)
    func fields(before: String, after: String) throws {
        let (lines, _) = try annotate("chr1\t100\t.\tA\tG\t.\t.\t\(before)\n")
        let expected = after.replacingOccurrences(of: "%", with: AnnotationTests.numbered)
        #expect(lines == ["chr1\t100\t.\tA\tG\t.\t.\t\(expected)"])
    }

    @Test("Where nothing is put in, our fields still go, and INFO is never empty")
    func removal() throws {
        try ScratchFiles.with { files in
            let input = try files.write(
                "in.vcf",
                AnnotationTests.header(samples: []) + "chr1\t1\t.\tA\tG\t.\t.\tObs=1\nchr1\t2\t.\tA\tG\t.\t.\tDP=1;Obs=1\n")
            _ = try AnnotationTests.annotation.run(input: input, output: files.path("out.vcf")) { _, _ in }
            #expect(try files.text("out.vcf").hasSuffix("\nchr1\t1\t.\tA\tG\t.\t.\t.\nchr1\t2\t.\tA\tG\t.\t.\tDP=1\n"))
        }
    }

    @Test("Header lines come after the other INFO lines and replace those of the same ID")
    func header() throws {
        try ScratchFiles.with { files in
            let old = AnnotationTests.header().replacingOccurrences(
                of: "##INFO=<ID=DP", with: "##INFO=<ID=Obs,Number=1,Type=String,Description=\"Old, <odd> =\">\n##INFO=<ID=DP")
            let input = try files.write("in.vcf", old)
            _ = try AnnotationTests.annotation.run(input: input, output: files.path("out.vcf")) { _, _ in }
            let lines = try files.text("out.vcf").split(separator: "\n").map(String.init)
            let ours = lines.filter { $0.contains("SAMSYN") || $0.contains("Obs") }
            #expect(ours.count == 3)
            #expect(ours[0] == #"##INFO=<ID=SAMSYN_AC,Number=A,Type=Integer,Description="A \"count\" of \\ alleles">"#)
            #expect(lines.firstIndex(of: ours[0]) == lines.firstIndex { $0.contains("ID=DB") }.map { $0 + 1 })
            #expect(lines.filter { !ours.contains($0) }.joined(separator: "\n") + "\n" == AnnotationTests.header())
        }
    }

    @Test("A header without INFO lines gets ours before #CHROM; carriage returns stay everywhere")
    func carriageReturns() throws {
        try ScratchFiles.with { files in
            let text = "##fileformat=VCFv4.2\r\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\r\nchr1\t9\t.\tA\tG\t.\t.\tDP=1\r\n"
            let input = try files.write("in.vcf", text)
            let report = try AnnotationTests.annotation.run(
                input: input, output: files.path("out.vcf"), annotate: AnnotationTests.number)
            let output = try files.text("out.vcf")
            #expect(output.hasSuffix("INFO\r\nchr1\t9\t.\tA\tG\t.\t.\tDP=1;\(AnnotationTests.numbered)\r\n"))
            #expect(output.utf8.count { $0 == 13 } == 6)
            #expect(output.utf8.count { $0 == 10 } == 6)
            #expect(report.diagnostics.contains { $0.kind == .carriageReturn })
        }
    }

    @Test("Alternates come split, trimmed and in order; those that are not indexable have no key")
    func variants() throws {
        try ScratchFiles.with { files in
            let records = [
                "chr1\t100\t.\tCAAA\tCAA,GAAA,CAAAT,<DEL>,*,CAAA,CAA[chr1:9[", "chrUn_1\t5\t.\tA\tG", "chr1\t200\t.\tacg\ttcg",
                "chr1\t300\t.\tA\t.", "chr1\t400\t.\tAN\tAC", "chr1\t500\t.\t" + String(repeating: "AC", count: 30) + "\tA",
                "chr1\t0\t.\tA\tG",
            ]
            let input = try files.write(
                "in.vcf", AnnotationTests.header(samples: []) + records.map { $0 + "\t.\t.\t.\n" }.joined())
            var seen: [[String?]] = []
            let report = try AnnotationTests.annotation.run(input: input, output: files.path("out.vcf")) { variants, _ in
                seen.append(
                    (0..<variants.count).map { place in
                        guard let key = variants.key(place) else {
                            #expect(variants.reference(place).isEmpty && variants.alternate(place).isEmpty)
                            return nil
                        }
                        let (first, second) = (Array(variants.reference(place)), Array(variants.alternate(place)))
                        guard let contig = key.contig else { return "no contig" }
                        #expect(
                            key == VariantKey(contig: contig, position: key.position, reference: first, alternate: second))
                        return
                            "\(key.position.value)-\(String(decoding: first, as: UTF8.self))-\(String(decoding: second, as: UTF8.self))"
                    })
            }
            let long = "500-" + String(repeating: "AC", count: 30) + "-A"
            #expect(
                seen == [
                    ["100-CA-C", "100-C-G", "103-A-AT", nil, nil, nil, nil], [nil], ["200-A-T"], [], ["401-N-C"], [long], [nil],
                ])
            #expect(report.variants == 6)
            #expect(report.records == 7)
            #expect(report.skippedRecords == 0)
            #expect(report.isLeftAligned == false)
        }
    }

    @Test("Records that cannot be understood are copied unchanged and counted")
    func faults() throws {
        let bad = [
            "chr1\tx\t.\tA\tG\t.\t.\tObs=1\tGT\t0/1\t0/0", "chr1\t5\t.\tA\tG\t.\t.\tObs=1\tGT\t0/1", "chr1\t5\t.\tA",
            "chr1\t6\t.\t<X>\tG\t.\t.\tObs=1\tGT\t0/1\t0/0", "chr1\t7\t.\tA\tG\t.\t.\tObs=1\tGT\t0/1\t0/0\t1/1",
            "\t7\t.\tA\tG\t.\t.\tObs=1\tGT\t0/1\t0/0",
        ]
        let good = "chr1\t8\t.\tA\tG\t.\tq10\tObs=1;DP=2\tGT\t0/1\t0/0"
        let (lines, report) = try annotate((bad + [good]).joined(separator: "\n") + "\n", samples: ["one", "two"])
        #expect(Array(lines.dropLast()) == bad)
        #expect(lines.last == "chr1\t8\t.\tA\tG\t.\tq10\tDP=2;\(AnnotationTests.numbered)\tGT\t0/1\t0/0")
        #expect(report.skippedRecords == bad.count)
        #expect(report.hasFaults)
        #expect(report.diagnostics.flatMap(\.places).allSatisfy { $0.line > 9 })
    }

    @Test("A last line without its newline gets one when it is whole, and refuses the file when it is cut")
    func lastLine() throws {
        let (lines, report) = try annotate("chr1\t8\t.\tA\tG\t.\t.\tDP=2")
        #expect(lines == ["chr1\t8\t.\tA\tG\t.\t.\tDP=2;\(AnnotationTests.numbered)"])
        #expect(report.diagnostics.map(\.kind) == [.lastLineUnended])
        let error = #expect(throws: FormatError.self) { try annotate("chr1\t8\t.\tA\tG\t.\t.\tDP=2\nchr1\t9\t.\tA\tG") }
        #expect(error?.code == .fileTruncated)
    }

    @Test("A file of the other assembly, or with a record past a contig's end, is refused and leaves what was there")
    func otherAssembly() throws {
        try ScratchFiles.with { files in
            let output = try files.write("out.vcf.gz", "something older")
            let other = CallFileAnnotation(assembly: .grch37, info: AnnotationTests.info)
            let input = try files.write("in.vcf", AnnotationTests.header(samples: []))
            let wrong = #expect(throws: FormatError.self) {
                try other.run(input: input, output: output, annotate: AnnotationTests.number)
            }
            #expect(wrong?.code == .wrongAssembly)
            let past = try files.write(
                "past.vcf", AnnotationTests.header(samples: []) + "chrM\t9\t.\tA\tG\t.\t.\t.\nchrM\t16570\t.\tA\tG\t.\t.\t.\n")
            let error = #expect(throws: FormatError.self) {
                try AnnotationTests.annotation.run(input: past, output: output, annotate: AnnotationTests.number)
            }
            #expect(error?.code == .positionPastContigEnd)
            #expect(error.map { !$0.description.contains("16570") } == true)
            #expect(try files.text("out.vcf.gz") == "something older")
            #expect(files.names == ["in.vcf", "out.vcf.gz", "past.vcf"])
        }
    }

    @Test("What the closure throws comes through, and nothing is left")
    func closureThrows() throws {
        struct Stop: Error {}
        try ScratchFiles.with { files in
            let input = try files.write("in.vcf", AnnotationTests.header(samples: []) + "chr1\t1\t.\tA\tG\t.\t.\t.\n")
            #expect(throws: Stop.self) {
                try AnnotationTests.annotation.run(input: input, output: files.path("out.vcf.gz")) { _, _ in throw Stop() }
            }
            #expect(files.names == ["in.vcf"])
        }
    }

    @Test("The input is never written over, under whatever name")
    func sameFile() throws {
        try ScratchFiles.with { files in
            let text = AnnotationTests.header(samples: []) + "chr1\t1\t.\tA\tG\t.\t.\t.\n"
            let input = try files.write("in.vcf", text)
            try FileManager.default.createSymbolicLink(atPath: files.path("link.vcf"), withDestinationPath: input)
            let draft = try files.write("other.vcf.partial", text)
            for (from, to) in [
                (input, input), (input, files.path("link.vcf")), (files.path("link.vcf"), input),
                (draft, files.path("other.vcf")),
            ] {
                let error = #expect(throws: FormatError.self) {
                    try AnnotationTests.annotation.run(input: from, output: to, annotate: AnnotationTests.number)
                }
                #expect(error?.code == .notWritable)
            }
            #expect(try files.text("in.vcf") == text)
            #expect(try files.text("other.vcf.partial") == text)
        }
    }

    @Test("An output that cannot be written is an error with a remedy")
    func notWritable() throws {
        try ScratchFiles.with { files in
            let input = try files.write("in.vcf", AnnotationTests.header(samples: []))
            for output in [files.path("none/out.vcf"), files.directory.path, "/dev/full"] {
                let error = #expect(throws: FormatError.self) {
                    try AnnotationTests.annotation.run(input: input, output: output, annotate: AnnotationTests.number)
                }
                #expect(error?.code == .notWritable)
            }
            #expect(files.names == ["in.vcf"])
            let missing = #expect(throws: FormatError.self) {
                try AnnotationTests.annotation.run(
                    input: files.path("none.vcf"), output: files.path("out.vcf"), annotate: AnnotationTests.number)
            }
            #expect(missing?.code == .fileMissing)
        }
    }

    @Test("A draft that a killed process left is taken over")
    func staleDraft() throws {
        try ScratchFiles.with { files in
            let input = try files.write("in.vcf", AnnotationTests.header(samples: []))
            _ = try files.write("out.vcf.partial", String(repeating: "left over ", count: 1_000))
            _ = try AnnotationTests.annotation.run(
                input: input, output: files.path("out.vcf"), annotate: AnnotationTests.number)
            #expect(files.names == ["in.vcf", "out.vcf"])
            #expect(try !files.text("out.vcf").contains("left over"))
        }
    }
}
