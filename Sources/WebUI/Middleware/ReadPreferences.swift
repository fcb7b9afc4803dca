internal import HTTPTypes
internal import Hummingbird
internal import StructuredText

/// Finds out in which language and colours a page is read: `?lang=`, else the cookie, else what the browser asks for, else Swedish.
/// A language in the address is kept in the cookie.
struct ReadPreferences: RouterMiddleware {
    let site: Site

    func handle(_ request: Request, context: PageContext, next: PageContext.Next) async throws -> Response {
        var context = context
        let asked = request.queryText("lang").flatMap(Language.init(rawValue:))
        let kept = request.cookies[PageCookie.language]?.value
        context.language =
            asked ?? kept.flatMap(Language.init(rawValue:)) ?? Language(accepted: request.headers[.acceptLanguage] ?? "") ?? .sv
        context.theme = request.cookies[PageCookie.theme].flatMap { Theme(rawValue: $0.value) } ?? .system
        context.usesKeys = request.cookies[PageCookie.keys]?.value != "off"
        var response = try await next(request, context)
        if let asked, asked.rawValue != kept {
            response.setCookie(PageCookie.preference(PageCookie.language, asked.rawValue, isSecure: site.isSecure))
        }
        return response
    }
}
