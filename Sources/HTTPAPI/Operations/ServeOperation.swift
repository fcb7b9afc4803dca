internal import HTTPTypes
internal import Hummingbird
internal import Operations

/// Serves one operation: reads the call, gives it its time, and runs it.
struct ServeOperation {
    let operation: APIOperation
    let node: RunningNode

    func add(to router: some RouterMethods<APIContext>, below prefix: String = "") {
        let (operation, node) = (operation, node)
        router.on(RouterPath(String(operation.path.dropFirst(prefix.count))), method: operation.method) { request, context in
            try await TimeLimit.run(.seconds(operation.seconds)) {
                let call = try await ReadCall(operation: operation, node: node).run(request, context)
                // Before the handler, so that nothing is found out by who cannot say why they ask.
                if operation.needsPurpose { _ = try call.terms() }
                return try await operation.handle(call)
            }
        }
    }
}
