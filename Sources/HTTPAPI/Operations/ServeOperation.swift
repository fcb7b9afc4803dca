internal import HTTPTypes
internal import Hummingbird
internal import Operations

/// Serves one operation: reads the call, gives it its time, and runs it.
struct ServeOperation {
    let operation: APIOperation
    let node: RunningNode
    let limits: RequestLimits

    func add(to router: some RouterMethods<APIContext>, below prefix: String = "") {
        let (operation, node, limits) = (operation, node, limits)
        router.on(RouterPath(String(operation.path.dropFirst(prefix.count))), method: operation.method) { request, context in
            try await TimeLimit.run(.seconds(operation.seconds)) {
                let call = try await ReadCall(operation: operation, node: node, limits: limits).run(request, context)
                // Before the handler, so that nothing is found out by who cannot say why they ask.
                if operation.needsPurpose { _ = try call.terms() }
                if operation.isQuick { return try await operation.handle(call) }
                return try await WorkingThreads.run { try await operation.handle(call) }
            }
        }
    }
}
