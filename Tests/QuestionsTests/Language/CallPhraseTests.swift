import GenomeModel
import Questions
import StructuredText
import Testing

@Suite("Variants and events by what they are, in the cohort language")
struct CallPhraseTests {
    static let phrases: [(written: String, canonical: String, json: String)] = [
        ("carries gene BRCA1", "carries gene BRCA1", #"{"carries":{"gene":"BRCA1"}}"#),
        (
            "carries GENE BRCA1 WITH impact in (moderate, HIGH)", "carries gene BRCA1 with impact in (HIGH, MODERATE)",
            #"{"carries":{"gene":"BRCA1","impact":["HIGH","MODERATE"]}}"#
        ),
        (
            "carries gene BRCA1 with consequence stop_gained with impact HIGH",
            "carries gene BRCA1 with impact HIGH with consequence stop_gained",
            #"{"carries":{"gene":"BRCA1","impact":"HIGH","consequence":"stop_gained"}}"#
        ),
        (
            "carries coding NM_007294.4:c.5266dup", "carries coding NM_007294.4:c.5266dup",
            #"{"carries":{"coding":"NM_007294.4:c.5266dup"}}"#
        ),
        (
            #"carries protein "p.(Val600Glu)" with gene BRAF"#, #"carries gene BRAF with protein "p.(Val600Glu)""#,
            #"{"carries":{"gene":"BRAF","protein":"p.(Val600Glu)"}}"#
        ),
        (
            "carries event del/dup in 17:43044295-43170245 with length 50..100000",
            "carries event DEL/DUP in 17:43044295-43170245 with length 50..100000",
            #"{"carries":{"event":["DEL","DUP"],"in":"17:43044295-43170245","length":{"from":50,"through":100000}}}"#
        ),
        (
            "carries event any in chr2:5", "carries event any in chr2:5", #"{"carries":{"event":"any","in":"chr2:5"}}"#
        ),
        ("carries DEL-2-1000-5000", "carries DEL-2-1000-5000", #"{"carries":"DEL-2-1000-5000"}"#),
    ]

    @Test("Text and JSON say the same, and each question has one canonical text", arguments: phrases)
    func roundTrip(written: String, canonical: String, json: String) throws {
        let question = try Question.parse("sex = female and \(written)")
        #expect(question.text == "count sex = female and \(canonical)")
        #expect(try Question.parse(question.text) == question)
        #expect(try Question(json: question.json) == question)
        let alone = try Question.parse(written)
        #expect(alone.criterion.json.canonicalText == (try JSONReader.read(json)).canonicalText)
        #expect(try Question.parse(json: json) == alone)
        #expect(alone.criterion.variants.count == 1)
    }

    @Test(
        "What is wrong is shown under its character",
        arguments: [
            ("carries gene", 13), ("carries gene BRCA1 with", 24), ("carries gene BRCA1 with impact LARGE", 32),
            ("carries gene BRCA1 with frequency HIGH", 25), ("carries gene BRCA1 with gene TP53", 25),
            ("carries event XYZ in 1:5-9", 15), ("carries event DEL", 18), ("carries event DEL in 1:5-9 with size 5..9", 32),
            ("carries event DEL in 1:5-9 with length 9..5", 39), ("carries event DEL in 1:5-9 with length 5", 39),
        ])
    func faults(text: String, column: Int) {
        let error = #expect(throws: QuestionError.self) { try Question.parse(text) }
        #expect(error?.place == SourcePlace(line: 1, column: column), "\(error.map { "\($0)" } ?? "")")
    }

    @Test(
        "JSON that describes nothing is refused",
        arguments: [
            #"{"carries":{}}"#, #"{"carries":{"impact":"HIGH"}}"#, #"{"carries":{"gene":"BRCA1","impact":"LARGE"}}"#,
            #"{"carries":{"gene":5}}"#, #"{"carries":{"event":"DEL"}}"#, #"{"carries":{"event":"DEL","in":"1:5","gene":"A"}}"#,
            #"{"carries":{"event":"DEL","in":"1:5","length":{"from":9,"through":5}}}"#,
        ])
    func badJSON(text: String) {
        let error = #expect(throws: QuestionError.self) { try Question.parse(json: text) }
        #expect(error?.code == .badPhrase)
    }

    @Test("What a text means depends on how it begins")
    func meaning() throws {
        let query = ConsequenceQuery(geneSymbol: "BRCA1", impacts: [.high])
        #expect(try SoughtCall.parse("gene BRCA1 with impact HIGH", assembly: .grch38) == .consequence(query))
        let event = try StructuralNotation.parse("DEL-2-1000-5000", assembly: .grch38)
        #expect(try SoughtCall.parse("DEL-2-1000-5000", assembly: .grch38) == .event(event))
        for (text, code) in [
            ("gene", VariantNotationError.Code.notAPhrase), ("event DEL in 99:5", .unknownContig),
            ("event DEL in 1:9-5", .badRange), ("DEL-2-5", .notAnEvent), ("DEL-2-5-999999999", .pastEnd),
            ("nonsense", .unrecognised),
        ] {
            let error = #expect(throws: VariantNotationError.self) { try SoughtCall.parse(text, assembly: .grch38) }
            #expect(error?.code == code, "\(text)")
        }
    }
}
