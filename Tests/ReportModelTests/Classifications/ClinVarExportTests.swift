import ClinicalModel
import ReportModel
import Testing

@Suite("Export in ClinVar's form")
struct ClinVarExportTests {
    @Test("A row fills the columns of the submission template")
    func row() throws {
        let shared = Examples.shared(.likelyPathogenic, region: "01")
        let row = try #require(ClinVarExport.submissionRow(shared))
        #expect(row.count == ClinVarExport.submissionColumns.count)
        let named = Dictionary(uniqueKeysWithValues: zip(ClinVarExport.submissionColumns, row))
        #expect(named["Chromosome"] == "17" && named["Start"] == "43093464" && named["Stop"] == "43093464")
        #expect(named["Reference allele"] == "G" && named["Alternate allele"] == "A" && named["Assembly"] == "GRCh38")
        #expect(named["Condition ID type"] == "Orphanet" && named["Condition ID value"] == "ORPHA145")
        #expect(named["Germline classification"] == "Likely pathogenic" && named["Date last evaluated"] == "2026-11-01")
    }

    @Test("A deletion stops at its last base")
    func deletion() throws {
        let row = try #require(
            ClinVarExport.submissionRow(Examples.shared(.pathogenic, region: "01", variant: Examples.otherVariant)))
        #expect(row[4] == "32340300" && row[5] == "32340301")
    }

    @Test(
        "Conditions in the code systems that ClinVar takes",
        arguments: [
            ("OMIM:604370", "OMIM", "604370"), ("HP:0001250", "HPO", "HP:0001250"), ("ICD10:C50.9", nil, nil),
            ("ONCOTREE:LUAD", nil, nil),
        ]
            as [(String, String?, String?)])
    func conditions(code: String, type: String?, value: String?) {
        let shared = SharedClassification(
            subject: SharedClassification.Subject(variant: Examples.variant, condition: given(Code(code))), gene: "G",
            pathogenicityClass: .benign, criteria: [], method: "m", evaluated: given(CivilDate("2026-01-01")),
            region: given(RegionCode("01")),
            laboratory: Examples.laboratory, version: 1)
        let row = ClinVarExport.submissionRow(shared)
        #expect(row?[8] == type && row?[9] == value)
    }

    @Test("The summary of a variant and condition: term, conflict, review status, submitters")
    func summary() throws {
        let conflict = try #require(
            ClinVarExport.summaryRow([
                Examples.shared(.pathogenic, region: "12", evaluated: "2026-10-01"), Examples.shared(.uncertain, region: "01"),
            ]))
        #expect(
            conflict.dropFirst(3) == [
                "Conflicting classifications of pathogenicity", "Pathogenic(1)|Uncertain significance(1)", "2026-11-01",
                "criteria provided, conflicting classifications", "2", "01/lab;12/lab",
            ])
        let one = try #require(ClinVarExport.summaryRow([Examples.shared(.benign, region: "01")]))
        #expect(one[3] == "Benign" && one[4] == "" && one[6] == "criteria provided, single submitter")
        let two = try #require(
            ClinVarExport.summaryRow([Examples.shared(.benign, region: "01"), Examples.shared(.likelyBenign, region: "12")]))
        #expect(two[3] == "Benign/Likely benign" && two[6] == "criteria provided, multiple submitters, no conflicts")
        #expect(ClinVarExport.summaryRow([]) == nil)
        #expect(
            ClinVarExport.summaryRow([
                Examples.shared(.benign, region: "01"), Examples.shared(.benign, region: "01", variant: Examples.otherVariant),
            ]) == nil)
    }

    @Test("The text has a header, a line a row, and no value that breaks a line or a column")
    func text() {
        #expect(ClinVarExport.text(["A", "B"], [["x\ty", "1\r\n2"], ["å", ""]]) == "A\tB\nx y\t1 2\nå\t\n")
    }
}
