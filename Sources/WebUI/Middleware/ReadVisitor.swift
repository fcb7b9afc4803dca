package import Hummingbird
internal import Identification

/// Finds the session that a request's cookie names.
package struct ReadVisitor: RouterMiddleware {
    package typealias Context = PageContext

    let site: Site

    package init(site: Site) { self.site = site }

    package func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let text = request.cookies[PageCookie.session(isSecure: site.isSecure)]?.value,
            let identifier = SessionIdentifier(sent: text), let session = site.sessions.find(identifier)
        {
            context.visitor = Visitor(session: session, identifier: identifier)
        }
        return try await next(request, context)
    }
}
