/// Which methods each address of a router takes: what tells "there is nothing here" from "not by this method".
package struct AddressMethods: Sendable {
    private struct Route {
        let segments: [Substring]
        let method: String

        var captures: Int { segments.count(where: Route.isCapture) }

        func holds(_ path: [Substring]) -> Bool {
            segments.count == path.count && zip(segments, path).allSatisfy { Route.isCapture($0) || $0 == $1 }
        }

        static func isCapture(_ segment: Substring) -> Bool { segment.hasPrefix("{") && segment.hasSuffix("}") }
    }

    private let routes: [Route]

    /// Templates with braces around what any text may stand for: `/variants/{variant}`.
    package init(_ routes: [(template: String, method: String)] = []) {
        self.routes = routes.map { Route(segments: $0.template.split(separator: "/"), method: $0.method) }
    }

    /// In alphabetical order, `HEAD` beside `GET`; empty where nothing is at the address. As a router finds them: of templates that hold the
    /// address, the one with the fewest captures.
    package func methods(of path: String) -> [String] {
        let segments = path.split(separator: "/")
        let found = routes.filter { $0.holds(segments) }
        let fewest = found.map(\.captures).min()
        let methods = found.filter { $0.captures == fewest }.map(\.method)
        return Set(methods + (methods.contains("GET") ? ["HEAD"] : [])).sorted()
    }
}
