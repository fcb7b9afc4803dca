internal import HTTPTypes
package import Hummingbird
internal import StructuredText

/// Refuses requests that came past the proxies.
package struct AdmitRequests: RouterMiddleware {
    package typealias Context = APIContext

    let entrance: Entrance

    package init(entrance: Entrance) { self.entrance = entrance }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard entrance.admits(context.remote) else {
            throw Problem(
                .forbidden, "not-through-proxy",
                LocalizedText(
                    sv: "Noden talar okrypterad HTTP bara med sina proxyservrar.",
                    en: "The node speaks plain HTTP with its proxies alone."),
                remedy: LocalizedText(
                    sv: "Använd adressen där en proxyserver svarar, med https://.",
                    en: "Use the address that a proxy answers at, with https://."))
        }
        return try await next(request, context)
    }
}
