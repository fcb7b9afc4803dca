internal import HTTPTypes
package import Hummingbird
internal import Logging

/// One line for each request, and its figures: method, the route's template, status, time. Never an address, a parameter or a name.
package struct LogAccess: RouterMiddleware {
    package typealias Context = APIContext

    let metrics: RequestMetrics
    let node: String
    let isDevelopment: Bool

    package init(metrics: RequestMetrics, node: String, isDevelopment: Bool) {
        self.metrics = metrics
        self.node = node
        self.isDevelopment = isDevelopment
    }

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        // The framework calls what it has no route for by this name.
        let route = context.endpointPath.flatMap { $0 == "NotFound" ? nil : $0 } ?? "unmatched"
        // Only methods that there are: the label must not be what somebody made up.
        let method = LogAccess.methods.contains(request.method.rawValue) ? request.method.rawValue : "other"
        metrics.record(method, route, Int(response.status.code), seconds)
        var metadata: Logger.Metadata = [
            "node": .string(node), "method": .string(method), "route": .string(route),
            "status": .stringConvertible(response.status.code),
            "ms": .stringConvertible((seconds * 1_000_000).rounded() / 1000),
        ]
        if isDevelopment { metadata["development"] = "true" }
        context.logger.info("request", metadata: metadata)
        return response
    }

    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
}
