internal import HTTPTypes
package import Hummingbird

/// Header fields that every answer carries: it is nobody's to guess at, frame or keep, and a development node says that it is one. Who came
/// over TLS is told to come that way from now on; over plain HTTP the field means nothing (RFC 6797 section 7.2).
package struct SecureResponses: RouterMiddleware {
    package typealias Context = APIContext

    let isDevelopment: Bool

    package init(isDevelopment: Bool) { self.isDevelopment = isDevelopment }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.xContentTypeOptions] = "nosniff"
        if context.origin?.isSecure == true { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
        if let name = HTTPField.Name("Referrer-Policy"), response.headers[name] == nil { response.headers[name] = "no-referrer" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if isDevelopment { response.headers[.development] = "true" }
        return response
    }
}
