import Foundation
import GenomeModel
import Synchronization
import Testing
import VariantFormats

@Suite("Reference FASTA", .enabled(if: Program.hasSamtools && Program.hasBgzip))
struct ReferenceFASTATests {
    private static let mitochondrion = SyntheticMitochondrion(seed: 1)

    private func refusal(_ path: String, _ assembly: Assembly = .grch38) throws -> FormatError {
        try #require(throws: FormatError.self) { try ReferenceFASTA.open(path: path, assembly: assembly) }
    }

    private func position(_ value: Int) throws -> Position { try #require(Position(value)) }

    @Test(
        "Every stretch reads as it was written: plain and bgzipped, any line length, masked or not",
        arguments: [1, 7, 60, 70, 20_000])
    func stretches(width: Int) throws {
        try ScratchFiles.with { files in
            let expected = ReferenceFASTATests.mitochondrion.bases
            let decoy = SyntheticMitochondrion(seed: 2, length: 1_001)
            let text =
                decoy.fasta(name: "chrUn_1", width: width)
                + ReferenceFASTATests.mitochondrion.fasta(name: "chrM", width: width, isMasked: true)
                + decoy.fasta(name: "other", width: width)
            let path = try files.write("reference.fa", text)
            try Program.run("samtools", "faidx", path)
            try Program.run("bgzip", "-k", path)
            try Program.run("samtools", "faidx", path + ".gz")
            var generator = SplitMix64(state: UInt64(width))
            for path in [path, path + ".gz"] {
                for assembly in Assembly.allCases {
                    let reference = try ReferenceFASTA.open(path: path, assembly: assembly)
                    for _ in 0..<300 {
                        let start = generator.below(expected.count)
                        let count = generator.below(4) == 0 ? generator.below(3_000) : generator.below(20)
                        let end = min(start + count, expected.count)
                        #expect(try reference.bases(.mt, position(start + 1), count) == Array(expected[start..<end]))
                    }
                    #expect(try reference.bases(.mt, position(1), 1 << 20) == expected)
                    #expect(try reference.bases(.mt, position(expected.count), 5) == [expected[expected.count - 1]])
                    #expect(try reference.bases(.mt, position(expected.count + 1), 5) == [])
                    #expect(try reference.bases(.mt, position(5), 0) == [])
                }
            }
        }
    }

    @Test("Without its index a file is refused, and none is made")
    func indexMissing() throws {
        try ScratchFiles.with { files in
            let path = try files.write("a.fa", ReferenceFASTATests.mitochondrion.fasta(name: "MT", width: 60))
            let error = try refusal(path)
            #expect(error.code == .referenceIndexMissing)
            #expect(error.remedy.contains("samtools faidx"))
            #expect(files.names == ["a.fa"])
            try Program.run("samtools", "faidx", path)
            try Program.run("bgzip", path)
            try FileManager.default.moveItem(atPath: path + ".fai", toPath: path + ".gz.fai")
            #expect(try refusal(path + ".gz").code == .referenceIndexMissing)
            #expect(files.names == ["a.fa.gz", "a.fa.gz.fai"])
            #expect(try refusal(files.path("none.fa")).code == .fileMissing)
        }
    }

    @Test(
        "A contig whose length contradicts the assembly refuses the file, hg19's mitochondrion too",
        arguments: [("chrM", 16_571), ("chr1", 16_569), ("NC_012920.1", 16_568)] as [(String, Int)])
    func lengths(name: String, length: Int) throws {
        try ScratchFiles.with { files in
            let path = try files.write("a.fa", SyntheticMitochondrion(seed: 3, length: length).fasta(name: name, width: 60))
            try Program.run("samtools", "faidx", path)
            for assembly in Assembly.allCases { #expect(try refusal(path, assembly).code == .wrongAssembly) }
        }
    }

    @Test("A file of other sequences, a contig under two names, and an accession of the other assembly are refused")
    func names() throws {
        try ScratchFiles.with { files in
            let mitochondrion = ReferenceFASTATests.mitochondrion
            func code(_ text: String, _ assembly: Assembly = .grch38) throws -> FormatError.Code {
                let path = try files.write("a.fa", text)
                try Program.run("samtools", "faidx", path)
                return try refusal(path, assembly).code
            }
            let plasmid = try code(mitochondrion.fasta(name: "plasmid", width: 60))
            #expect(plasmid == .referenceMalformed)
            let twice = mitochondrion.fasta(name: "chrM", width: 60) + mitochondrion.fasta(name: "MT", width: 60)
            let both = try code(twice)
            #expect(both == .referenceMalformed)
            let other = try code(mitochondrion.fasta(name: "NC_000017.11", width: 60), .grch37)
            #expect(other == .wrongAssembly)
        }
    }

    @Test("A contig that the file lacks throws when it is asked for")
    func absentContig() throws {
        try ScratchFiles.with { files in
            let path = try files.write("a.fa", ReferenceFASTATests.mitochondrion.fasta(name: "MT", width: 60))
            try Program.run("samtools", "faidx", path)
            let reference = try ReferenceFASTA.open(path: path, assembly: .grch37)
            let first = try position(1)
            let error = #expect(throws: FormatError.self) { try reference.bases(.x, first, 1) }
            #expect(error?.code == .contigNotInReference)
        }
    }

    @Test("An index of another file is noticed, not believed")
    func staleIndex() throws {
        try ScratchFiles.with { files in
            let path = try files.write("a.fa", ReferenceFASTATests.mitochondrion.fasta(name: "MT", width: 60))
            try Program.run("samtools", "faidx", path)
            _ = try files.write("a.fa", ReferenceFASTATests.mitochondrion.fasta(name: "MT", width: 61))
            let reference = try ReferenceFASTA.open(path: path, assembly: .grch38)
            let first = try position(1)
            let error = #expect(throws: FormatError.self) { try reference.bases(.mt, first, 1_000) }
            #expect(error?.code == .referenceUnreadable)
            for index in ["", "MT\t16569\n", "MT\t16569\t4\t0\t0\n", "MT\t16569\t4\t61\t60\n", "@\u{0}\u{1}\n"] {
                _ = try files.write("a.fa.fai", index)
                #expect(try refusal(path).code == .referenceMalformed)
            }
        }
    }

    @Test("Many tasks read at once, each what it asked for")
    func concurrency() throws {
        try ScratchFiles.with { files in
            let expected = ReferenceFASTATests.mitochondrion.bases
            let path = try files.write("a.fa", ReferenceFASTATests.mitochondrion.fasta(name: "MT", width: 60))
            try Program.run("samtools", "faidx", path)
            let reference = try ReferenceFASTA.open(path: path, assembly: .grch38)
            let wrong = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: 8) { task in
                var generator = SplitMix64(state: UInt64(task))
                for _ in 0..<500 {
                    let start = generator.below(expected.count - 50)
                    let read = Position(start + 1).flatMap { try? reference.bases(.mt, $0, 50) }
                    if read != Array(expected[start..<(start + 50)]) { wrong.withLock { $0 += 1 } }
                }
            }
            #expect(wrong.withLock { $0 } == 0)
        }
    }

    @Test("Left-alignment by the file is that by the same bases in memory", arguments: 0..<5)
    func leftAlignment(seed: UInt64) throws {
        try ScratchFiles.with { files in
            let bases = ReferenceFASTATests.mitochondrion.bases
            let path = try files.write("a.fa", ReferenceFASTATests.mitochondrion.fasta(name: "MT", width: 60))
            try Program.run("samtools", "faidx", path)
            let file = try ReferenceFASTA.open(path: path, assembly: .grch38)
            let memory = ReferenceFASTATests.mitochondrion.reference
            var generator = SplitMix64(state: seed)
            for _ in 0..<200 {
                let start = generator.below(bases.count - 10)
                let reference = String(decoding: bases[start..<(start + 1 + generator.below(4))], as: UTF8.self)
                let alternate = String(reference.prefix(1))
                guard reference.count > 1 else { continue }
                let variant = try VariantNotation.parse("MT-\(start + 1)-\(reference)-\(alternate)", assembly: .grch38)
                #expect(try variant.leftAligned(in: file) == variant.leftAligned(in: memory))
            }
        }
    }
}
