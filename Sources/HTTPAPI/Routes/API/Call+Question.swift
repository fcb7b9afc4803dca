internal import GenomeModel
internal import Hummingbird
internal import Operations
internal import Questions
internal import StructuredText

extension Call {
    /// The question of the body with everything that asking it takes.
    func asked(_ form: Question.Form?, process: String) throws -> AskedQuestion {
        let written = body["question"] ?? nil
        let question: Question
        do throws(QuestionError) {
            question =
                if let text = written.string { try Question.parse(text, as: form) } else { try Question(json: written, as: form) }
        } catch {
            var problem = Problem(error, language)
            // Of a text the place is inside the text, of JSON it is inside the body.
            problem.details.append(("in", written.string == nil ? "body" : "question"))
            throw problem
        }
        return try asked(question, process: process)
    }

    func asked(_ question: Question, process: String) throws -> AskedQuestion {
        var asked = try terms().asked(question, process: process, at: node)
        if let assembly = (body["assembly"]?.string ?? parameter("assembly")).flatMap({ Assembly(rawValue: $0) }) {
            asked.assembly = assembly
        }
        asked.identifier = context.id
        return asked
    }
}
