import Questions
import StructuredText
import Testing

/// Where a fault is shown, and what is said of it.
@Suite struct QuestionErrorTests {
    @Test(
        "Each fault is shown under its character with what to do",
        arguments: [
            ("", 1, QuestionError.Code.empty),
            ("dignosis = ICD10:C50", 1, .unknownField),
            ("sex = femal", 7, .unknownValue),
            ("sex = female adn age > 3", 14, .expectedConnective),
            ("sex female", 5, .expectedComparison),
            ("sex != female", 5, .unexpectedCharacter),
            ("sex under female", 5, .comparisonNotForField),
            ("sex > female", 5, .comparisonNotForField),
            ("sex in female", 8, .expectedList),
            ("sex in (female", 8, .unclosedParenthesis),
            ("sex in (female male)", 16, .expectedList),
            ("sex =", 6, .expectedValue),
            ("(sex = male", 1, .unclosedParenthesis),
            ("sex = male)", 11, .expectedConnective),
            ("sex = male and", 15, .unexpectedEnd),
            ("and sex = male", 1, .expectedCriterion),
            ("diagnosis = C50", 13, .unknownSystem),
            ("diagnosis = ICD9:174", 13, .unknownSystem),
            ("diagnosis = HP:0001250", 13, .systemNotForField),
            ("diagnosis = ICD10:XYZ", 13, .notACode),
            ("diagnosis = ICD10:C00..C97", 13, .badSpan),
            ("diagnosis under ICD10:C97..C00", 17, .badSpan),
            ("diagnosis under ICD10:C00..C97.1", 17, .badSpan),
            ("diagnosis under ONCOTREE:AA..BB", 17, .badSpan),
            ("age = old", 7, .badAge),
            ("age in 40-49", 8, .badAge),
            ("age in 49..40", 8, .badAge),
            ("age < 0", 7, .badAge),
            ("age under 40", 5, .expectedComparison),
            ("region = 02", 10, .unknownValue),
            ("assay = \"half", 9, .unclosedQuote),
            ("carries", 8, .badVariant),
            ("frequency", 10, .badVariant),
            ("frequency 17-1-A-T sex = male", 20, .expectedConnective),
        ])
    func places(text: String, column: Int, code: QuestionError.Code) throws {
        let error = try #require(throws: QuestionError.self) { try Question.parse(text) }
        #expect(error.code == code)
        #expect(error.place.line == 1)
        #expect(error.place.column == column)
        #expect(!error.remedy.sv.isEmpty && !error.remedy.en.isEmpty)
        let lines = error.rendered(in: text).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[1] == String(repeating: " ", count: column - 1) + "^")
    }

    @Test func `A misspelt field names its neighbour and all the fields`() throws {
        let text = "sex = female and diagnoses under ICD10:C50"
        let error = try #require(throws: QuestionError.self) { try Question.parse(text) }
        #expect(
            error.rendered(in: text) == """
                sex = female and diagnoses under ICD10:C50
                                 ^
                line 1, column 18: there is no field "diagnoses". Did you mean diagnosis? The fields are region, provider, laboratory, \
                assay, assay-kind, area, diagnosis, carrier, phenotype, phenotype-excluded, sex, age, origin, treatment, and all and \
                carries. (unknownField)
                """)
    }

    @Test func `The same fault is told in Swedish`() throws {
        let text = "sex = femal"
        let error = try #require(throws: QuestionError.self) { try Question.parse(text) }
        #expect(
            error.rendered(in: text, language: .sv) == """
                sex = femal
                      ^
                rad 1, tecken 7: ”femal” är inte ett värde för sex. Menade du female? Skriv något av female, male, unknown. \
                (unknownValue)
                """)
    }

    @Test(
        "Faults in JSON have the place of the value",
        arguments: [
            (#"{"sex":"femal"}"#, 8, QuestionError.Code.unknownValue),
            (#"{"sex":1}"#, 8, .wrongType),
            (#"{"sx":"female"}"#, 2, .unknownField),
            (#"{"and":[{"sex":"female","age":3}]}"#, 9, .notOneMember),
            (#"{"and":{}}"#, 8, .wrongType),
            (#"{"and":[]}"#, 8, .wrongType),
            (#"{"sex":"#, 8, .notJSON),
            (#"{"age":{"frm":3}}"#, 9, .wrongType),
            (#"{"age":{}}"#, 8, .badAge),
            (#"{"sex":{"under":"female"}}"#, 8, .wrongType),
            (#"{"frequency":"","where":{"all":true}}"#, 14, .badVariant),
            (#"{"frequency":"17-1-A-T","when":{"all":true}}"#, 25, .unknownMember),
            (#"{"diagnosis":"ICD10:C00..C97"}"#, 14, .notACode),
            (#"{"all":false}"#, 8, .wrongType),
            (#"[]"#, 1, .wrongType),
        ])
    func json(text: String, column: Int, code: QuestionError.Code) throws {
        let error = try #require(throws: QuestionError.self) { try Question.parse(json: text) }
        #expect(error.code == code)
        #expect(error.place.column == column)
    }

    @Test func `The other kind of question is refused by name`() throws {
        let error = try #require(throws: QuestionError.self) { try Question.parse("count all", as: .frequency) }
        #expect(error.code == .otherForm)
        #expect(throws: QuestionError.self) { try Question.parse(json: #"{"all":true}"#, as: .frequency) }
    }

    @Test func `No message repeats a variant`() throws {
        for text in ["carries 17-43093464-G-A ,", "frequency 17-43093464-G-A 17-43093464-G-A x"] {
            let error = try #require(throws: QuestionError.self) { try Question.parse(text) }
            #expect(!error.description.contains("43093464"), "\(error.description)")
        }
    }
}
