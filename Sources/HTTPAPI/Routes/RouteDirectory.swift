internal import HTTPTypes
package import Hummingbird
internal import Synchronization

/// Which methods an address takes: what tells "not found" from "not by this method". Filled once, when all routes are there.
package final class RouteDirectory: Sendable {
    private struct Route {
        let path: RouterPath
        let method: String
    }

    private let routes = Mutex<[Route]>([])

    package init() {}

    package func fill(from router: Router<APIContext>) {
        let found = router.routes.map { Route(path: $0.path, method: $0.method.rawValue) }
        routes.withLock { $0 = found }
    }

    /// In alphabetical order; empty where nothing is at the address.
    package func methods(of path: String) -> [String] {
        let parts = path.split(separator: "/")
        let methods = routes.withLock { routes in
            routes.filter { route in
                guard route.path.count == parts.count else { return false }
                return zip(route.path, parts).allSatisfy { $0 ~= $1 }
            }.map(\.method)
        }
        return Set(methods + (methods.contains("GET") ? ["HEAD"] : [])).sorted()
    }
}
