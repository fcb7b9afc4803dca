import Questions
import StructuredText
import Testing

/// What the platform writes, it reads back as the same question; and nothing that anybody writes ends the process.
@Suite struct RoundTripTests {
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `Canonical text parses to the same question, and again to the same text`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let cast = Cast()
        for _ in 0..<1000 {
            let question = cast.question(&random)
            let again = try Question.parse(question.text)
            #expect(again == question, "\(question.text)")
            #expect(again.text == question.text)
        }
    }

    @Test(arguments: [UInt64(5), 6])
    func `JSON reads back to the same question, and both forms say the same`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let cast = Cast()
        for _ in 0..<1000 {
            let question = cast.question(&random)
            let again = try Question.parse(json: question.json.canonicalText)
            #expect(again == question, "\(question.text)")
            #expect(try Question.parse(json: question.json.indentedText).text == question.text)
        }
    }

    @Test(arguments: [UInt64(7), 8])
    func `Mutated questions and random bytes are read or refused with a place inside the text`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let cast = Cast()
        let alphabet = Array("abAnd Or NOT()\"\\,.<>=:-_0123456789 in under HP:ICD10:C50..C97åß\n\t\u{301}🧬%".unicodeScalars)
        for round in 0..<2500 {
            let isJSON = round % 2 == 0
            let question = cast.question(&random)
            var scalars = Array((isJSON ? question.json.canonicalText : question.text).unicodeScalars)
            if round % 7 == 0 { scalars = (0..<random.below(200)).map { _ in alphabet[random.below(alphabet.count)] } }
            for _ in 0..<(1 + random.below(4)) {
                let place = random.below(scalars.count + 1)
                switch random.below(3) {
                case 0: scalars.insert(alphabet[random.below(alphabet.count)], at: place)
                case 1 where place < scalars.count: scalars.remove(at: place)
                default: scalars = Array(scalars.prefix(place) + scalars.suffix(random.below(scalars.count + 1)))
                }
            }
            let text = String(String.UnicodeScalarView(scalars))
            do throws(QuestionError) {
                let read = isJSON ? try Question.parse(json: text) : try Question.parse(text)
                #expect((try? Question.parse(read.text)) == read, "\(read.text)")
            } catch {
                let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
                #expect((1...max(1, lines.count)).contains(error.place.line))
                if lines.indices.contains(error.place.line - 1) {
                    #expect(error.place.column >= 1 && error.place.column <= lines[error.place.line - 1].count + 1)
                }
                #expect(!error.rendered(in: text).isEmpty)
            }
        }
    }
}
