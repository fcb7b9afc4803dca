internal import Hummingbird

/// The design system, shown with itself.
struct DesignController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        let site = site
        router.get(RouterPath(SiteURL.design.route)) { request, context in site.answer(DesignModel(), to: request, context) }
    }
}
