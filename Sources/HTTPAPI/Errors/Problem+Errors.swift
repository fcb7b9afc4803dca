package import AccessModel
internal import HTTPTypes
package import Operations
package import Questions
package import StructuredText

extension Problem {
    /// What a failure is to the one who asked. Nil for failures of the machine: those are logged and told as nothing but that.
    package static func of(_ error: any Error, _ language: Language = .en) -> Problem? {
        switch error {
        case let problem as Problem: return problem
        case let error as SchemaFault: return Problem(error)
        default:
            guard let facts = ProblemFacts.of(error, language) else { return nil }
            var problem = Problem(facts)
            // Where to go on from, and when: a program reads it from the fields, without taking the problem apart.
            if case .wrongOffset(let expected)? = (error as? UploadError)?.code {
                problem.headers[.uploadOffset] = String(expected)
            }
            if case .full? = error as? AnnotationError { problem.headers[.retryAfter] = "30" }
            return problem
        }
    }

    package init(_ facts: ProblemFacts) {
        self.init(HTTPResponse.Status(integerLiteral: facts.status), facts.code, facts.title, remedy: facts.remedy)
        details = facts.details
    }

    package init(_ error: QuestionError, _ language: Language) { self.init(ProblemFacts(error, language)) }

    package init(_ error: JSONSyntaxError) { self.init(ProblemFacts(error)) }

    package init(_ refusal: AdministrativeRefusal, _ language: Language) {
        self.init(
            .forbidden, "not-allowed-" + refusal.code.rawValue, refusal.message.text(language),
            remedy: refusal.remedy.text(language))
    }

    package init(_ fault: SchemaFault) {
        self.init(
            .badRequest, "body-malformed", "The body is not what the description says.",
            remedy: (fault.path.isEmpty ? "Expected: " : "Expected at \(fault.path): ") + fault.expected + ".")
        details = [("pointer", JSONValue(.string(fault.path)))]
        if fault.place.line > 0 { details.append(("place", Problem.json(fault.place))) }
    }

    static func json(_ place: SourcePlace) -> JSONValue { ProblemFacts.json(place) }
}
