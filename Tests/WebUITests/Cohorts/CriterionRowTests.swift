import ClinicalModel
import Questions
import Testing
import WebUI

@Suite("Rows of a question and its text say the same")
struct CriterionRowTests {
    @Test(
        "What rows can say comes back as the same question",
        arguments: [
            "all", "sex = female", "not sex = female", "age in 40..49", "age >= 18", "age <= 17", "age = 40",
            "diagnosis under ICD10:C50", "diagnosis under (ICD10:C00..C97, ORPHA:558)", "phenotype = HP:0001250",
            "phenotype-excluded in (HP:0001250, HP:0000002)", "carries 17-43093464-G-A", "treatment under ATC:L01",
            "sex = female and age >= 40", "sex = female or age >= 40", "(sex = female or not age >= 40) and region in (12, 24)",
            "region = 24 and (diagnosis under ICD10:C50 or carrier under ICD10:C50) and not origin = tumour",
            "provider = SE24-NUS and laboratory = SE24-NUS-GMC and assay = \"genome@1\" and assay-kind = genome and area = rare",
        ])
    func roundTrip(_ text: String) throws {
        let question = try Question.parse(text, as: .count)
        let rows = try #require(CriterionRows(question.criterion))
        let (criterion, faults) = rows.criterion()
        #expect(faults.isEmpty)
        #expect(criterion?.text == question.criterion.text)
    }

    @Test(
        "What is joined otherwise has no rows",
        arguments: [
            "not (sex = female and age >= 40)", "sex = female or (age >= 40 and region = 24)", "not (sex = female or age >= 40)",
            "(not all) and sex = female",
        ])
    func noRows(_ text: String) throws { #expect(CriterionRows(try Question.parse(text, as: .count).criterion) == nil) }

    @Test("An unfinished row is left out, and a faulty one is told by its place")
    func faults() {
        let age = CriterionRow(subject: .field(.age), values: ["fifty", ""])
        let empty = CriterionRow(subject: .field(.diagnosis))
        let sex = CriterionRow(subject: .field(.sex), values: ["female"])
        let (criterion, faults) = CriterionRows([sex, empty, age]).criterion()
        #expect(criterion == nil)
        #expect(faults.map(\.row) == [2])
        #expect(CriterionRows([sex, empty]).criterion().criterion?.text == "sex = female")
        #expect(CriterionRows().criterion().criterion == .everyone)
    }
}
