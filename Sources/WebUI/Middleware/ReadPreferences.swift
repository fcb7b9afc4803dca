internal import HTTPTypes
package import Hummingbird
package import StructuredText

/// Finds out in which language and colours a page is read: `?lang=`, else the cookie, else what the browser asks for, else Swedish.
/// A language in the address is kept in the cookie.
package struct ReadPreferences: RouterMiddleware {
    package typealias Context = PageContext

    let site: Site

    package init(site: Site) { self.site = site }

    package func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let asked = request.queryText("lang").flatMap(Language.init(rawValue:))
        let kept = request.cookies[PageCookie.language]?.value
        context.language =
            asked ?? kept.flatMap(Language.init(rawValue:)) ?? ReadPreferences.language(request.headers[.acceptLanguage] ?? "")
        context.theme = request.cookies[PageCookie.theme].flatMap { Theme(rawValue: $0.value) } ?? .system
        context.usesKeys = request.cookies[PageCookie.keys]?.value != "off"
        var response = try await next(request, context)
        if let asked, asked.rawValue != kept {
            response.setCookie(PageCookie.preference(PageCookie.language, asked.rawValue, isSecure: site.isSecure))
        }
        return response
    }

    /// Of `Accept-Language` the one that is wanted most; Swedish where neither is named.
    package static func language(_ header: String) -> Language {
        var best: (language: Language, weight: Double)?
        for item in header.lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.drop { $0 == " " } }
            guard let tag = parts.first?.prefix(2) else { continue }
            let language: Language
            switch tag {
            // Norwegians and Danes read Swedish more easily than most who ask for neither language.
            case "sv", "nb", "nn", "no", "da": language = .sv
            case "en": language = .en
            default: continue
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language ?? .sv
    }
}
