internal import HTTPTypes
package import Hummingbird
internal import Logging

/// Gives every request an identifier: the one that the caller sent where it is well formed, else a new one. It stands in every log line
/// and in the answer.
package struct IdentifyRequests: RouterMiddleware {
    package typealias Context = APIContext

    package init() {}

    package func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let given = request.headers[.requestIdentifier]
        let identifier = given.flatMap { IdentifyRequests.isWellFormed($0) ? $0 : nil } ?? IdentifyRequests.fresh()
        // The framework's own name of it, which `context.id` reads.
        context.logger[metadataKey: "hb.request.id"] = .string(identifier)
        var response = try await next(request, context)
        response.headers[.requestIdentifier] = identifier
        return response
    }

    /// 8 to 64 letters, digits and hyphens: nothing that could break a log line.
    static func isWellFormed(_ text: String) -> Bool {
        (8...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private static func fresh() -> String {
        let digits = [UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)].map { number in
            let text = String(number, radix: 16)
            return String(repeating: "0", count: 16 - text.utf8.count) + text
        }
        return digits.joined()
    }
}

extension HTTPField.Name {
    static var requestIdentifier: HTTPField.Name { known("X-Request-ID") }
    static var development: HTTPField.Name { known("Samsyn-Development") }
    static var uploadOffset: HTTPField.Name { known("Upload-Offset") }
    static var uploadLength: HTTPField.Name { known("Upload-Length") }

    private static func known(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
