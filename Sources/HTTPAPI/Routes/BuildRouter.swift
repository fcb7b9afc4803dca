package import Hummingbird
package import Identification
package import Operations

/// Every route of a node, with its middleware. What else the node serves is added by `adding`, behind the same middleware and without
/// authentication of its own; `problemPage` shows people what the middleware refuses.
package func buildRouter(
    node: RunningNode, tokens: TokenVerifier, limits: RequestLimits = RequestLimits(), entrance: Entrance = Entrance(),
    metrics: RequestMetrics = .none,
    adding: (Router<APIContext>) throws -> Void = { _ in }, problemPage: ProblemPage = .none
) rethrows -> Router<APIContext> {
    let router = Router(context: APIContext.self, options: [.autoGenerateHeadEndpoints])
    let routes = RouteDirectory()
    router.add(middleware: IdentifyRequests())
    router.add(middleware: LogAccess(metrics: metrics, node: node.name, isDevelopment: node.isDevelopment))
    router.add(middleware: NoteOrigin(entrance: entrance))
    router.add(middleware: SecureResponses(isDevelopment: node.isDevelopment))
    router.add(middleware: AnswerProblems(routes: routes, page: problemPage))
    router.add(middleware: AdmitRequests(entrance: entrance))
    router.add(middleware: LimitRequests(limits: limits))
    let api = router.group(RouterPath(APIOperations.prefix)).add(middleware: AuthenticateRequests(tokens: tokens))
    for operation in APIOperations.all {
        let serve = ServeOperation(operation: operation, node: node, limits: limits)
        if operation.isOpen { serve.add(to: router) } else { serve.add(to: api, below: APIOperations.prefix) }
    }
    try adding(router)
    routes.fill(from: router)
    return router
}
