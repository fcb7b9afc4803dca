import GenomeModel
import Testing
import VariantFormats

/// What refuses a whole file, and that nothing personal is said about it.
struct RefusalTests {
    private func error(
        _ text: String, sample: String? = "patient7", assembly: Assembly = .grch38
    ) throws -> FormatError? {
        let scratch = try ScratchFolder()
        let path = try scratch.write(text, to: "a.vcf")
        return #expect(throws: FormatError.self) {
            _ = try Lines.read(path, callSets: [.init(name: "x", sample: sample, sex: .female)], assembly: assembly)
        }
    }

    private let samples = ["patient7", "patient8"]

    @Test func anotherAssemblyIsRefused() throws {
        let found = try error(SmallVCF.header(samples), assembly: .grch37)
        #expect(found?.code == .wrongAssembly)
        #expect(found?.field == "contig")
        let accession = try error(
            SmallVCF.header(samples, contigs: []) + SmallVCF.record("NC_000001.10", 5, "A", "C", "0/1", "0/1"))
        #expect(accession?.code == .wrongAssembly)
        #expect(accession?.line == 7)
    }

    @Test func aPositionPastTheEndIsRefused() throws {
        for position in ["248956423", "99999999999999999999", "18446744073709551617"] {
            let found = try error(
                SmallVCF.header(samples) + "chr1\t\(position)\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\t0/1\n")
            #expect(found?.code == .positionPastContigEnd, "\(position)")
            #expect(found?.line == 8)
        }
    }

    @Test func genotypesHaveToBeThere() throws {
        #expect(try error(SmallVCF.header([]))?.code == .genotypesMissing)
        let record = "chr1\t5\t.\tA\tC\t.\tPASS\t.\tAD\t1,2\t1,2\n"
        #expect(try error(SmallVCF.header(samples) + record)?.code == .genotypesMissing)
    }

    @Test func samplesHaveToBeClear() throws {
        #expect(try error(SmallVCF.header(samples), sample: "nobody")?.code == .sampleMissing)
        #expect(try error(SmallVCF.header(samples), sample: nil)?.code == .sampleAmbiguous)
        #expect(try error(SmallVCF.header(["patient7", "patient7"]))?.code == .sampleDuplicated)
    }

    @Test func theOtherMitochondrionIsLeftOut() throws {
        let scratch = try ScratchFolder()
        let text =
            SmallVCF.header(
                ["a"], contigs: ["##contig=<ID=chrM,length=16571>", "##contig=<ID=chr1,length=249250621>"])
            + SmallVCF.record("chrM", 16571, "A", "C", "1/1") + SmallVCF.record("chr1", 5, "A", "C", "0/1")
        let path = try scratch.write(text, to: "a.vcf")
        let callSets = [CallSetSource(name: "a", sample: nil, sex: .male)]
        let (lines, report) = try Lines.read(path, callSets: callSets, assembly: .grch37)
        #expect(lines.calls == ["1-5-A-C 0 heterozygous"])
        #expect(report.diagnostics.map(\.kind) == [.otherMitochondrion])
    }

    @Test func nothingPersonalIsSaid() throws {
        let position = "248956423"
        let texts = [
            try error(SmallVCF.header(samples) + "chr1\t\(position)\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\t0/1\n"),
            try error(SmallVCF.header(samples), sample: "patient9"), try error(SmallVCF.header(samples), sample: nil),
        ].map { String(describing: $0) }
        for text in texts {
            for secret in ["patient", position, "0/1", "chr1"] where text.contains("FormatError") == false {
                #expect(!text.contains(secret), "\(text)")
            }
        }
        for kind in FormatDiagnostic.Kind.allCases {
            let diagnostic = "\(kind.name) \(kind.severity)"
            #expect(!diagnostic.isEmpty)
        }
    }

    @Test func aTenthOfContradictionsIsAnotherReference() throws {
        let scratch = try ScratchFolder()
        let reference = ReferenceSequence { _, _, count in [UInt8](repeating: UInt8(ascii: "A"), count: count) }
        func read(_ wrong: Int, of total: Int) throws -> CallFileReport {
            var text = SmallVCF.header(["a"])
            for index in 1...total { text += SmallVCF.record("chr1", index * 10, index <= wrong ? "G" : "A", "C", "0/1") }
            let path = try scratch.write(text, to: "\(wrong)-\(total).vcf")
            return try Lines.read(path, callSets: [.init(name: "a", sample: nil, sex: .female)], reference: reference).report
        }
        let few = try read(19, of: 100)
        #expect(few.diagnostics.first { $0.kind == .referenceMismatch }?.count == 19)
        #expect(few.skippedRecords == 19)
        #expect(few.variants == 81)
        #expect(few.isLeftAligned)
        let error = #expect(throws: FormatError.self) { _ = try read(20, of: 100) }
        #expect(error?.code == .wrongAssembly)
    }
}
