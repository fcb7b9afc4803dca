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
            // Where to go on from: a program reads it from the field, without taking the problem apart.
            if case .wrongOffset(let expected)? = (error as? UploadError)?.code {
                problem.headers[.uploadOffset] = String(expected)
            }
            return problem
        }
    }

    /// Facts are written in one language already.
    package init(_ facts: ProblemFacts) {
        self.init(
            HTTPResponse.Status(integerLiteral: facts.status), facts.code, LocalizedText(sv: facts.title, en: facts.title),
            remedy: LocalizedText(sv: facts.remedy, en: facts.remedy))
        details = facts.details
        if let seconds = facts.retryAfter { headers[.retryAfter] = String(seconds) }
    }

    package init(_ error: QuestionError, _ language: Language) { self.init(ProblemFacts(error, language)) }

    package init(_ error: JSONSyntaxError) { self.init(ProblemFacts(error)) }

    package init(_ refusal: AdministrativeRefusal) {
        self.init(.forbidden, "not-allowed-" + refusal.code.rawValue, refusal.message, remedy: refusal.remedy)
    }

    package init(_ fault: SchemaFault) {
        let at = fault.path.isEmpty ? "" : " \(fault.path)"
        self.init(
            .badRequest, "body-malformed",
            LocalizedText(
                sv: "Det som skickades är inte vad beskrivningen säger.", en: "The body is not what the description says."),
            remedy: LocalizedText(
                sv: (at.isEmpty ? "Väntat: " : "Väntat i\(at): ") + fault.expected.sv + ".",
                en: (at.isEmpty ? "Expected: " : "Expected at\(at): ") + fault.expected.en + "."))
        details = [("pointer", JSONValue(.string(fault.path)))]
        if fault.place.line > 0 { details.append(("place", Problem.json(fault.place))) }
    }

    static func json(_ place: SourcePlace) -> JSONValue { ProblemFacts.json(place) }
}
