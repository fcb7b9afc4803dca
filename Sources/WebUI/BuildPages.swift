package import Hummingbird

/// The router of every page, with its middleware.
package func buildPages(_ site: Site) -> Router<PageContext> {
    let router = Router(context: PageContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: SecurePages())
    router.add(middleware: ReadPreferences(site: site))
    router.add(middleware: ReadVisitor(site: site))
    router.add(middleware: AnswerWithPages(site: site))
    router.add(middleware: RefuseForeignForms())
    for controller in pageControllers(of: site) { controller.addRoutes(to: router) }
    return router
}
