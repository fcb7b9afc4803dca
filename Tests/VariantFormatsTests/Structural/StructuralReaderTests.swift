import GenomeModel
import Testing
import VariantFormats

@Suite("Structural call files are read")
struct StructuralReaderTests {
    private static let deleted = String(repeating: "ACGT", count: 20)

    @Test(
        "Each way of writing an event",
        arguments: [
            ("1 1000 a N <DEL> . PASS SVTYPE=DEL;END=2000 GT 0/1", "DEL 1:1001-2000"),
            ("chr1 1000 a N <DEL:ME> . . SVLEN=-500 GT 0/1", "DEL 1:1001-1500"),
            ("1 1000 a N <DEL> . PASS SVTYPE=CNV;END=2000 GT 0/1", "DEL 1:1001-2000"),
            ("X 1000 a N <DUP:TANDEM> . PASS END=1999;CIPOS=-5,7;CIEND=0,3 GT 0/1", "DUP X:1001(996..1008)-1999(1999..2002)"),
            ("1 1000 a N <TDUP> . PASS END=2000 GT 0/1", "DUP 1:1001-2000"),
            ("1 1000 a N <INV> . PASS END=2000 GT 0/1", "INV 1:1001-2000"),
            ("1 1000 a N <CNV> . PASS END=2000 GT:CN 0/1:1", "CNV 1:1001-2000 loss"),
            ("1 1000 a N <CNV> . PASS END=2000 GT:CN 0/1:4.2", "CNV 1:1001-2000 gain"),
            ("1 1000 a N <CNV> . PASS END=2000 GT:CN 0/1:2.1", "CNV 1:1001-2000"),
            ("1 1000 a N <CN0> . PASS END=2000 GT 0/1", "CNV 1:1001-2000 loss"),
            ("1 1000 a N <CN3> . PASS END=2000 GT 0/1", "CNV 1:1001-2000 gain"),
            ("1 1000 a A <INS:ME:ALU> . PASS SVLEN=280 GT 0/1", "INS 1:1000 +280"),
            ("1 1000 a A <INS> . PASS SVINSSEQ=ACGTACGT GT 0/1", "INS 1:1000 +8"),
            ("1 1000 a A <INS> . PASS LEFT_SVINSSEQ=ACGT GT 0/1", "INS 1:1000 +?"),
            ("1 1000 a A A[2:500[ . PASS SVTYPE=BND GT 0/1", "BND 1:1000+ 2:500-"),
            ("2 500 a A ]1:1000]A . PASS SVTYPE=BND GT 0/1", "BND 1:1000+ 2:500-"),
            ("1 1000 a A A]2:500] . PASS SVTYPE=BND;CIPOS=-3,4;CIRPOS=-1,1 GT 0/1", "BND 1:1000(997..1004)+ 2:500(499..501)+"),
            ("1 1000 a A [2:500[A . PASS SVTYPE=BND GT 0/1", "BND 1:1000- 2:500-"),
            ("1 1000 a A ATTG. . PASS SVTYPE=BND GT 0/1", "BND 1:1000+"),
            ("1 1000 a A .CA . PASS SVTYPE=BND GT 0/1", "BND 1:1000-"),
            ("NC_000001.11 1000 a N <DEL> . PASS END=2000 GT 0/1", "DEL 1:1001-2000"),
        ])
    func notations(record: String, event: String) throws {
        let file = try StructuralVCF.read([record])
        #expect(file.calls.map { StructuralVCF.line($0.event) } == [event])
        #expect(file.calls.first?.state == .heterozygous)
        #expect(!file.report.hasFaults)
        #expect(file.report.events == 1 && file.report.alleles == 1)
    }

    @Test("Bases that are written out, from fifty on")
    func bases() throws {
        let long = Self.deleted
        let file = try StructuralVCF.read([
            "1 1000 a A\(long) A . PASS SVTYPE=DEL GT 0/1", "1 3000 b A\(long) ATTG . PASS CIPOS=0,9;HOMLEN=9 GT 0/1",
            "1 5000 c G G\(long) . PASS . GT 1/1", "1 7000 d A\(long.prefix(49)) A . PASS . GT 0/1",
            "1 8000 e a\(long.lowercased()) A . PASS . GT 0/1",
            "1 9000 f \(long) \(long.reversed().map(String.init).joined()) . PASS . GT 0/1",
        ])
        #expect(
            file.calls.map { StructuralVCF.line($0.event) } == [
                "DEL 1:1001-1080", "DEL 1:3001(3001..3010)-3080(3080..3089)", "INS 1:5000 +80", "DEL 1:8001-8080",
            ])
        #expect(StructuralVCF.counts(file) == ["smallVariant": 2])
    }

    @Test("Alleles of one record are events of their own, each with its length and its carriers")
    func severalAlleles() throws {
        let file = try StructuralVCF.read(
            ["1 1000 a N <DEL>,<DUP>,A[2:500[ . PASS SVLEN=-100,300 GT 1/2 0/3 0/0"], samples: ["A", "B", "C"])
        let lines = file.calls.map { "\(StructuralVCF.line($0.event)) \($0.callSet) \($0.state)" }
        #expect(
            lines == [
                "DEL 1:1001-1100 0 heterozygous", "DUP 1:1001-1300 0 heterozygous", "BND 1:1000+ 2:500- 1 heterozygous",
            ])
        #expect(file.report.events == 3)
    }

    @Test(
        "Genotypes become states as those of small variants do",
        arguments: [
            ("1 1000 a N <DEL> . PASS END=2000 GT", "0/1", Sex.female, CallState.heterozygous),
            ("1 1000 a N <DEL> . PASS END=2000 GT", "1|1", .female, .homozygous),
            ("1 1000 a N <DEL> . PASS END=2000 GT", "./1", .female, .hemizygous),
            ("1 1000 a N <DEL> . q10;x END=2000 GT", "0/1", .female, .failedHeterozygous),
            ("1 1000 a N <DEL> . q10 END=2000 GT", "0/0", .female, .failedOther),
            ("1 1000 a N <DEL> . PASS END=2000 GT:FT", "1/1:MinGQ", .female, .failedHomozygous),
            ("1 1000 a N <DEL> . PASS END=2000 GT:FT", "0/.:MinGQ", .female, .halfReference),
            ("X 5000000 a N <DEL> . PASS END=5002000 GT", "1/1", .male, .hemizygous),
            ("X 5000000 a N <DEL> . PASS END=5002000 GT", "1", .male, .hemizygous),
            ("X 5000000 a N <DEL> . PASS END=5002000 GT", "1/1", .female, .homozygous),
            ("1 1000 a N N[2:500[ . PASS . GT:DV", "./.:5", .female, .hemizygous),
            ("1 1000 a N N[2:500[ . PASS . PR:SR", "3,0:4,2", .female, .hemizygous),
        ])
    func states(record: String, sample: String, sex: Sex, state: CallState) throws {
        let file = try StructuralVCF.read([record + " " + sample], sexes: [sex])
        #expect(file.calls.map(\.state) == [state])
    }

    @Test("In a file of several samples, without a genotype the reads decide who has an event")
    func evidence() throws {
        let file = try StructuralVCF.read(
            ["1 1000 a N <DEL> . PASS END=2000 PR:SR 30,0:20,0 25,5:18,7", "1 5000 b N <DEL> . PASS END=6000 GT ./. 0/1"],
            samples: ["NORMAL", "TUMOR"], origin: .tumour)
        let lines = file.calls.map { "\($0.callSet) \($0.state)" }
        #expect(lines == ["1 hemizygous", "0 noCall", "1 heterozygous"])
        // 12 of 55 reads and pairs.
        #expect(abs(file.calls[0].fraction - 12 / 55) < 1e-6)
    }

    @Test(
        "Fractions of tumours come from AF, pairs and split reads, fragments, or depths",
        arguments: [
            ("AF", "0.25", Float(0.25)), ("PR:SR", "10,2:20,8", 0.25), ("VF", "30,10", 0.25), ("AD", "9,3", 0.25),
            ("DV:RV", "4:5", .nan), ("AF:PR", ".:3,1", 0.25),
        ])
    func fractions(format: String, sample: String, fraction: Float) throws {
        let file = try StructuralVCF.read(
            ["1 1000 a N <DEL> . PASS END=2000 GT:\(format) 0/1:\(sample)"], origin: .tumour)
        let found = try #require(file.calls.first).fraction
        #expect(found == fraction || found.isNaN && fraction.isNaN)
    }

    @Test("Nothing is where nothing can be: Y of a woman")
    func absentContig() throws {
        let file = try StructuralVCF.read(["Y 5000000 a N <DEL> . PASS END=5002000 GT 0/1"], sexes: [.female])
        #expect(file.calls.isEmpty && file.report.events == 1)
        #expect(StructuralVCF.counts(file) == ["genotypeNotExpected": 1])
    }

    @Test("Copies and fusion partners are kept")
    func details() throws {
        let file = try StructuralVCF.read([
            "8 1000 a N <DUP> . . END=90000;CN=. GT:CN 0/1:8.59",
            "2 42295516 b N N]2:29223528] . PASS GENEA=EML4;GENEB=ALK GT ./1",
        ])
        #expect(file.calls[0].event.copies == 8.59)
        #expect(file.calls[1].event.genes == FusionGenes("EML4", "ALK"))
        #expect(file.calls[1].event.first.position.value == 29_223_528)
    }

    @Test(
        "What cannot be understood is counted, with its line and field",
        arguments: [
            ("1 1000 a N <DEL> . PASS . GT 0/1", "spanMissing", "INFO/END"),
            ("1 1000 a N <DEL> . PASS END=x;SVLEN=. GT 0/1", "spanMissing", "INFO/END"),
            ("1 1000 a N <DEL> . PASS END=1000 GT 0/1", "spanReversed", "INFO/END"),
            ("1 1000 a N <DUP> . PASS END=900 GT 0/1", "spanReversed", "INFO/END"),
            ("1 1000 a N <DEL> . PASS END=300000000 GT 0/1", "spanPastEnd", "INFO/END"),
            ("1 1000 a N N[2:500] . PASS . GT 0/1", "breakendSyntax", "ALT"),
            ("1 1000 a N N[2:500[N . PASS . GT 0/1", "breakendSyntax", "ALT"),
            ("1 1000 a N N[2[ . PASS . GT 0/1", "breakendSyntax", "ALT"),
            ("1 1000 a N N.N . PASS . GT 0/1", "alternateAllele", "ALT"),
            ("1 1000 a N N[2:300000000[ . PASS . GT 0/1", "breakendPartner", "ALT"),
            ("1 1000 a N N[hs37d5:5000[ . PASS . GT 0/1", "otherContig", "ALT"),
            ("1 1000 a N N[2:0[ . PASS . GT 0/1", "telomerePosition", "ALT"),
            ("1 1000 a N <STR12> . PASS END=1100 GT 0/1", "unsupportedSymbol", "ALT"),
            ("1 1000 a N <COPY_NORMAL> . PASS END=1100 GT 0/0", "noChange", "ALT"),
            ("1 1000 a N <NON_REF> . PASS END=1100 GT 0/0", "unspecifiedAllele", "ALT"),
            ("1 1000 a N * . PASS END=1100 GT 0/1", "overlappingDeletion", "ALT"),
            ("1 1000 a A G . PASS . GT 0/1", "smallVariant", "ALT"),
            ("1 1000 a N DEL . PASS END=1100 GT 0/1", "alternateAllele", "ALT"),
        ])
    func setAside(record: String, kind: String, field: String) throws {
        let file = try StructuralVCF.read([record])
        #expect(file.calls.isEmpty)
        #expect(StructuralVCF.counts(file) == [kind: 1])
        #expect(file.report.setAside == 1 && file.report.events == 0)
        let places =
            file.report.structuralDiagnostics.flatMap(\.places)
            + file.report.diagnostics.filter { $0.kind != .contigLinesMissing }.flatMap(\.places)
        #expect(places == [FilePlace(line: 3, field: field)])
    }

    @Test(
        "What is wrong beside an event is counted, and the event kept",
        arguments: [
            ("1 1000 a N <DEL> . PASS END=2000;SVLEN=-400 GT 0/1", "lengthDiffers", "DEL 1:1001-2000"),
            ("1 1000 a N <DEL> . PASS END=2000;CIPOS=(0,40) GT 0/1", "confidenceInterval", "DEL 1:1001(1001..1041)-2000"),
            ("1 1000 a N <DEL> . PASS END=2000;CIPOS=9,-4 GT 0/1", "confidenceInterval", "DEL 1:1001(997..1010)-2000"),
            ("1 1000 a N <DEL> . PASS END=2000;CIPOS=7 GT 0/1", "confidenceInterval", "DEL 1:1001-2000"),
            ("1 1000 a N N[2:500[ . PASS MATEID=b GT 0/1", "mateAbsent", "BND 1:1000+ 2:500-"),
            ("1 1000 a N <DEL> . PASS END=2000 GT:CN 0/1:many", "copyNumber", "DEL 1:1001-2000"),
            ("1 1000 a N <DEL> . PASS END=2000 DP 12", "zygosityUnknown", "DEL 1:1001-2000"),
        ])
    func kept(record: String, kind: String, event: String) throws {
        let file = try StructuralVCF.read([record])
        #expect(file.calls.map { StructuralVCF.line($0.event) } == [event])
        #expect(StructuralVCF.counts(file) == [kind: 1])
    }

    @Test("From version 4.4 on SVLEN has precedence over END")
    func versions() throws {
        let record = "1 1000 a N <DEL> . PASS END=2000;SVLEN=-400 GT 0/1"
        #expect(
            try StructuralVCF.read([record], version: "4.3").calls.map { StructuralVCF.line($0.event) } == ["DEL 1:1001-2000"])
        #expect(
            try StructuralVCF.read([record], version: "4.4").calls.map { StructuralVCF.line($0.event) } == ["DEL 1:1001-1400"])
    }

    @Test(
        "Records of which nothing can be taken are counted",
        arguments: [
            ("GL000220.1 1000 a N <DEL> . PASS END=2000 GT 0/1", "otherContig"),
            ("1 x a N <DEL> . PASS END=2000 GT 0/1", "position"),
            ("1 0 a N <DEL> . PASS END=2000 GT 0/1", "telomerePosition"), ("1 1000 a N <DEL> . PASS END=2000 GT", "columnCount"),
            ("1 1000 a ? <DEL> . PASS END=2000 GT 0/1", "referenceAllele"),
            ("1 1000 a N . . PASS END=2000 GT 0/1", "referenceBlock"),
        ])
    func skipped(record: String, kind: String) throws {
        let file = try StructuralVCF.read([record])
        #expect(StructuralVCF.counts(file) == [kind: 1])
        #expect(file.report.skippedRecords == 1 && file.report.alleles == 0)
    }

    @Test("A position past the contig's end, and lengths of another assembly, refuse the file")
    func refusals() {
        #expect { try StructuralVCF.read(["21 46709999 a N <DEL> . PASS END=46710000 GT 0/1"]) } throws: {
            ($0 as? FormatError)?.code == .positionPastContigEnd
        }
        #expect {
            try StructuralVCF.read([], contigs: ["##contig=<ID=1,length=249250621>"])
        } throws: {
            ($0 as? FormatError)?.code == .wrongAssembly
        }
    }

    @Test("Every sentence ends, and holds nothing of a file")
    func sentences() {
        for kind in StructuralDiagnostic.Kind.allCases {
            #expect(kind.message.hasSuffix(".") && kind.message.count > 20)
            #expect(!kind.name.isEmpty)
        }
    }
}
