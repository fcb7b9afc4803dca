internal import HTTPAPI
internal import Hummingbird
internal import Operations
internal import WebUI

/// Hands what is no address of programs to the pages' own router. It stands innermost, behind the same log, limits and errors, and sees
/// only requests that the other router has no route for.
struct ServePages: RouterMiddleware {
    typealias Context = APIContext

    private let pages: RouterResponder<PageContext>

    init(_ router: Router<PageContext>) { pages = router.buildResponder() }

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard !ProgramAddress.holds(request.uri.path) else { return try await next(request, context) }
        // The route's template is told through the shared storage, so that the log has it.
        return try await WorkingThreads.run { try await pages.respond(to: request, context: PageContext(context.coreContext)) }
    }
}

extension ServePages {
    /// What the node's own middleware refuses, as a page for who asks with a browser for what is no address of programs.
    static func problemPage(_ pages: ProblemPages) -> ProblemPage {
        ProblemPage { request, context, facts in
            guard request.isFromBrowser, !ProgramAddress.holds(request.uri.path) else { return nil }
            return try await pages.answer(request, PageContext(context.coreContext), facts)
        }
    }
}

/// Addresses below which only programs ask: their errors are problem details for everybody.
package enum ProgramAddress {
    package static func holds(_ path: String) -> Bool {
        let first = path.split(separator: "/", maxSplits: 1).first
        return ["api", "beacon", "peer", "openapi.json", "health", "ready"].contains(first)
    }
}
