internal import AccessModel
internal import Hummingbird

/// What words and numbers mean, the keys, and how programs speak to the node.
struct HelpController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        let site = site
        router.get(RouterPath(SiteURL.help.route)) { request, context in
            site.answer(HelpModel(role: context.visitor?.actor.role), to: request, context)
        }
        let description = APIModel(site.apiDescription)
        router.get(RouterPath(SiteURL.apiDescription.route)) { request, context in
            site.answer(description, to: request, context)
        }
    }
}
