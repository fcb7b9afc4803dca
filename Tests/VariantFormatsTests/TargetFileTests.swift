import Foundation
import GenomeModel
import Testing
import VariantFormats

@Suite("Target files")
struct TargetFileTests {
    private func read(_ text: String, _ assembly: Assembly = .grch38) throws -> TargetFile {
        try ScratchFiles.with { try TargetFile.read(path: $0.write("targets.bed", text), assembly: assembly) }
    }

    private func refusal(_ text: String, _ assembly: Assembly = .grch38) throws -> FormatError {
        try #require(throws: FormatError.self) { try read(text, assembly) }
    }

    @Test("0-based half-open intervals become 1-based inclusive ones, and touching ones become one")
    func coordinates() throws {
        let file = try read("chr1\t0\t10\nchr1\t10\t20\tname\t0\t+\nchr2\t99\t100\nX\t5\t6\n")
        let spans = try #require(file.regions.spans)
        #expect(spans[0] == [.init(first: 1, last: 20)])
        #expect(spans[1] == [.init(first: 100, last: 100)])
        #expect(spans[22] == [.init(first: 6, last: 6)])
        #expect(file.regions.length == 22)
        #expect(file.diagnostics.isEmpty)
    }

    @Test("Headings, comments, blank lines, spaces, carriage returns and a missing last newline are read over")
    func layout() throws {
        let text =
            "browser position chr1:1-2\r\ntrack name=\"a b\"\r\n#chrom\tstart\tend\r\n\r\n \t \r\nchr1 1   5\tx y\r\n1\t7\t9"
        let file = try read(text)
        #expect(file.regions.spans?[0] == [.init(first: 2, last: 5), .init(first: 8, last: 9)])
        #expect(file.diagnostics.isEmpty)
    }

    @Test("The last base of a contig is a target, the one after it is of another assembly")
    func contigEnd() throws {
        let length = Assembly.grch38.length(of: .mt)
        #expect(try read("chrM\t0\t\(length)\n").regions.length == length)
        for text in ["chrM\t0\t\(length + 1)\n", "chrM\t\(length)\t\(length)\n", "chrM\t0\t99999999999999999999999\n"] {
            let error = try refusal(text)
            #expect(error.code == .wrongAssembly)
            #expect(error.line == 1)
            #expect(!error.description.contains("\(length + 1)"))
        }
        // Chromosome 1 is longer in GRCh37.
        let end = Assembly.grch37.length(of: try #require(Contig(rawValue: 1)))
        #expect(throws: Never.self) { try read("1\t\(end - 1)\t\(end)\n", .grch37) }
        #expect(try refusal("1\t\(end - 1)\t\(end)\n").code == .wrongAssembly)
    }

    @Test("Accessions say which assembly they are of")
    func accessions() throws {
        #expect(try read("NC_000017.11\t1\t2\n").regions.spans?[16].count == 1)
        #expect(try refusal("NC_000017.11\t1\t2\n", .grch37).code == .wrongAssembly)
    }

    @Test("Unknown sequences and targets without bases are counted and left out")
    func leftOut() throws {
        let file = try read("chrUn_KI270302v1\t1\t2\nchr1\t5\t5\nchr1\t7\t9\nGL000192.1\t3\t4\n")
        #expect(file.regions.length == 2)
        #expect(file.diagnostics.map(\.kind) == [.targetName, .targetEmpty])
        #expect(file.diagnostics.map(\.count) == [2, 1])
        #expect(file.diagnostics[0].places.map(\.line) == [1, 4])
    }

    @Test(
        "What is not a target refuses the file, with line, field and remedy",
        arguments: [
            ("chr1\t1\t5\nchr1\t1\n", 2, "line", "fewer than three columns"), ("chr1\n", 1, "line", "fewer than three columns"),
            ("chrom\tstart\tend\n", 1, "column 2", "not a whole number"), ("chr1\t-1\t5\n", 1, "column 2", "not a whole number"),
            ("chr1\t1\t5e3\n", 1, "column 3", "not a whole number"), ("chr1\t\t5\t9\n", 1, "column 2", "not a whole number"),
            ("chr1\t1\t5\nchr1\t77777\t7\n", 2, "column 3", "ends before it starts"),
            ("\u{FEFF}chr1\t1\t5\n", 1, "column 1", "byte order mark"),
        ] as [(String, Int, String, String)])
    func faults(text: String, line: Int, field: String, message: String) throws {
        let error = try refusal(text)
        #expect(error.code == .targetsMalformed)
        #expect(error.line == line)
        #expect(error.field == field)
        #expect(error.message.contains(message))
        #expect(!error.remedy.isEmpty)
        #expect(!error.description.contains("77777"))
    }

    @Test(
        "A file without targets, a missing file and a directory are refused",
        arguments: ["", "#\n", "chrZ\t1\t2\n", "chr1\t3\t3\n"])
    func empty(text: String) throws {
        #expect(try refusal(text).code == .targetsEmpty)
        try ScratchFiles.with { files in
            let missing = #expect(throws: FormatError.self) {
                try TargetFile.read(path: files.path("none.bed"), assembly: .grch38)
            }
            #expect(missing?.code == .fileMissing)
            #expect(throws: FormatError.self) { try TargetFile.read(path: files.directory.path, assembly: .grch38) }
        }
    }

    @Test("Bgzipped and gzipped files read as plain ones; a cut one is refused", .enabled(if: Program.hasBgzip))
    func compressed() throws {
        try ScratchFiles.with { files in
            let lines = (0..<20_000).map { "chr\(1 + $0 % 22)\t\($0 * 100)\t\($0 * 100 + 50)\texon\($0)\n" }.joined()
            let plain = try TargetFile.read(path: files.write("a.bed", lines), assembly: .grch38)
            try Program.run("bgzip", "-k", files.path("a.bed"))
            #expect(try TargetFile.read(path: files.path("a.bed.gz"), assembly: .grch38).regions == plain.regions)
            var bytes = try Data(contentsOf: URL(fileURLWithPath: files.path("a.bed.gz")))
            bytes.removeLast(28)
            try bytes.write(to: URL(fileURLWithPath: files.path("cut.bed.gz")))
            let cut = #expect(throws: FormatError.self) {
                try TargetFile.read(path: files.path("cut.bed.gz"), assembly: .grch38)
            }
            #expect(cut?.code == .fileTruncated)
            try Program.run("gzip", files.write("b.bed", lines))
            #expect(try TargetFile.read(path: files.path("b.bed.gz"), assembly: .grch38).regions == plain.regions)
        }
    }

    @Test("Any list of targets covers exactly the bases that a plain list of them does", arguments: 0..<20)
    func coverage(seed: UInt64) throws {
        var generator = SplitMix64(state: seed)
        var covered = [Bool](repeating: false, count: 402)
        var text = ""
        for _ in 0..<generator.below(30) + 1 {
            let start = generator.below(390)
            let end = start + 1 + generator.below(10)
            for base in start..<end { covered[base + 1] = true }
            text += "chr7\t\(start)\t\(end)\n"
        }
        let regions = try read(text).regions
        let contig = try #require(Contig(rawValue: 7))
        for base in 1...401 {
            #expect(regions.overlaps(contig, first: UInt32(base), last: UInt32(base)) == covered[base])
        }
    }
}
