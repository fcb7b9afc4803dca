import GenomeModel
import Testing
import VariantFormats

/// What each genotype means, one by one.
struct CallSemanticsTests {
    private let contigs = [
        "##contig=<ID=chr1,length=248956422>", "##contig=<ID=chrX,length=156040895>",
        "##contig=<ID=chrY,length=57227415>", "##contig=<ID=chrM,length=16569>",
    ]

    /// The states of the call sets a (female), b (male), c (unknown) for each variant of one record.
    private func read(_ record: String, origin: Origin = .germline) throws -> (calls: [String], report: CallFileReport) {
        let scratch = try ScratchFolder()
        let path = try scratch.write(SmallVCF.header(["a", "b", "c"], contigs: contigs) + record, to: "a.vcf")
        let callSets = zip(["a", "b", "c"], [Sex.female, .male, .unknown]).map {
            CallSetSource(name: $0, sample: $0, sex: $1)
        }
        let (lines, report) = try Lines.read(path, callSets: callSets, origin: origin)
        return (lines.calls, report)
    }

    @Test(
        arguments: [
            ("0/0", nil), ("0|0", nil), ("0/1", "heterozygous"), ("1|0", "heterozygous"), ("1/1", "homozygous"),
            ("./.", "noCall"), (".|.", "noCall"), (".", "noCall"), ("./1", "hemizygous"), ("1/.", "hemizygous"),
            ("0/.", "halfReference"), ("./0", "halfReference"), ("0", "halfReference"), ("1", "hemizygous"),
            ("0/0/1", "heterozygous"), ("1/1/1", "homozygous"), ("0/0/0", nil), ("././.", "noCall"),
            ("0/./.", "halfReference"), ("././1", "heterozygous"),
        ] as [(String, String?)])
    func onAutosomes(_ genotype: String, _ state: String?) throws {
        let calls = try read(SmallVCF.record("chr1", 100, "A", "C", genotype, "0/0", "0/0")).calls
        #expect(calls == (state.map { ["1-100-A-C 0 \($0)"] } ?? []))
    }

    @Test(arguments: [
        ("0/0", "failedOther"), ("0/1", "failedHeterozygous"), ("1/1", "failedHomozygous"), ("./.", "failedOther"),
        ("./1", "failedHemizygous"), ("0", "failedOther"),
    ])
    func inARecordThatFailed(_ genotype: String, _ state: String) throws {
        let calls = try read(SmallVCF.record("chr1", 100, "A", "C", filter: "LowQual", genotype, "0/0", "0/0")).calls
        #expect(calls == ["1-100-A-C 0 \(state)", "1-100-A-C 1 failedOther", "1-100-A-C 2 failedOther"])
    }

    @Test func filterMayBeMissing() throws {
        let calls = try read(SmallVCF.record("chr1", 100, "A", "C", filter: ".", "0/1", "0/0", "0/0")).calls
        #expect(calls == ["1-100-A-C 0 heterozygous"])
    }

    @Test func everyAlternateIsAVariantOfItsOwn() throws {
        let calls = try read(SmallVCF.record("chr1", 100, "AT", "A,CT,ATT", "1/2", "0/3", "./2")).calls
        #expect(
            calls == [
                "1-100-A-AT 1 heterozygous", "1-100-A-AT 2 halfReference", "1-100-A-C 0 heterozygous",
                "1-100-A-C 2 hemizygous", "1-100-AT-A 0 heterozygous", "1-100-AT-A 2 halfReference",
            ])
    }

    @Test func lowerCaseIsRaised() throws {
        #expect(try read(SmallVCF.record("chr1", 100, "a", "g,acc", "1/2", "0/0", "0/0")).calls.count == 2)
        #expect(try read(SmallVCF.record("chr1", 100, "a", "g", "1/1", "0/0", "0/0")).calls == ["1-100-A-G 0 homozygous"])
    }

    @Test func xInMalesHasOneAllele() throws {
        let result = try read(SmallVCF.record("chrX", 5_000_000, "A", "C", "0/1", "0/1", "0/1"))
        #expect(result.calls == ["X-5000000-A-C 0 heterozygous", "X-5000000-A-C 1 hemizygous"])
        #expect(count(.diploidGenotype, result.report) == 1)
        #expect(count(.genotypeNotExpected, result.report) == 1)
        let haploid = try read(SmallVCF.record("chrX", 5_000_000, "A", "C", "0", "0", "."))
        #expect(haploid.calls == ["X-5000000-A-C 0 halfReference"])
        let half = try read(SmallVCF.record("chrX", 5_000_000, "A", "C", "0/0", "0/.", "./."))
        #expect(half.calls.isEmpty)
        let missing = try read(SmallVCF.record("chrX", 5_000_000, "A", "C", "0/0", "./.", "./."))
        #expect(missing.calls == ["X-5000000-A-C 1 noCall"])
    }

    @Test func pseudoAutosomalRegionsHaveTwo() throws {
        let calls = try read(SmallVCF.record("chrX", 20_000, "A", "C", "0/1", "1/1", "0/1")).calls
        #expect(calls == ["X-20000-A-C 0 heterozygous", "X-20000-A-C 1 homozygous", "X-20000-A-C 2 heterozygous"])
        #expect(try read(SmallVCF.record("chrY", 20_000, "A", "C", "0/1", "1/1", "0/1")).calls.isEmpty)
    }

    @Test func yIsOnlyInMalesAndMitochondriaHaveOne() throws {
        let y = try read(SmallVCF.record("chrY", 5_000_000, "A", "C", "1/1", "1", "1"))
        #expect(y.calls == ["Y-5000000-A-C 1 hemizygous"])
        let mitochondrion = try read(SmallVCF.record("chrM", 100, "A", "C", "1/1", "0/1", "1"))
        #expect(mitochondrion.calls == ["MT-100-A-C 0 hemizygous", "MT-100-A-C 1 hemizygous", "MT-100-A-C 2 hemizygous"])
        #expect(count(.diploidGenotype, mitochondrion.report) == 2)
    }

    @Test(arguments: [
        ("<DEL>", FormatDiagnostic.Kind.symbolicAllele), ("*", .overlappingDeletion), ("<NON_REF>", .unspecifiedAllele),
        ("<*>", .unspecifiedAllele), ("C[chr1:200[", .breakend), ("]chr1:200]C", .breakend), ("C.", .breakend),
    ])
    func otherAllelesAreCountedAndTheRestIsKept(_ allele: String, _ kind: FormatDiagnostic.Kind) throws {
        let result = try read(SmallVCF.record("chr1", 100, "A", "\(allele),G", "1/2", "0/1", "0/0"))
        #expect(result.calls == ["1-100-A-G 0 heterozygous"])
        #expect(count(kind, result.report) == 1)
        #expect(!result.report.hasFaults)
    }

    @Test func referenceBlocksSayNothing() throws {
        let result = try read(
            SmallVCF.record("chr1", 100, "A", ".", "0/0", "0/0", "./.")
                + SmallVCF.record("chr1", 200, "A", "<NON_REF>", "0/0", "0/0", "./."))
        #expect(result.calls.isEmpty)
        #expect(count(.referenceBlock, result.report) == 2)
    }

    @Test(arguments: ["0/2", "1/x", "1//1", "", "/", "0/99999999999"])
    func whatCannotBeReadIsNotCalled(_ genotype: String) throws {
        let result = try read(SmallVCF.record("chr1", 100, "A", "C", genotype, "0/0", "0/1"))
        #expect(result.calls == ["1-100-A-C 0 noCall", "1-100-A-C 2 heterozygous"])
        #expect(result.report.hasFaults)
    }

    @Test func tumoursKeepTheFraction() throws {
        func record(_ format: String, _ a: String, _ b: String, _ c: String) -> String {
            "chr1\t100\t.\tA\tC,G\t.\tPASS\t.\t\(format)\t\(a)\t\(b)\t\(c)\n"
        }
        let stated = try read(record("GT:AD:AF", "0/1:10,30,0:0.7,0.01", "0/2:1,1,2:.,.", "0/0:1,0,0:0,0"), origin: .tumour)
        #expect(stated.calls == ["1-100-A-C 0 heterozygous 0.7", "1-100-A-G 1 heterozygous 0.5"])
        let derived = try read(record("GT:AD", "1/1:10,30,0", "0/2:.", "./."), origin: .tumour)
        #expect(
            derived.calls == [
                "1-100-A-C 0 homozygous 0.75", "1-100-A-C 2 noCall nan", "1-100-A-G 1 heterozygous nan",
                "1-100-A-G 2 noCall nan",
            ])
    }

    @Test func longAllelesAreKeptWhole() throws {
        let long = String(repeating: "ACGT", count: 5000)
        let calls = try read(SmallVCF.record("chr1", 100, "A", "A" + long, "0/1", "0/0", "0/0")).calls
        #expect(calls == ["1-100-A-A\(long) 0 heterozygous"])
    }

    private func count(_ kind: FormatDiagnostic.Kind, _ report: CallFileReport) -> Int {
        report.diagnostics.first { $0.kind == kind }?.count ?? 0
    }
}
