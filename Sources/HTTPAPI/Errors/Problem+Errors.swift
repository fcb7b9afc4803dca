package import AccessModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
package import Questions
internal import Records
package import StructuredText

extension Problem {
    /// What a failure is to the one who asked. Nil for failures of the machine: those are logged and told as nothing but that.
    package static func of(_ error: any Error, _ language: Language = .en) -> Problem? {
        switch error {
        case let problem as Problem: problem
        case let error as QuestionError: Problem(error, language)
        case let error as JSONSyntaxError: Problem(error)
        case let error as SchemaFault: Problem(error)
        case let error as AskedQuestionError: Problem(error)
        case let error as AdministrativeRefusal: Problem(error, language)
        case let error as ConsentRefusal:
            Problem(
                .forbidden, "statement-" + named(error.code.rawValue), error.message.text(language),
                remedy: error.remedy.text(language))
        case let error as PublishPolicy.Refusal: of(error)
        case let error as AccessFileError: of(error)
        case let error as PartitionError: of(error)
        case let error as RecordsError: of(error)
        case let error as UploadError: Problem(error, language)
        case let error as AnnotationError: Problem(error, language)
        case let error as EnquiryError: Problem(error, language)
        default: nil
        }
    }

    package init(_ error: QuestionError, _ language: Language) {
        self.init(
            .badRequest, "question-" + Problem.named(error.code.rawValue), error.message.text(language),
            remedy: error.remedy.text(language))
        details = [("place", Problem.json(error.place))]
    }

    package init(_ error: JSONSyntaxError) {
        self.init(
            .badRequest, "json-" + Problem.named(error.code.rawValue), "The body is not JSON: \(error.message)",
            remedy: error.remedy)
        details = [("place", Problem.json(error.place))]
    }

    package init(_ fault: SchemaFault) {
        self.init(
            .badRequest, "body-malformed", "The body is not what the description says.",
            remedy: (fault.path.isEmpty ? "Expected: " : "Expected at \(fault.path): ") + fault.expected + ".")
        details = [("pointer", JSONValue(.string(fault.path)))]
        if fault.place.line > 0 { details.append(("place", Problem.json(fault.place))) }
    }

    package init(_ refusal: AdministrativeRefusal, _ language: Language) {
        self.init(
            .forbidden, "not-allowed-" + refusal.code.rawValue, refusal.message.text(language),
            remedy: refusal.remedy.text(language))
    }

    private init(_ error: AskedQuestionError) {
        switch error {
        case .variant(let error):
            self.init(
                .badRequest, "variant-malformed", "The variant is not understood.", remedy: "\(error)")
        case .noRegion:
            self.init(
                .unprocessableContent, "scope-empty", "No region lies in this scope for you.",
                remedy: "Ask with Samsyn-Scope: nation.")
        case .selection(let fault):
            self.init(
                .badRequest, "selection-" + fault.rawValue, "The selection of entries cannot be answered.",
                remedy: fault.description)
        }
    }

    private static func of(_ refusal: PublishPolicy.Refusal) -> Problem {
        let status: HTTPResponse.Status =
            switch refusal {
            case .notSteward, .otherRegion, .samePerson: .forbidden
            case .nothingProposed: .notFound
            case .otherText: .conflict
            }
        return Problem(status, "policy-" + named(code(refusal)), "The policy was not changed.", remedy: "\(refusal)")
    }

    private static func code(_ refusal: PublishPolicy.Refusal) -> String {
        switch refusal {
        case .notSteward: "notSteward"
        case .otherRegion: "otherRegion"
        case .nothingProposed: "nothingProposed"
        case .samePerson: "samePerson"
        case .otherText: "otherText"
        }
    }

    private static func of(_ error: AccessFileError) -> Problem {
        var problem = Problem(.badRequest, "policy-malformed", error.message, remedy: error.remedy)
        if let place = error.place { problem.details = [("place", json(place))] }
        return problem
    }

    private static func of(_ error: PartitionError) -> Problem? {
        switch error.code {
        case .unknownPerson:
            Problem(.notFound, "person-unknown", "The region knows no such person.", remedy: "Check the pseudonym.")
        case .unknownSubmission:
            Problem(.notFound, "submission-unknown", "The region knows no such submission.", remedy: "List the submissions.")
        case .unknownCopy:
            Problem(.notFound, "copy-unknown", "No copy was made under this reference.", remedy: "Show the person.")
        case .wrongState(let state):
            Problem(
                .conflict, "wrong-state", "This cannot be done while the state is \(state).", remedy: "Read the state first.")
        case .busy:
            Problem(.serviceUnavailable, "partition-busy", "The partition is being changed.", remedy: "Try again in a minute.")
        case .missing, .exists, .wrongRegion, .keyMissing, .notEmpty, .backupIncomplete, .damaged, .system: nil
        }
    }

    private static func of(_ error: RecordsError) -> Problem? {
        switch error.code {
        case .unknownPerson, .unknownSubmission, .unknownCallSet, .unknownOrganisation, .unknownSpecimen, .unknownAssay,
            .unknownProject, .unknownEnquiry, .unknownSample, .unknownCopy:
            Problem(.notFound, "unknown", error.message, remedy: "Check the name in the request.")
        case .wrongState(let state):
            Problem(
                .conflict, "wrong-state", "This cannot be done while the state is \(state).", remedy: "Read the state first.")
        case .busy:
            Problem(.serviceUnavailable, "partition-busy", "The partition is being changed.", remedy: "Try again in a minute.")
        case .cannotOpen, .newerSchema, .diskFull, .damaged, .constraint, .assayDiffers, .specimenOfAnotherPerson, .callSetExists,
            .unreadableRow, .failed:
            nil
        }
    }

    static func json(_ place: SourcePlace) -> JSONValue {
        ["line": JSONValue(place.line), "column": JSONValue(place.column)]
    }

    /// `unknownField` as `unknown-field`.
    static func named(_ code: String) -> String {
        code.reduce(into: "") { text, letter in text += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
    }
}
