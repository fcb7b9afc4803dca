package import Hummingbird
internal import StructuredText
internal import Synchronization

/// Which methods an address of the node takes. Filled once, when all routes are there: the middleware that asks stands before them.
package final class RouteDirectory: Sendable {
    private let known = Mutex(AddressMethods())

    package init() {}

    package func fill(from router: Router<APIContext>) {
        let found = AddressMethods(router.routes.map { ($0.path.description, $0.method.rawValue) })
        known.withLock { $0 = found }
    }

    /// In alphabetical order; empty where nothing is at the address.
    package func methods(of path: String) -> [String] { known.withLock { $0 }.methods(of: path) }
}
