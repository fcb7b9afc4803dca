internal import Hummingbird
internal import Identification

/// Finds the session that a request's cookie names.
struct ReadVisitor: RouterMiddleware {
    let site: Site

    func handle(_ request: Request, context: PageContext, next: PageContext.Next) async throws -> Response {
        var context = context
        if let text = request.cookies[PageCookie.session(isSecure: site.isSecure)]?.value,
            let identifier = SessionIdentifier(sent: text), let session = site.sessions.find(identifier)
        {
            context.visitor = Visitor(session: session, identifier: identifier)
        }
        return try await next(request, context)
    }
}
