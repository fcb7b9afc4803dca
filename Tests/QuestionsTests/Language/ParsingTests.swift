import ClinicalModel
import Questions
import StructuredText
import Testing

/// The grammar of `docs/cohort-language.md`, case by case.
@Suite struct ParsingTests {
    @Test(
        "Text, and the canonical text that it means",
        arguments: [
            ("all", "count all"),
            ("ALL", "count all"),
            (
                "diagnosis under ICD10:C50 and sex = female and not (age in 0..17 or phenotype = HP:0001250)",
                "count diagnosis under ICD10:C50 and sex = female and not (age in 0..17 or phenotype = HP:0001250)"
            ),
            ("Sex = FEMALE AND Age >= 18", "count sex = female and age >= 18"),
            ("age > 17", "count age >= 18"),
            ("age < 18", "count age <= 17"),
            ("age in 40 .. 49", "count age in 40..49"),
            ("age = 40", "count age = 40"),
            ("assay-kind in (panel,exome)", "count assay-kind in (panel, exome)"),
            ("assay-kind in (panel)", "count assay-kind = panel"),
            ("diagnosis = icd10:c509", "count diagnosis = ICD10:C50.9"),
            ("diagnosis under ICD10:C00..C97", "count diagnosis under ICD10:C00..C97"),
            ("diagnosis under ICD10:C00 .. ICD10:C97", "count diagnosis under ICD10:C00..C97"),
            ("carrier under (ICD10:C50, ICD10:C00..C10)", "count carrier under (ICD10:C50, ICD10:C00..C10)"),
            ("a_b or", nil), ("((sex = male))", "count sex = male"),
            ("sex = male or sex = female and area = rare", "count sex = male or sex = female and area = rare"),
            ("(sex = male or sex = female) and area = rare", "count (sex = male or sex = female) and area = rare"),
            ("not not all", "count not not all"),
            ("assay = \"panel v. 2 (new)\"", "count assay = \"panel v. 2 (new)\""),
            ("carries 17:g.43093464G>A and sex = male", "count carries 17:g.43093464G>A and sex = male"),
            ("(carries 17-43093464-G-A)", "count carries 17-43093464-G-A"),
            ("frequency 17-43093464-G-A where sex = male", "frequency 17-43093464-G-A where sex = male"),
            ("frequency 17-43093464-G-A", "frequency 17-43093464-G-A"),
            ("frequency 17-43093464-G-A where all", "frequency 17-43093464-G-A"),
            ("treatment under ATC:L01 and region in (01, 24)", "count treatment under ATC:L01 and region in (01, 24)"),
            (
                "phenotype-excluded under HP:0001250\nand\torigin = tumour",
                "count phenotype-excluded under HP:0001250 and origin = tumour"
            ),
            ("provider = SE2321000016-1003 and laboratory = lab.1", "count provider = SE2321000016-1003 and laboratory = lab.1"),
        ] as [(String, String?)])
    func canonical(text: String, expected: String?) throws {
        if let expected {
            #expect(try Question.parse(text).text == expected)
        } else {
            #expect(throws: QuestionError.self) { try Question.parse(text) }
        }
    }

    @Test func `A frequency is read without its first word where one is expected`() throws {
        let question = try Question.parse("17-43093464-G-A where sex = male", as: .frequency)
        #expect(question.kind == .frequency("17-43093464-G-A"))
        #expect(try Question.parse("frequency 17-43093464-G-A where sex = male", as: .frequency) == question)
        #expect(try Question.parse("17:g.43093464G>A", as: .frequency) == Question(.frequency("17:g.43093464G>A")))
    }

    @Test(
        "JSON, and the text that says the same",
        arguments: [
            (
                #"{"and":[{"diagnosis":{"under":"ICD10:C50"}},{"not":{"sex":"male"}}]}"#,
                "count diagnosis under ICD10:C50 and not sex = male"
            ),
            (#"{"count":{"all":true}}"#, "count all"),
            (#"{"or":[{"age":{"from":40,"through":49}},{"age":3}]}"#, "count age in 40..49 or age = 3"),
            (
                #"{"frequency":"17-43093464-G-A","where":{"assay-kind":["panel","exome"]}}"#,
                "frequency 17-43093464-G-A where assay-kind in (panel, exome)"
            ),
            (#"{"diagnosis":["ICD10:C50","ORPHA:558"]}"#, "count diagnosis in (ICD10:C50, ORPHA:558)"),
            (#"{"and":[{"carries":"17-1-A-T"}]}"#, "count carries 17-1-A-T"),
            (#"{"diagnosis":{"under":["ICD10:C00..C97"]}}"#, "count diagnosis under ICD10:C00..C97"),
        ])
    func json(json: String, text: String) throws { #expect(try Question.parse(json: json).text == text) }

    @Test func `Depth, length and the number of conditions have limits in both forms`() throws {
        func nested(_ depth: Int) -> Criterion {
            (1..<depth).reduce(Criterion.everyone) { inner, level in
                level % 2 == 0 ? .and([inner, .everyone]) : .or([.everyone, inner])
            }
        }
        let deepest = Question(.count, nested(Question.depthLimit))
        #expect(try Question.parse(deepest.text) == deepest)
        #expect(try Question.parse(json: deepest.json.canonicalText) == deepest)
        let deeper = Question(.count, nested(Question.depthLimit + 1))
        #expect(code { try Question.parse(deeper.text) } == .tooDeep)
        #expect(code { try Question.parse(json: deeper.json.canonicalText) } == .tooDeep)
        #expect(code { try Question.parse(String(repeating: "(", count: 9000)) } == .tooDeep)
        #expect(code { try Question.parse(String(repeating: "not ", count: 2000)) } == .tooDeep)
        #expect(code { try Question.parse(String(repeating: " ", count: 10_001)) } == .tooLong)
        let many = Question(.count, .and(Array(repeating: .everyone, count: Question.conditionLimit + 1)))
        #expect(code { try Question.parse(many.text) } == .tooManyConditions)
        #expect(code { try Question.parse(json: many.json.canonicalText) } == .tooManyConditions)
    }

    private func code(_ parse: () throws -> Question) -> QuestionError.Code? {
        do {
            _ = try parse()
            return nil
        } catch {
            return (error as? QuestionError)?.code
        }
    }
}
