internal import HTTPTypes
package import Hummingbird

/// Notes over which connection a request came, and how its client reached the node.
package struct NoteOrigin: RouterMiddleware {
    package typealias Context = APIContext

    let entrance: Entrance

    package init(entrance: Entrance) { self.entrance = entrance }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        // Asking a connection for its other end costs, and without proxies nothing depends on it.
        context.remote = entrance.proxies.isEmpty ? nil : context.channel.remoteAddress
        context.origin = entrance.origin(of: request.headers, authority: request.head.authority, from: context.remote)
        return try await next(request, context)
    }
}
