import Questions
import StructuredText

/// A question as somebody typed it: text, or JSON where it begins with a brace. A fault is shown under the character.
struct WrittenQuestion {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    let text: String

    func read(_ form: Question.Form?, _ language: Language) throws -> Question {
        let isJSON = text.drop(while: \.isWhitespace).hasPrefix("{")
        do throws(QuestionError) {
            return isJSON ? try Question.parse(json: text, as: form) : try Question.parse(text, as: form)
        } catch {
            throw Fault(
                description: (language == .sv ? "frågan går inte att förstå:\n" : "the question is not understood:\n")
                    + error.rendered(in: text, language: language))
        }
    }
}
