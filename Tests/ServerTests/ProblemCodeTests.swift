import AccessModel
import Operations
import Questions
import StructuredText
import Testing
import VariantFormats

@Suite("The codes of problems")
struct ProblemCodeTests {
    /// Programs hold on to them: a code that changes here changes for everybody.
    private static let table: [(subject: String, codes: [String], expected: [String])] = [
        (
            "file", FormatError.Code.allCases.map(\.rawValue),
            [
                "file-missing", "file-unreadable", "file-empty", "file-truncated", "file-damaged", "file-line-too-long",
                "file-expands-too-much", "file-not-vcf", "file-header-malformed", "file-record-malformed", "file-wrong-assembly",
                "file-position-past-contig-end", "file-sample-missing", "file-sample-ambiguous", "file-sample-duplicated",
                "file-genotypes-missing", "file-targets-malformed", "file-targets-empty", "file-reference-index-missing",
                "file-reference-malformed", "file-reference-unreadable", "file-contig-not-in-reference", "file-not-writable",
            ]
        ),
        (
            "json", JSONSyntaxError.Code.allCases.map(\.rawValue),
            [
                "json-not-utf8", "json-unexpected-character", "json-unexpected-end", "json-bad-number", "json-bad-escape",
                "json-control-character", "json-duplicate-name", "json-too-deep", "json-trailing-text", "json-too-large",
            ]
        ),
        (
            "question", QuestionError.Code.allCases.map(\.rawValue),
            [
                "question-empty", "question-too-long", "question-too-deep", "question-too-many-conditions",
                "question-other-form", "question-unexpected-character", "question-unclosed-quote",
                "question-unclosed-parenthesis", "question-unexpected-end", "question-expected-criterion",
                "question-expected-connective", "question-expected-comparison", "question-comparison-not-for-field",
                "question-expected-value", "question-expected-list", "question-unknown-field", "question-unknown-value",
                "question-unknown-system", "question-not-a-code", "question-system-not-for-field", "question-bad-span",
                "question-bad-age", "question-bad-variant", "question-bad-phrase", "question-not-json", "question-wrong-type",
                "question-not-one-member", "question-unknown-member",
            ]
        ),
        (
            "statement", ConsentRefusal.Code.allCases.map(\.rawValue),
            [
                "statement-unknown-kind", "statement-study-missing", "statement-study-not-wanted", "statement-may-not-give",
                "statement-may-not-lift", "statement-guardian-may-not-block", "statement-age-unknown",
                "statement-person-is-adult",
            ]
        ),
    ]

    @Test("Each is the error's own code in words, and is never changed", arguments: 0..<table.count)
    func codes(_ row: Int) {
        let (subject, codes, expected) = Self.table[row]
        #expect(codes.map { ProblemCode.named($0, after: subject) } == expected)
    }

    @Test(
        "Capitals in a row are one word, and a subject that the code begins with is not said twice",
        arguments: [
            ("notVCF", "file", "file-not-vcf"), ("VCFMissing", "file", "file-vcf-missing"), ("notACode", "a", "a-not-a-code"),
            ("fileEmpty", "file", "file-empty"), ("filed", "file", "file-filed"), ("tooLarge", "json", "json-too-large"),
        ])
    func words(_ code: String, _ subject: String, _ expected: String) {
        #expect(ProblemCode.named(code, after: subject) == expected)
    }
}
