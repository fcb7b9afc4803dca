package import Hummingbird
internal import StructuredText

/// The router of every page, with its middleware.
package func buildPages(_ site: Site) -> Router<PageContext> {
    let controllers = pageControllers(of: site)
    // Middleware stands before the routes that it holds for, so what it knows of them comes from a router of their own.
    let plain = Router(context: PageContext.self)
    for controller in controllers { controller.addRoutes(to: plain) }
    let methods = AddressMethods(plain.routes.map { ($0.path.description, $0.method.rawValue) })
    let router = Router(context: PageContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: SecurePages())
    router.add(middleware: ReadPreferences(site: site))
    router.add(middleware: ReadVisitor(site: site))
    router.add(middleware: AnswerWithPages(site: site, methods: methods))
    router.add(middleware: RefuseForeignForms())
    for controller in controllers { controller.addRoutes(to: router) }
    return router
}
