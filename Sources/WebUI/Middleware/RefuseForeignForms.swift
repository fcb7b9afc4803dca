internal import HTTPTypes
package import Hummingbird

/// Refuses what changes something where the browser says that another site sent it. The token in each form is the other half of the
/// protection, see `PageForm`.
package struct RefuseForeignForms: RouterMiddleware {
    package typealias Context = PageContext

    package init() {}

    package func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        if request.method != .get, request.method != .head,
            RefuseForeignForms.isForeign(request.headers, host: request.head.authority)
        {
            throw PageDetour.foreignForm
        }
        return try await next(request, context)
    }

    /// `Sec-Fetch-Site` where the browser sends it, else `Origin` against the host that was asked.
    package static func isForeign(_ headers: HTTPFields, host: String?) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = headers[name] {
            return site != "same-origin" && site != "none"
        }
        guard let origin = headers[.origin] else { return false }
        guard let host, let end = origin.firstRange(of: "://")?.upperBound else { return true }
        return origin[end...] != host
    }
}
