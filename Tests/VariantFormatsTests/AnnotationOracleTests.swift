import Foundation
import GenomeModel
import Testing
import VariantFormats

/// Annotated files held against bcftools, and against the input column by column.
@Suite("Annotating call files, against bcftools", .enabled(if: Program.hasBcftools && Program.hasBgzip && Program.hasSamtools))
struct AnnotationOracleTests {
    private static let info = [
        InfoDefinition(id: "KEY", number: "A", type: .string, description: "Key"),
        InfoDefinition(id: "X_AF", number: "A", type: .float, description: "Made-up frequency"),
        InfoDefinition(id: "SEEN", number: "0", type: .flag, description: "Seen"),
    ]

    private static let mitochondrion = SyntheticMitochondrion(seed: 11)

    private static func annotate(_ variants: RecordVariants, _ text: inout InfoText) {
        text.begin("KEY")
        for place in 0..<variants.count {
            if place > 0 { text.appendComma() }
            if let key = variants.key(place) { text.append(key.description) } else { text.appendMissing() }
        }
        text.begin("X_AF")
        for place in 0..<variants.count {
            if place > 0 { text.appendComma() }
            text.append(Double((variants.key(place)?.rawValue ?? 0) % 997) / 997)
        }
        text.flag("SEEN")
    }

    /// Substitutions, insertions and deletions, split or together, on made-up bases.
    private static func file(seed: UInt64, samples: Int, records: Int) -> String {
        var generator = SplitMix64(state: seed)
        var text =
            "##fileformat=VCFv4.2\n##contig=<ID=chrM,length=16569>\n##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n"
        text += "##INFO=<ID=KEY,Number=1,Type=Integer,Description=\"Something else\">\n"
        text += "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"
        if samples > 0 { text += "\tFORMAT\t" + (0..<samples).map { "s\($0)" }.joined(separator: "\t") }
        text += "\n"
        let bases = mitochondrion.bases
        let places = Set((0..<records).map { _ in generator.below(bases.count - 12) }).sorted()
        for place in places {
            let reference = Array(bases[place..<(place + 1 + (generator.below(3) == 0 ? generator.below(6) : 0))])
            var alternates: Set<[UInt8]> = []
            for _ in 0...generator.below(3) {
                var alternate = Array(reference.prefix(1 + generator.below(reference.count)))
                if generator.below(2) == 0 { alternate[alternate.count - 1] = Array("ACGT".utf8)[generator.below(4)] }
                if generator.below(3) == 0 { alternate += bases[(place + 1)..<(place + 1 + generator.below(9))] }
                if alternate != reference { alternates.insert(alternate) }
            }
            guard !alternates.isEmpty else { continue }
            let alternate = alternates.map { String(decoding: $0, as: UTF8.self) }.sorted().joined(separator: ",")
            let info = [".", "DP=7", "KEY=5", "DP=7;KEY=5", "KEY=5;DP=9"][generator.below(5)]
            text +=
                "chrM\t\(place + 1)\tid\(place)\t\(String(decoding: reference, as: UTF8.self))\t\(alternate)\t30\tPASS\t\(info)"
            if samples > 0 { text += "\tGT" }
            for _ in 0..<samples { text += "\t\(generator.below(2))/1" }
            text += "\n"
        }
        return text
    }

    private func columns(_ text: String) -> [[Substring]] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
    }

    @Test(
        "Only INFO changes, bcftools reads every value back, and sites, samples, gzip and BCF are the same", arguments: [0, 1, 5])
    func roundTrip(samples: Int) throws {
        try ScratchFiles.with { files in
            let text = AnnotationOracleTests.file(seed: UInt64(samples), samples: samples, records: 3_000)
            let plain = try files.write("in.vcf", text)
            try Program.run("bgzip", "-k", plain)
            try Program.run("bcftools", "view", "--no-version", "-Ob", "-o", files.path("in.bcf"), plain)
            let annotation = CallFileAnnotation(assembly: .grch38, info: AnnotationOracleTests.info)
            var outputs: [[[Substring]]] = []
            for input in ["in.vcf", "in.vcf.gz"] {
                for output in ["out.vcf", "out.vcf.gz"] {
                    let report = try annotation.run(
                        input: files.path(input), output: files.path(output), annotate: AnnotationOracleTests.annotate)
                    #expect(report.skippedRecords == 0)
                    #expect(report.diagnostics.isEmpty)
                    if output.hasSuffix(".gz") { try Program.run("bgzip", "-t", files.path(output)) }
                    outputs.append(
                        columns(
                            output.hasSuffix(".gz") ? try Program.run("bgzip", "-dc", files.path(output)) : try files.text(output)
                        ))
                }
            }
            #expect(outputs.allSatisfy { $0 == outputs[0] })
            let before = columns(text)
            #expect(outputs[0].count == before.count)
            for (old, new) in zip(before, outputs[0]) {
                #expect(old[..<7] == new[..<7])
                #expect(old[8...] == new[8...])
                let kept = old[7].split(separator: ";").filter { $0 != "." && !$0.hasPrefix("KEY=") }
                let ours = new[7].split(separator: ";")
                #expect(Array(ours.prefix(kept.count)) == kept)
                #expect(ours.count == kept.count + 3)
                #expect(ours[kept.count] == "KEY=" + (try keys(old)))
            }
            let asked = try Program.run(
                "bcftools", "query", "-f", "%POS\t%INFO/KEY\t%INFO/X_AF\t%INFO/SEEN\n", files.path("out.vcf.gz"))
            let read = asked.split(separator: "\n").map { $0.split(separator: "\t") }
            #expect(read.count == before.count)
            for (row, old) in zip(read, before) {
                #expect(row[0] == old[1])
                #expect(row[1] == (try keys(old)))
                #expect(row[3] == "1")
            }
            _ = try annotation.run(
                input: files.path("in.bcf"), output: files.path("b.vcf"), annotate: AnnotationOracleTests.annotate)
            let again = try Program.run("bcftools", "view", "--no-version", "-H", files.path("b.vcf"))
            #expect(
                columns(again) == columns(try Program.run("bcftools", "view", "--no-version", "-H", files.path("out.vcf.gz"))))
        }
    }

    /// The keys of a record, the slow way.
    private func keys(_ record: [Substring]) throws -> String {
        try record[4].split(separator: ",").map { alternate in
            try VariantNotation.parse("MT-\(record[1])-\(record[3])-\(alternate)", assembly: .grch38).trimmed().key.description
        }.joined(separator: ",")
    }

    @Test("With a reference the alleles are those of bcftools norm", arguments: 1...3)
    func leftAlignment(seed: UInt64) throws {
        try ScratchFiles.with { files in
            let input = try files.write("in.vcf", AnnotationOracleTests.file(seed: seed, samples: 0, records: 4_000))
            let fasta = try files.write("a.fa", AnnotationOracleTests.mitochondrion.fasta(name: "chrM", width: 60))
            try Program.run("samtools", "faidx", fasta)
            let reference = try ReferenceFASTA.open(path: fasta, assembly: .grch38)
            let annotation = CallFileAnnotation(assembly: .grch38, reference: reference, info: AnnotationOracleTests.info)
            var ours: [String] = []
            let report = try annotation.run(input: input, output: files.path("out.vcf")) { variants, _ in
                for place in 0..<variants.count {
                    guard let key = variants.key(place) else { continue }
                    let (first, second) = (variants.reference(place), variants.alternate(place))
                    ours.append(
                        "\(key.position.value)\t\(String(decoding: first, as: UTF8.self))\t\(String(decoding: second, as: UTF8.self))"
                    )
                }
            }
            #expect(report.isLeftAligned)
            #expect(report.diagnostics.isEmpty)
            try Program.run(
                "bcftools", "norm", "-m", "-any", "-f", fasta, "-o", files.path("norm.vcf"), input)
            let theirs = try Program.run("bcftools", "query", "-f", "%POS\t%REF\t%ALT\n", files.path("norm.vcf"))
            #expect(ours.sorted() == theirs.split(separator: "\n").map(String.init).sorted())
        }
    }

    @Test("A REF that contradicts the reference has no key; a file full of them was made with another one")
    func mismatches() throws {
        try ScratchFiles.with { files in
            let fasta = try files.write("a.fa", AnnotationOracleTests.mitochondrion.fasta(name: "chrM", width: 60))
            try Program.run("samtools", "faidx", fasta)
            let reference = try ReferenceFASTA.open(path: fasta, assembly: .grch38)
            let annotation = CallFileAnnotation(assembly: .grch38, reference: reference, info: AnnotationOracleTests.info)
            let header = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            func record(_ place: Int, isRight: Bool) -> String {
                let base = AnnotationOracleTests.mitochondrion.bases[place - 1]
                let letters = ["A", "C", "G", "T"].filter { $0 != String(decoding: [base], as: UTF8.self) }
                let right = String(decoding: [base], as: UTF8.self)
                return "chrM\t\(place)\t.\t\(isRight ? right : letters[0])\t\(isRight ? letters[0] : letters[1])\t.\t.\t.\n"
            }
            let few = try files.write("few.vcf", header + (1...300).map { record($0, isRight: $0 % 30 != 0) }.joined())
            var without = 0
            let report = try annotation.run(input: few, output: files.path("out.vcf")) { variants, _ in
                if variants.key(0) == nil { without += 1 }
            }
            #expect(without == 10)
            #expect(report.variants == 290)
            #expect(report.diagnostics.first { $0.kind == .referenceMismatch }?.count == 10)
            let many = try files.write("many.vcf", header + (1...300).map { record($0, isRight: $0 % 3 != 0) }.joined())
            let error = #expect(throws: FormatError.self) {
                try annotation.run(input: many, output: files.path("none.vcf"), annotate: AnnotationOracleTests.annotate)
            }
            #expect(error?.code == .wrongAssembly)
            #expect(!files.names.contains { $0.hasPrefix("none") })
        }
    }
}
