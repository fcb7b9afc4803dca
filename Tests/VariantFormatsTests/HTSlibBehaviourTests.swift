import GenomeModel
import Testing
import VariantFormats

/// What we rely on htslib for, pinned: a version that does otherwise shows here first.
struct HTSlibBehaviourTests {
    private let callSets = [CallSetSource(name: "a", sample: nil, sex: .female)]

    /// 28 bytes: an empty BGZF block.
    private static let endBlock: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x04, 0, 0, 0, 0, 0, 0xff, 0x06, 0, 0x42, 0x43, 0x02, 0, 0x1b, 0, 0x03, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]

    private func packed(_ scratch: ScratchFolder, _ records: Int = 5000) throws -> [UInt8] {
        var text = SmallVCF.header(["a"])
        for index in 1...records { text += SmallVCF.record("chr1", index * 3, "A", "C", "0/1") }
        let path = try scratch.write(text, to: "p.vcf")
        _ = try CallFileAnnotation(assembly: .grch38, info: []).run(input: path, output: scratch.file("p.vcf.gz")) { _, _ in }
        return try ScratchFolder.bytes(of: scratch.file("p.vcf.gz"))
    }

    @Test func whatWeWriteEndsInTheEndBlock() throws {
        let scratch = try ScratchFolder()
        #expect(try packed(scratch).suffix(28) == HTSlibBehaviourTests.endBlock[...])
    }

    @Test func filesPutTogetherAreOneFile() throws {
        // `cat a.vcf.gz b.vcf.gz` leaves an end block in the middle, with and without threads.
        let scratch = try ScratchFolder()
        let bytes = try packed(scratch)
        var more = ""
        for index in 1...10 { more += SmallVCF.record("chr1", 100_000 + index, "A", "C", "0/1") }
        _ = try scratch.write(SmallVCF.header([]), to: "h.vcf")
        let tail = try scratch.write(more, to: "t.txt")
        guard let bgzip = Tool("bgzip") else { return }
        try bgzip.run("-k", tail)
        let path = try scratch.write(bytes + (try ScratchFolder.bytes(of: tail + ".gz")), to: "c.vcf.gz")
        for threads in [0, 2] { #expect(try Lines.read(path, callSets: callSets, threads: threads).report.records == 5010) }
    }

    @Test(arguments: [0, 2]) func aDamagedBlockIsAnError(_ threads: Int) throws {
        let scratch = try ScratchFolder()
        var bytes = try packed(scratch)
        for index in (bytes.count / 2)..<(bytes.count / 2 + 20) { bytes[index] ^= 0x55 }
        let path = try scratch.write(bytes, to: "d.vcf.gz")
        let error = #expect(throws: FormatError.self) { _ = try Lines.read(path, callSets: callSets, threads: threads) }
        #expect(error?.code == .fileDamaged)
    }

    @Test(.enabled(if: Tool("gzip") != nil, "needs gzip"), arguments: [0, 2])
    func gzipIsReadAndACutOneIsAnError(_ threads: Int) throws {
        let scratch = try ScratchFolder()
        _ = try packed(scratch)
        try Tool("gzip")?.run("-k", "-S", ".gzip", scratch.file("p.vcf"))
        #expect(try Lines.read(scratch.file("p.vcf.gzip"), callSets: callSets, threads: threads).report.records == 5000)
        let bytes = try ScratchFolder.bytes(of: scratch.file("p.vcf.gzip"))
        for length in [bytes.count / 2, bytes.count - 9, bytes.count - 1] {
            let path = try scratch.write(Array(bytes[..<length]), to: "g.vcf.gz")
            #expect(throws: FormatError.self, "cut at \(length) of \(bytes.count)") {
                _ = try Lines.read(path, callSets: callSets, threads: threads)
            }
        }
    }

    @Test func progressReachesTheEnd() throws {
        let scratch = try ScratchFolder()
        let bytes = try packed(scratch)
        let report = try Lines.read(scratch.file("p.vcf.gz"), callSets: callSets).report
        #expect(report.bytesTotal == bytes.count)
        #expect(report.bytesRead > bytes.count / 2 && report.bytesRead <= bytes.count)
    }
}
