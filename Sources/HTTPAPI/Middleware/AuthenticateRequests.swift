internal import HTTPTypes
package import Hummingbird
package import Identification

/// Lets in requests with a bearer token that verifies, and nobody else.
package struct AuthenticateRequests: RouterMiddleware {
    package typealias Context = APIContext

    let tokens: TokenVerifier

    package init(tokens: TokenVerifier) { self.tokens = tokens }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard let header = request.headers[.authorization], header.count > 7, header.prefix(7).lowercased() == "bearer " else {
            throw AuthenticateRequests.unauthorized(TokenError(.missing))
        }
        var context = context
        do throws(TokenError) {
            context.credential = try await tokens.verify(String(header.dropFirst(7)))
        } catch {
            throw AuthenticateRequests.unauthorized(error)
        }
        return try await next(request, context)
    }

    private static func unauthorized(_ error: TokenError) -> Problem {
        if error.code == .keysUnavailable {
            return Problem(
                .serviceUnavailable, "keys-unavailable", "The identity provider's keys cannot be fetched.",
                remedy: "Try again in a minute.")
        }
        var problem = Problem(
            .unauthorized, "token-" + error.code.rawValue,
            error.code == .missing ? "The request has no bearer token." : "The bearer token was not accepted: \(error).",
            remedy: "Send Authorization: Bearer with a token of an identity provider that this node trusts.")
        problem.headers[.wwwAuthenticate] = error.code == .missing ? "Bearer" : "Bearer error=\"invalid_token\""
        return problem
    }
}
