internal import HTTPTypes
package import Hummingbird
internal import Logging
package import Operations
package import StructuredText

/// How a problem is shown to people.
package struct ProblemPage: Sendable {
    /// Nil where the request is a program's. The facts are written in the language that the page has.
    package typealias Answer =
        @Sendable (Request, APIContext, @escaping @Sendable (Language) -> ProblemFacts) async throws -> Response?

    let answer: Answer

    package init(_ answer: @escaping Answer) { self.answer = answer }

    /// Nobody but programs asks.
    package static let none = ProblemPage { _, _, _ in nil }
}

/// Makes a problem of every error, so that no answer of a node is anything else; what went wrong inside is logged and not told.
package struct AnswerProblems: RouterMiddleware {
    package typealias Context = APIContext

    let routes: RouteDirectory
    /// For people who came to an address that no page was asked about yet.
    let page: ProblemPage

    package init(routes: RouteDirectory, page: ProblemPage = .none) {
        self.routes = routes
        self.page = page
    }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var problem = problem(error, request, context)
            if let shown = try await shown(problem, request, context) { return shown }
            problem.details.append(("request", JSONValue(.string(context.id))))
            return try problem.response(from: request, context: context)
        }
    }

    /// The same as a page, with its header fields.
    private func shown(_ problem: Problem, _ request: Request, _ context: APIContext) async throws -> Response? {
        let shown = try await page.answer(request, context) { language in
            var facts = ProblemFacts(problem.status.code, problem.code, problem.title, remedy: problem.remedy, language)
            facts.details = problem.details
            return facts
        }
        guard var answer = shown else { return nil }
        for field in problem.headers { answer.headers[field.name] = field.value }
        return answer
    }

    private func problem(_ error: any Error, _ request: Request, _ context: APIContext) -> Problem {
        if let problem = Problem.of(error, request.language) { return problem }
        if let error = error as? any HTTPResponseError, error.status.code < 500 {
            return fromFramework(error.status, request)
        }
        // Its type only: a description may carry what nobody should read in a log.
        context.logger.error("request failed", metadata: ["error": .string("\(type(of: error))"), "code": .string(code(error))])
        return Problem(
            .internalServerError, "internal",
            LocalizedText(sv: "Noden kunde inte göra det som begärdes.", en: "The node could not do what was asked."),
            remedy: LocalizedText(
                sv: "Ge den som driver noden begärans nummer.", en: "Tell whoever runs the node the identifier of the request."))
    }

    private func code(_ error: any Error) -> String {
        let described = Mirror(reflecting: error).children.first { $0.label == "code" }.map { "\($0.value)" } ?? "-"
        return String(described.prefix(60))
    }

    private func fromFramework(_ status: HTTPResponse.Status, _ request: Request) -> Problem {
        switch status {
        case .notFound:
            let allowed = routes.methods(of: request.uri.path)
            guard !allowed.isEmpty else {
                return Problem(
                    .notFound, "not-found",
                    LocalizedText(sv: "Det finns inget på adressen.", en: "There is nothing at this address."),
                    remedy: LocalizedText(sv: "Se GET /openapi.json.", en: "See GET /openapi.json."))
            }
            var problem = Problem(
                .methodNotAllowed, "method-not-allowed",
                LocalizedText(sv: "Adressen tar inte emot den metoden.", en: "The address does not take this method."),
                remedy: LocalizedText(
                    sv: "Den tar emot: \(allowed.joined(separator: ", ")).", en: "It takes: \(allowed.joined(separator: ", "))."))
            problem.headers[.allow] = allowed.joined(separator: ", ")
            return problem
        case .contentTooLarge:
            return Problem(
                .contentTooLarge, "body-too-large",
                LocalizedText(sv: "Det som skickades är för stort.", en: "The body is too large."),
                remedy: LocalizedText(sv: "Skicka mindre på en gång.", en: "Send less at once."))
        default:
            return Problem(
                status, "refused", LocalizedText(sv: "Begäran avvisades.", en: "The request was refused."),
                remedy: LocalizedText(sv: "Se GET /openapi.json.", en: "See GET /openapi.json."))
        }
    }
}
