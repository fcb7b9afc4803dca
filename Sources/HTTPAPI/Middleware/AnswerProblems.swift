internal import HTTPTypes
package import Hummingbird
internal import Logging
internal import StructuredText

/// Makes a problem of every error, so that no answer of a node is anything else; what went wrong inside is logged and not told.
package struct AnswerProblems: RouterMiddleware {
    package typealias Context = APIContext

    let routes: RouteDirectory

    package init(routes: RouteDirectory) { self.routes = routes }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let language: Language = request.headers[.acceptLanguage]?.lowercased().hasPrefix("sv") == true ? .sv : .en
            var problem = try problem(error, request, context, language)
            problem.details.append(("request", JSONValue(.string(context.id))))
            return try problem.response(from: request, context: context)
        }
    }

    private func problem(
        _ error: any Error, _ request: Request, _ context: APIContext, _ language: Language
    ) throws -> Problem {
        if let problem = Problem.of(error, language) { return problem }
        if let error = error as? any HTTPResponseError, error.status.code < 500 {
            return fromFramework(error.status, request)
        }
        // Its type only: a description may carry what nobody should read in a log.
        context.logger.error("request failed", metadata: ["error": .string("\(type(of: error))"), "code": .string(code(error))])
        return Problem(
            .internalServerError, "internal", "The node could not do what was asked.",
            remedy: "Tell whoever runs the node the identifier of the request.")
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
                return Problem(.notFound, "not-found", "There is nothing at this address.", remedy: "See GET /openapi.json.")
            }
            var problem = Problem(
                .methodNotAllowed, "method-not-allowed", "The address does not take this method.",
                remedy: "It takes: \(allowed.joined(separator: ", ")).")
            problem.headers[.allow] = allowed.joined(separator: ", ")
            return problem
        case .contentTooLarge:
            return Problem(.contentTooLarge, "body-too-large", "The body is too large.", remedy: "Send less at once.")
        default:
            return Problem(status, "refused", "The request was refused.", remedy: "See GET /openapi.json.")
        }
    }
}
