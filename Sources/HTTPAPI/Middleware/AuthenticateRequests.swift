internal import HTTPTypes
package import Hummingbird
package import Identification
internal import StructuredText

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
            var problem = Problem(
                .serviceUnavailable, "keys-unavailable",
                LocalizedText(
                    sv: "Identitetsutfärdarens nycklar går inte att hämta.", en: "The identity provider's keys cannot be fetched."
                ),
                remedy: LocalizedText(sv: "Försök igen om en minut.", en: "Try again in a minute."))
            problem.headers[.retryAfter] = "60"
            return problem
        }
        var problem = Problem(
            .unauthorized, "token-" + error.code.rawValue,
            error.code == .missing
                ? LocalizedText(sv: "Begäran har inget intyg (bearer token).", en: "The request has no bearer token.")
                : LocalizedText(
                    sv: "Intyget godtogs inte: \(error).", en: "The bearer token was not accepted: \(error)."),
            remedy: LocalizedText(
                sv: "Skicka Authorization: Bearer med ett intyg från en identitetsutfärdare som noden litar på.",
                en: "Send Authorization: Bearer with a token of an identity provider that this node trusts."))
        problem.headers[.wwwAuthenticate] = error.code == .missing ? "Bearer" : "Bearer error=\"invalid_token\""
        return problem
    }
}
