internal import HTTPTypes
package import Hummingbird

/// Refuses requests that came past the proxies, and notes how those that came reached the node.
package struct AdmitRequests: RouterMiddleware {
    package typealias Context = APIContext

    let entrance: Entrance

    package init(entrance: Entrance) { self.entrance = entrance }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        // Asking a connection for its other end costs, and without proxies nothing depends on it.
        let remote = entrance.proxies.isEmpty ? nil : context.channel.remoteAddress
        guard entrance.admits(remote) else {
            throw Problem(
                .forbidden, "not-through-proxy", "The node speaks plain HTTP with its proxies alone.",
                remedy: "Use the address that a proxy answers at, with https://.")
        }
        var context = context
        context.origin = entrance.origin(of: request.headers, authority: request.head.authority, from: remote)
        return try await next(request, context)
    }
}
