import Foundation
import GenomeModel
import Testing
import VariantFormats

@Suite("Damaged files")
struct DamagedFileTests {
    static let header = """
        ##fileformat=VCFv4.2
        ##contig=<ID=chr1,length=248956422>
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS

        """

    static func text(_ records: Int) -> String {
        var text = header
        for number in 1...records { text += "chr1\t\(number * 100)\t.\tA\tG\t50\tPASS\t.\tGT:DP\t0/1:\(number % 90)\n" }
        return text
    }

    @Test("A BGZF file without its end block is refused as cut short", .enabled(if: Scratch.has("bgzip")))
    func noEndBlock() throws {
        let scratch = try Scratch()
        try scratch.write("a.vcf", Self.text(50))
        try scratch.run("bgzip -c a.vcf > a.vcf.gz")
        let whole = try scratch.bytes("a.vcf.gz")
        // The end block is 28 bytes (SAM specification, 4.1.2).
        let cut = try scratch.write("cut.vcf.gz", whole.dropLast(28))
        let error = #expect(throws: FormatError.self) { try ReadCalls(cut) }
        #expect(error?.code == .fileTruncated)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("Cut at any byte, a compressed file is refused", .enabled(if: Scratch.has("bgzip")))
    func compressedCut() throws {
        let scratch = try Scratch()
        try scratch.write("a.vcf", Self.text(50))
        try scratch.run("bgzip -c a.vcf > a.vcf.gz")
        let whole = try scratch.bytes("a.vcf.gz")
        for length in 0..<whole.count {
            let cut = try scratch.write("cut.vcf.gz", whole.prefix(length))
            #expect(throws: FormatError.self, "cut at \(length)") { try ReadCalls(cut) }
        }
    }

    @Test("Cut at any byte, a plain file is refused, or gives the calls of its whole lines")
    func plainCut() throws {
        let scratch = try Scratch()
        let text = Data(Self.text(12).utf8)
        let whole = try ReadCalls(try scratch.write("whole.vcf", text))
        #expect(whole.lines.count == 12)
        for length in 0..<text.count {
            let cut = try scratch.write("cut.vcf", text.prefix(length))
            do {
                let found = try ReadCalls(cut)
                #expect(whole.lines.starts(with: found.lines), "cut at \(length)")
            } catch is FormatError {}
        }
    }

    @Test("A last line without its newline counts, and is noted")
    func lastLine() throws {
        let scratch = try Scratch()
        let text = Self.text(12)
        let file = try scratch.write("a.vcf", String(text.dropLast()))
        let found = try ReadCalls(file)
        #expect(found.lines.count == 12)
        #expect(found.report.diagnostics.contains { $0.kind == .lastLineUnended })
    }

    @Test("Noise and flipped bytes are errors, diagnostics or other calls, never a crash", arguments: 1...6)
    func noise(_ seed: UInt64) throws {
        let scratch = try Scratch()
        var generator = SeededGenerator(seed: seed)
        let text = Data(Self.text(40).utf8)
        for round in 0..<300 {
            var bytes = text
            if round % 10 == 0 {
                bytes = Data(
                    (0..<Int.random(in: 0..<4000, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) })
            } else {
                for _ in 0..<Int.random(in: 1...8, using: &generator) {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                    case 1: bytes.remove(at: place)
                    default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                    }
                }
            }
            let file = try scratch.write("noise.vcf", bytes)
            do {
                let found = try ReadCalls(file)
                #expect(found.lines.count <= found.report.records)
            } catch let error as FormatError {
                #expect(!error.remedy.isEmpty)
            }
            do { _ = try CallFileCheck.run(path: file, decompressionThreads: 0) } catch {}
        }
    }

    @Test("Empty files, folders and missing files say so")
    func nothing() throws {
        let scratch = try Scratch()
        let empty = try scratch.write("empty.vcf", "")
        #expect(throws: FormatError.self) { try ReadCalls(empty) }
        let missing = #expect(throws: FormatError.self) { try ReadCalls(scratch.path("missing.vcf"), samples: ["S"]) }
        #expect(missing?.code == .fileMissing)
        #expect(throws: FormatError.self) { try ReadCalls(scratch.root.path, samples: ["S"]) }
    }

    @Test("No message holds a sample's name, a place or an allele")
    func discreet() throws {
        let scratch = try Scratch()
        let file = try scratch.write(
            "a.vcf",
            Self.header.replacingOccurrences(of: "\tS\n", with: "\tSECRET\n")
                + "chr1\t999999999\t.\tACGTACGT\tG\t50\tPASS\t.\tGT:DP\t0/1:3\n")
        let error = try #require(#expect(throws: FormatError.self) { try ReadCalls(file) })
        for secret in ["SECRET", "999999999", "ACGTACGT"] { #expect(!"\(error)".contains(secret)) }
        #expect(error.line == 6 && error.field == "POS")
    }
}

/// SplitMix64: the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
