internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Operations
internal import StructuredText

/// Holds a request against an operation's description before the operation sees it.
struct ReadCall {
    let operation: APIOperation
    let node: RunningNode
    let limits: RequestLimits

    /// Of a body that is read whole.
    private var bodyLimit: Int { min(operation.bodyLimit, limits.bodyBytes) }

    func run(_ request: Request, _ context: APIContext) async throws -> Call {
        let query = try QueryItems(request.uri.query ?? "")
        let known = Set(operation.parameters.filter { $0.place == .query }.map(\.name))
        for item in query.items where !known.contains(item.name) {
            throw Problem(
                .badRequest, "parameter-unknown",
                LocalizedText(
                    sv: "Begäran har en parameter som åtgärden inte känner till.",
                    en: "The request has a parameter that this operation does not know."),
                remedy: known.isEmpty
                    ? LocalizedText(
                        sv: "Åtgärden tar inga parametrar i adressen.", en: "The operation takes no parameters in the query.")
                    : LocalizedText(
                        sv: "Kända är: \(known.sorted().joined(separator: ", ")).",
                        en: "Known are: \(known.sorted().joined(separator: ", "))."))
        }
        var parameters: [String: JSONValue] = [:]
        for parameter in operation.parameters {
            let text: String? =
                switch parameter.place {
                case .path: try context.parameters.get(parameter.name).map { try QueryItems.segment($0) }
                case .query: try query.only(parameter.name)
                case .header: HTTPField.Name(parameter.name).flatMap { request.headers[$0] }
                }
            if let text {
                parameters[parameter.name] = try parameter.read(text)
            } else if parameter.isRequired {
                throw Problem(
                    .badRequest, "parameter-missing",
                    LocalizedText(sv: "En parameter saknas i begäran.", en: "A parameter of the request is missing."),
                    remedy: LocalizedText(
                        sv: "Skicka \(parameter.name). Beskrivningen: \(parameter.description)",
                        en: "Send \(parameter.name): \(parameter.description)"))
            }
        }
        var body: JSONValue = nil
        var text = ""
        switch operation.body {
        case .none:
            // A body that nobody reads would be taken for accepted.
            guard (request.headers[.contentLength].flatMap { Int($0) } ?? 0) == 0 else {
                throw Problem(
                    .contentTooLarge, "body-not-wanted",
                    LocalizedText(sv: "Åtgärden tar inte emot något innehåll.", en: "The operation takes no body."),
                    remedy: LocalizedText(sv: "Skicka begäran utan innehåll.", en: "Send the request without a body."))
            }
        case .json(let schema):
            try check(request, ["application/json"])
            body = try read(try await collect(request))
            if let fault = schema.fault(in: body) { throw Problem(fault) }
        case .text(let type):
            try check(request, [type])
            let bytes = try await collect(request)
            guard let written = String(validating: bytes, as: UTF8.self) else {
                throw Problem(
                    .badRequest, "body-not-text", LocalizedText(sv: "Innehållet är inte UTF-8.", en: "The body is not UTF-8."),
                    remedy: LocalizedText(sv: "Skicka texten som UTF-8.", en: "Send the text as UTF-8."))
            }
            text = written
        case .stream(let types):
            try check(request, types)
            try checkLength(request, node.uploadLimit)
        }
        return Call(
            request: request, context: context, node: node, operation: operation, parameters: parameters,
            body: body, text: text)
    }

    private func read(_ bytes: [UInt8]) throws -> JSONValue {
        do throws(JSONSyntaxError) {
            return try JSONReader.read(bytes)
        } catch {
            throw Problem(error)
        }
    }

    private func check(_ request: Request, _ types: [String]) throws {
        let given = request.headers[.contentType].map { $0.prefix { $0 != ";" }.trimming(" ").lowercased() }
        guard let given, types.contains(given) else {
            var problem = Problem(
                .unsupportedMediaType, "content-type",
                LocalizedText(
                    sv: "Innehållet är inte av en typ som åtgärden tar emot.",
                    en: "The body is not of a type that the operation takes."),
                remedy: LocalizedText(
                    sv: "Skicka Content-Type: \(types.joined(separator: " eller ")).",
                    en: "Send Content-Type: \(types.joined(separator: " or "))."))
            problem.headers[.accept] = types.joined(separator: ", ")
            throw problem
        }
    }

    private func collect(_ request: Request) async throws -> [UInt8] {
        try checkLength(request, bodyLimit)
        do {
            let buffer = try await request.body.collect(upTo: bodyLimit)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw tooLarge(bodyLimit)
        }
    }

    /// What says itself that it is too long is not read at all.
    private func checkLength(_ request: Request, _ limit: Int) throws {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge(limit) }
    }

    private func tooLarge(_ limit: Int) -> Problem {
        Problem(
            .contentTooLarge, "body-too-large",
            LocalizedText(sv: "Innehållet är större än åtgärden tar emot.", en: "The body is larger than the operation takes."),
            remedy: LocalizedText(sv: "Skicka högst \(limit) byte.", en: "Send at most \(limit) bytes."))
    }
}
