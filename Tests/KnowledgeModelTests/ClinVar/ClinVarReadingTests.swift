import GenomeModel
import KnowledgeModel
import StructuredText
import Testing

@Suite("ClinVar's file")
struct ClinVarReadingTests {
    static let header =
        "##fileformat=VCFv4.1\n##fileDate=2026-02-26\n##reference=GRCh38\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    // A record of ClinVar of 2026-02-26, shortened (public domain).
    static let conflicting =
        "1\t45327617\t986812\tT\tC\t.\t.\tALLELEID=974984;CLNDISDB=MedGen:C3661900|MONDO:MONDO:0033613,MedGen:C5436628;CLNDN=not_provided|Inborn_genetic_diseases;CLNHGVS=NC_000001.11:g.45327617T>C;CLNREVSTAT=criteria_provided,_conflicting_classifications;CLNSIG=Conflicting_classifications_of_pathogenicity;CLNSIGCONF=Pathogenic(2)|Likely_pathogenic(2)|Uncertain_significance(2);CLNSIGSCV=SCV001446435|SCV002028158;CLNVC=single_nucleotide_variant;GENEINFO=HPDL:84842;MC=SO:0001583|missense_variant;ORIGIN=1;RS=567130416"

    static func read(_ lines: String...) throws -> KnowledgeImport<ClinVarRecord> {
        try ClinVarRecord.read(Array((header + lines.map { $0 + "\n" }.joined()).utf8), assembly: .grch38)
    }

    @Test("Gives each record's conclusion, conflict, conditions and genes")
    func record() throws {
        let read = try ClinVarReadingTests.read(ClinVarReadingTests.conflicting)
        let record = try #require(read.items.first)
        #expect(read.diagnostics.total == 0)
        #expect(record.identity.description == "clinvar:986812")
        #expect(record.germline?.side == .conflicting)
        #expect(record.germline?.stars == 1)
        #expect(record.germline?.conflict.map(\.submissions) == [2, 2, 2])
        #expect(record.conditions.map(\.name) == ["not provided", "Inborn genetic diseases"])
        #expect(record.conditions.last?.identifiers == ["MONDO:MONDO:0033613", "MedGen:C5436628"])
        #expect(record.genes.map(\.symbol) == ["HPDL"])
        #expect(record.dbSNP == ["rs567130416"])
        #expect(ClinVarIndex(read.items).records(of: record.variant).map(\.variationID) == [986812])
    }

    @Test("Keys an indel by its trimmed alleles")
    func trimmed() throws {
        let read = try ClinVarReadingTests.read(
            "1\t45327487\t5\tGTTT\tGTT\t.\t.\tCLNSIG=Pathogenic;CLNREVSTAT=practice_guideline")
        #expect(
            read.items.first?.variant
                == Variant(
                    contig: try #require(Contig(name: "1")), position: try #require(Position(45_327_487)), reference: "GT",
                    alternate: "G"))
        #expect(read.items.first?.germline?.stars == 4)
    }

    @Test(
        "Leaves a damaged record out, with its line and column",
        arguments: [
            ("1\t45327617\t1\tT\tC", KnowledgeFault.Code.wrongFieldCount, 1),
            ("HSCHR1_1\t45327617\t1\tT\tC\t.\t.\tX=1", .unknownContig, 1), ("1\t0\t1\tT\tC\t.\t.\tX=1", .badPosition, 3),
            ("1\t248956423\t1\tT\tC\t.\t.\tX=1", .pastContigEnd, 3), ("1\t45327617\tA1\tT\tC\t.\t.\tX=1", .badNumber, 12),
            ("1\t45327617\t1\tT\t.\t.\t.\tX=1", .noAlternate, 16), ("1\t45327617\t1\tT\tR\t.\t.\tX=1", .badAllele, 16),
            ("1\t45327617\t1\t?\tC\t.\t.\tX=1", .badAllele, 14), ("1\t45327617\t986812\tT\tG\t.\t.\tX=1", .repeatedItem, 1),
        ])
    func damagedRecord(line: String, code: KnowledgeFault.Code, column: Int) throws {
        let read = try ClinVarReadingTests.read(ClinVarReadingTests.conflicting, line)
        #expect(read.items.count == 1)
        #expect(read.diagnostics.kept.map(\.code) == [code])
        #expect(read.diagnostics.kept.first?.place?.line == 6)
        #expect(read.diagnostics.kept.first?.place?.column == column)
    }

    @Test("Keeps a record with a word that ClinVar did not have before, and says so")
    func unknownWord() throws {
        let read = try ClinVarReadingTests.read(
            "1\t45327617\t1\tT\tC\t.\t.\tCLNSIG=Pathogenic/Astonishing;CLNREVSTAT=well_reviewed")
        #expect(read.items.first?.germline?.text == "Pathogenic/Astonishing")
        #expect(read.items.first?.germline?.side == .pathogenic)
        #expect(read.diagnostics.kept.map(\.value) == ["Astonishing", "well_reviewed"])
        #expect(read.diagnostics.kept.allSatisfy { $0.code == .unknownTerm && !$0.losesRow })
    }

    @Test(
        "Is refused as a whole where it is another file",
        arguments: [
            ("chrom\tpos\n", KnowledgeFault.Code.notVCF), ("##fileformat=VCFv4.1\n", .noHeader),
            (header.replacing("GRCh38", with: "GRCh37") + conflicting + "\n", .wrongAssembly),
            (header.replacing("##reference=GRCh38\n", with: "") + conflicting + "\n", .noAssembly),
        ])
    func otherFile(text: String, code: KnowledgeFault.Code) {
        let fault = #expect(throws: KnowledgeFault.self) { try ClinVarRecord.read(Array(text.utf8), assembly: .grch38) }
        #expect(fault?.code == code)
    }

    @Test("Checks REF where there is a reference")
    func reference() throws {
        let adenines = ReferenceSequence { _, _, count in Array(repeating: UInt8(ascii: "A"), count: count) }
        let read = try ClinVarRecord.read(
            Array((ClinVarReadingTests.header + ClinVarReadingTests.conflicting + "\n").utf8), assembly: .grch38,
            reference: adenines)
        #expect(read.diagnostics.counts == [.contradiction: 1])
    }

    @Test(
        "Has the stars of ClinVar's own table",
        arguments: [
            ("practice_guideline", 4), ("reviewed_by_expert_panel", 3),
            ("criteria_provided,_multiple_submitters,_no_conflicts", 2),
            ("criteria_provided,_conflicting_classifications", 1), ("criteria_provided,_conflicting_interpretations", 1),
            ("criteria_provided,_single_submitter", 1), ("no_assertion_criteria_provided", 0), ("no_classification_provided", 0),
            ("no_classification_for_the_single_variant", 0), ("no_classifications_from_unflagged_records", 0),
        ])
    func stars(words: String, stars: Int) throws { #expect(try #require(ReviewStatus(words: words)).stars == stars) }
}

@Suite("ClinVar of 2026-02-26", .enabled(if: SharedData.isThere && SharedData.hasBCFTools, "needs ../shared/data and bcftools"))
struct ClinVarReleaseTests {
    static let file = SharedData.path + "/knowledge/clinvar.vcf.gz"

    /// How often each value is, as bcftools reads it.
    static func counts(_ query: String) -> [String: Int] {
        Dictionary(Shell.lines("bcftools query -f '\(query)\\n' '\(file)'").map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test("Every record but those without an alternate allele is read, and counted as bcftools counts")
    func counted() throws {
        let bytes = try SharedData.bytes("knowledge/clinvar.vcf.gz")
        var result: KnowledgeImport<ClinVarRecord>?
        let seconds = try ProcessorTime.seconds { result = try ClinVarRecord.read(bytes, assembly: .grch38) }
        let read = try #require(result)
        print("ClinVar:", read.items.count, "records, seconds:", seconds)
        let withoutAllele = Shell.lines("bcftools query -f '%ALT\\n' '\(ClinVarReleaseTests.file)' | grep -c '^\\.$'").first
            .flatMap { Int($0) }
        #expect(read.rows == 69302)
        #expect(read.diagnostics.counts[.noAlternate] == withoutAllele)
        #expect(read.items.count + read.diagnostics.kept.count { $0.losesRow } == 69302)

        func tally(_ values: some Sequence<String>) -> [String: Int] { Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +) }
        let filter = " | awk -F'\\t' '$1 != \".\" {print $2}'"
        func expected(_ tag: String) -> [String: Int] {
            tally(Shell.lines("bcftools query -f '%ALT\\t%INFO/\(tag)\\n' '\(ClinVarReleaseTests.file)'" + filter))
        }
        #expect(tally(read.items.map { $0.germline?.text ?? "." }) == expected("CLNSIG"))
        #expect(tally(read.items.compactMap { $0.germline?.status?.rawValue }) == expected("CLNREVSTAT").filter { $0.key != "." })
        #expect(tally(read.items.map { $0.oncogenicity?.text ?? "." }) == expected("ONC"))
        #expect(tally(read.items.map { $0.clinicalImpact?.text ?? "." }) == expected("SCI"))
        #expect(tally(read.items.map { $0.alleleID.map(String.init) ?? "." }) == expected("ALLELEID"))
        #expect(
            tally(read.items.map { $0.genes.isEmpty ? "." : $0.genes.map { "\($0.symbol):\($0.number)" }.joined(separator: "|") })
                == expected("GENEINFO"))
        #expect(read.diagnostics.counts[.unknownTerm] == nil)
    }

    @Test("Its day is the one that it names")
    func day() throws { #expect(ClinVarRecord.releaseDate(try SharedData.bytes("knowledge/clinvar.vcf.gz")) == "2026-02-26") }
}
