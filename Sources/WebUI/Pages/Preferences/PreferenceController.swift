internal import Hummingbird
internal import StructuredText

/// Keeps language, colours and keys in cookies. It changes nothing but how the pages look to this browser, so that anybody may use it.
struct PreferenceController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        let site = site
        router.get(RouterPath(SiteURL.preferences.route)) { request, _ in
            var response = site.redirect(back: request.queryText("next"))
            if let theme = request.queryText("theme").flatMap(Theme.init(rawValue:)) {
                response.setCookie(PageCookie.preference(PageCookie.theme, theme.rawValue, isSecure: site.isSecure))
            }
            if let keys = request.queryText("keys"), ["on", "off"].contains(keys) {
                response.setCookie(PageCookie.preference(PageCookie.keys, keys, isSecure: site.isSecure))
            }
            if let language = request.queryText("language").flatMap(Language.init(rawValue:)) {
                response.setCookie(PageCookie.preference(PageCookie.language, language.rawValue, isSecure: site.isSecure))
            }
            return response
        }
    }
}
