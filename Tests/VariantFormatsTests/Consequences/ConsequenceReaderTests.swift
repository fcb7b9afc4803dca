import GenomeModel
import Testing
import VariantFormats

@Suite("Reading consequences")
struct ConsequenceReaderTests {
    private func read(_ text: String, assembly: Assembly = .grch38) throws -> ReadConsequences {
        let scratch = try ScratchFolder()
        return try ReadConsequences(try scratch.write(text, to: "a.vcf"), assembly: assembly)
    }

    private func headers(_ lines: [String], assembly: Assembly) throws -> [AnnotationHeader] {
        let scratch = try ScratchFolder()
        return try AnnotationHeader.read(
            path: try scratch.write(AnnotatedVCF.text(lines, []).replacing(",length=248956422", with: ""), to: "a.vcf"),
            assembly: assembly)
    }

    @Test("Everything that is kept arrives, with percent codes undone")
    func everything() throws {
        let line =
            "C|splice_region_variant&synonymous_variant|LOW|BRCA1|ENSG00000012048|Transcript|ENST00000357654|protein_coding|19/23|18/22|ENST00000357654.9:c.5266A>C|ENSP00000350283.3:p.Gln1756%3D|HGNC:1100|YES|NM_007294.4|"
        let read = try read(AnnotatedVCF.vep([("A", "C", line)]))
        let expected = TranscriptConsequence(
            feature: TranscriptFeature(
                geneSymbol: "BRCA1", hgncID: "HGNC:1100", geneID: "ENSG00000012048", type: "Transcript",
                identifier: "ENST00000357654", biotype: "protein_coding", marks: [.canonical, .maneSelect]),
            terms: ConsequenceTerm.list("splice_region_variant&synonymous_variant"), impact: .low,
            hgvsCoding: "ENST00000357654.9:c.5266A>C", hgvsProtein: "ENSP00000350283.3:p.Gln1756=", exon: "19/23",
            intron: "18/22")
        #expect(read.variants.map(\.consequences) == [[expected]])
        #expect(read.report.diagnostics.isEmpty)
        #expect(read.report.variants == 1)
    }

    @Test(
        "MANE is read from the columns of any release",
        arguments: [
            ("MANE", "NM_007294.4", TranscriptFeature.Marks.maneSelect), ("MANE", "MANE_Select", .maneSelect),
            ("MANE", "MANE_Plus_Clinical", .manePlusClinical), ("MANE_SELECT", "NM_1.1", .maneSelect),
            ("MANE_PLUS_CLINICAL", "NM_1.1", .manePlusClinical), ("CANONICAL", "YES", .canonical),
            ("MANE", "", TranscriptFeature.Marks()),
        ])
    func mane(column: String, value: String, marks: TranscriptFeature.Marks) throws {
        let text = AnnotatedVCF.vep(
            [("A", "C", "C|intron_variant|T|\(value)")], columns: "Allele|Consequence|Feature|\(column)")
        #expect(try read(text).variants.first?.consequences.first?.feature.marks == marks)
    }

    @Test("Without an impact column the terms' is taken, and a bare HGNC number gets its prefix")
    func withoutImpact() throws {
        let text = AnnotatedVCF.vep(
            [("A", "C", "C|intron_variant&missense_variant|T|8847")], columns: "Allele|Consequence|Feature|HGNC_ID")
        let found = try read(text).variants.first?.consequences.first
        #expect(found?.impact == .moderate)
        #expect(found?.feature.hgncID == "HGNC:8847")
    }

    @Test("SnpEff's one rank is an intron's where the variant lies in one")
    func snpEff() throws {
        let header = [
            #"##SnpEffVersion="4.2 (build 2015-12-05), by Pablo Cingolani""#,
            #"##SnpEffCmd="SnpEff  -v GRCh38.99 /secret/in.vcf ""#,
            #"##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: 'Allele | Annotation | ...'">"#,
        ]
        let entry =
            "TC|intron_variant|MODIFIER|PER3|ENSG00000049246|transcript|ENST00000377532|protein_coding|3/20|c.390+471_390+472insC||||||"
        let coding = "TC|missense_variant|MODERATE|PER3|ENSG00000049246|transcript|T2|protein_coding|4/21|c.5A>G|p.Lys2Arg|||||"
        let read = try read(AnnotatedVCF.text(header, [("T", "TC", "ANN=\(entry),\(coding),TC|x")]))
        let found = try #require(read.variants.first).consequences
        #expect(found.map(\.intron) == ["3/20", ""])
        #expect(found.map(\.exon) == ["", "4/21"])
        #expect(found.map(\.hgvsCoding) == ["c.390+471_390+472insC", "c.5A>G"])
        #expect(found.map(\.hgvsProtein) == ["", "p.Lys2Arg"])
        #expect(read.count(.consequenceColumns) == 1)
    }

    @Test("The version is the header's, without where its files lay")
    func versions() throws {
        let vep = try headers(Array(AnnotatedVCF.vep([]).split(separator: "\n").map(String.init)[2...3]), assembly: .grch38)
        #expect(vep.map(\.version.description) == ["VEP 113.0, homo_sapiens_merged/113_GRCh38, GRCh38"])
        #expect(vep.map(\.infoKey) == ["CSQ"])
        let old =
            "##VEP=v85 cache=/mnt/x/homo_sapiens/85_GRCh37 db=. assembly=GRCh37.p13 gencode=GENCODE 19 sift=sift5.2.2"
        let info =
            #"##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence type as predicted by VEP. Format: Allele|Feature|Consequence">"#
        #expect(
            try headers([old, info], assembly: .grch37).map(\.version.description) == ["VEP 85, homo_sapiens/85_GRCh37, GRCh37"])
        let other =
            #"##INFO=<ID=BCSQ,Number=.,Type=String,Description="Local consequence annotation from BCFtools/csq. Format: Consequence|gene">"#
        #expect(try headers([other], assembly: .grch37).isEmpty)
    }

    @Test("Another assembly is refused")
    func wrongAssembly() throws {
        let error = #expect(throws: FormatError.self) { _ = try read(AnnotatedVCF.vep([]), assembly: .grch37) }
        #expect(error?.code == .wrongAssembly)
    }

    @Test(
        "Faults are counted with their place, and the rest is read",
        arguments: [
            ("C|intron_variant|MODIFIER|", FormatDiagnostic.Kind.consequenceColumns, 0),
            ("C|intron_variant|MODIFIER||||||||||||||extra", .consequenceColumns, 0),
            ("C||MODIFIER|||||||||||||", .consequenceTerms, 0),
            ("C|intron variant<b>|MODIFIER|||||||||||||", .consequenceTerms, 0),
            ("C|stop_gained|GREAT|||||||||||||", .consequenceImpact, 1),
            ("G|stop_gained|HIGH|||||||||||||", .consequenceAllele, 0),
        ])
    func faults(entry: String, kind: FormatDiagnostic.Kind, kept: Int) throws {
        let sound = "C|stop_gained|HIGH|||||||||||||"
        let read = try read(AnnotatedVCF.vep([("A", "C", sound), ("A", "C", entry + "," + sound)]))
        #expect(read.variants.map(\.consequences.count) == [1, 1 + kept])
        let diagnostic = try #require(read.report.diagnostics.first { $0.kind == kind })
        #expect(diagnostic.count == 1)
        #expect(diagnostic.places == [FilePlace(line: 7, field: "INFO/CSQ")])
        #expect(read.variants.last?.consequences.map(\.impact) == Array(repeating: .high, count: 1 + kept))
    }

    @Test("Columns that only the last are missing of are read, others not")
    func shortConsequences() throws {
        let columns = "Allele|Consequence|IMPACT|Feature|LoF|LoF_info"
        let read = try read(
            AnnotatedVCF.vep(
                [("A", "C", "C|stop_gained|HIGH|T1|,C|HIGH|T2|,C|stop_gained|HIGH,C|stop_gained|HIGH|T3||")], columns: columns))
        #expect(read.variants.map { $0.consequences.map(\.feature.identifier) } == [["T1", "T3"]])
        #expect(read.count(.consequenceColumns) == 3)
    }

    @Test("Records without consequences are a notice, those without alleles of bases are not")
    func missing() throws {
        let info = AnnotatedVCF.vep([]).split(separator: "\n").map(String.init)[2...3]
        let read = try read(
            AnnotatedVCF.text(Array(info), [("A", "C", "DP=3"), ("A", "C", "CSQ=."), ("A", "<DEL>", "CSQ=deletion|x")]))
        #expect(read.variants.isEmpty)
        #expect(read.count(.consequenceMissing) == 2)
        #expect(read.count(.symbolicAllele) == 1)
        #expect(!read.report.hasFaults)
    }

    @Test("A last line that is cut inside a consequence refuses the file")
    func truncated() throws {
        let whole = AnnotatedVCF.vep([("A", "C", "C|stop_gained|HIGH|||||||||||||")])
        let cut = String(whole.prefix(whole.count - 12))
        let error = #expect(throws: FormatError.self) { _ = try read(cut) }
        #expect(error?.code == .fileTruncated)
        #expect(try read(String(whole.dropLast())).count(.lastLineUnended) == 1)
    }
}
